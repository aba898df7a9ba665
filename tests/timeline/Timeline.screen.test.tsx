// The timeline on the client page, on a real book.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../shared/core/date';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});

afterEach(() => app.close());

describe('the timeline', () => {
  it('says what to do while there is nothing on it', async () => {
    const id = await aClient(app);
    await renderApp({ app, route: `/clients/${id}` });
    expect(await screen.findByText('按V记第一次到店，按N写一条笔记，按F约定一次回访。')).toBeTruthy();
  });

  it('puts promises that still stand before everything that has happened', async () => {
    const id = await aClient(app);
    await aVisit(app, { clientId: id, on: '2026-03-13', note: '面颊偏干' });
    await aFollowUp(app, id, { dueOn: '2026-03-20', note: '问皮肤感受' });
    await renderApp({ app, route: `/clients/${id}` });
    await screen.findByText('面颊偏干');
    const texts = screen.getAllByRole('listitem').map((entry) => entry.textContent);
    expect(texts.findIndex((text) => text?.includes('问皮肤感受'))).toBeLessThan(texts.findIndex((text) => text?.includes('面颊偏干')));
    await expectAccessible();
  });

  it('shows one kind on request', async () => {
    const id = await aClient(app);
    await aVisit(app, { clientId: id, on: '2026-03-13' });
    await app.call('preferences.add', { clientId: id, draft: { kind: 'note', text: '下次带妹妹来', detail: null } });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await screen.findByText('下次带妹妹来');
    await user.click(screen.getByRole('button', { name: '到店', pressed: false }));
    await waitFor(() => expect(screen.queryByText('下次带妹妹来')).toBeNull());
    expect(await screen.findByText('深层补水护理')).toBeTruthy();
  });

  it('fetches older visits when they are asked for, none twice and none left out', async () => {
    const id = await aClient(app);
    const days = Array.from({ length: 70 }, (_, index) => addDays(isoDate(2026, 3, 13), -index * 7));
    for (const on of days) await aVisit(app, { clientId: id, on, note: `第${on}次` });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    const line = await screen.findByRole('region', { name: '时间线' });
    for (const shown of [30, 60, 70]) {
      await waitFor(() => expect(within(line).getAllByText(/^第.*次$/)).toHaveLength(shown));
      if (shown < 70) await user.click(screen.getByRole('button', { name: '更早的记录' }));
    }
    expect(
      new Set(
        within(line)
          .getAllByText(/^第.*次$/)
          .map((note) => note.textContent),
      ).size,
    ).toBe(70);
    expect(screen.queryByRole('button', { name: '更早的记录' })).toBeNull();
  });
});
