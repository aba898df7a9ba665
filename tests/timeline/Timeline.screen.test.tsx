// The timeline on the client page, on a real book.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wrapDatabase } from '../../electron/core/database/database';
import type { Output } from '../../shared/contract';
import { addDays, isoDate, type IsoInstant } from '../../shared/core/date';
import { aClient, aDraft, aFollowUp, aVisit } from '../support/build';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';
import { addRow, inAct } from '../support/shop-book';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});

afterEach(() => app.close());

describe('the timeline', () => {
  it('says what to do while there is nothing on it', async () => {
    const id = await aClient(app);
    await renderApp({ app, route: `/clients/${id}` });
    expect(await screen.findByText('按V记第一次到店，按C记一次联系，按N写一条笔记，按F约定一次回访。')).toBeTruthy();
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

  it('opens at the kind this person looked at last, on every client', async () => {
    const [first, second] = [await aClient(app), await aClient(app, { name: '沈卉' })];
    await aVisit(app, { clientId: second, note: '面颊偏干' });
    const said = { channel: 'wechat', began: 'client', said: '问周六', on: '2026-03-13', time: '09:00' } as const;
    await app.call('contacts.record', { clientId: second, draft: said });
    const rendered = await renderApp({ app, route: `/clients/${first}` });
    await rendered.user.click(await screen.findByRole('button', { name: '联系', pressed: false }));
    expect(await screen.findByText('还没有联系记录')).toBeTruthy();
    rendered.unmount();
    await renderApp({ app, route: `/clients/${second}` });
    expect(await screen.findByText('问周六')).toBeTruthy();
    expect(screen.queryByText('面颊偏干')).toBeNull();
  });

  it('tells what was changed, from what to what, and by whom', async () => {
    const id = await aClient(app, { wechat: 'lin-2020' });
    await app.call('clients.update', { id, draft: aDraft({ wechat: 'lin-2026', birthday: '1990-05-03' }) });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await user.click(await screen.findByRole('button', { name: '修改记录' }));
    const line = within(await screen.findByRole('region', { name: '时间线' }));
    expect(await line.findByText('建了档案')).toBeTruthy();
    const change = within(line.getAllByRole('listitem')[0]!);
    expect(change.getByText('lin-2020')).toBeTruthy();
    expect(change.getByText('lin-2026')).toBeTruthy();
    expect(change.getByText('1990年5月3日')).toBeTruthy();
    expect(change.getByText('苏敏')).toBeTruthy();
    await expectAccessible();
  });
});

describe('the past of a field', () => {
  it('is one press away, beside the field, and only its own', async () => {
    const id = await aClient(app, { wechat: 'lin-2020' });
    await app.call('clients.update', { id, draft: aDraft({ wechat: 'lin-2026', occupation: '老师' }) });
    const { user, place } = await renderApp({ app, route: `/clients/${id}` });
    await user.click(await screen.findByRole('button', { name: '微信以前是什么' }));
    const past = within(await screen.findByRole('dialog', { name: '微信以前是什么' }));
    expect(await past.findByText('lin-2020')).toBeTruthy();
    expect(past.queryByText('老师')).toBeNull();
    await expectAccessible();
    // The key that closes it does not leave the page as well.
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(place()).toBe(`/clients/${id}`);
  });
});

describe('a timeline of 2,000 entries', () => {
  // What a browser would measure: entries of 70 px in a window of 700.
  const measured = {
    clientHeight: { configurable: true, get: () => 700 },
    clientWidth: { configurable: true, get: () => 900 },
    offsetHeight: { configurable: true, get: () => 70 },
  } as const;
  beforeEach(() => {
    Object.defineProperties(HTMLElement.prototype, measured);
  });
  afterEach(() => {
    for (const name of Object.keys(measured)) Reflect.deleteProperty(HTMLElement.prototype, name);
  });

  it('draws only what is near, however much was fetched', async () => {
    const id = await aClient(app);
    fillContacts(app, id, 2000);
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    const line = within(await screen.findByRole('region', { name: '时间线' }));
    for (let page = 1; page <= 5; page += 1) {
      await line.findAllByText(/^第\d+句$/);
      await user.click(await line.findByRole('button', { name: '更早的记录' }));
      await waitFor(() => expect(line.getAllByRole('listitem')[0]!.getAttribute('aria-setsize')).toBe(String(30 * (page + 1))));
      expect(line.getAllByRole('listitem').length).toBeLessThan(40);
    }
  });

  it('comes page by page, none twice and none left out', async () => {
    const id = await aClient(app);
    fillContacts(app, id, 2000);
    const seen = new Set<string>();
    let before: IsoInstant | null = null;
    for (;;) {
      const { items, more }: Output<'timeline.of'> = await app.call('timeline.of', { clientId: id, kind: 'all', before, limit: 30 });
      for (const item of items) if (item.type === 'contact') seen.add(item.contact.said);
      if (!more) break;
      before = items.at(-1)!.at;
    }
    expect(seen.size).toBe(2000);
  });
});

function fillContacts(of: TestApp, clientUid: string, count: number): void {
  const db = wrapDatabase(of.house.vault.database());
  const { id } = db.$client.prepare<[string], { id: number }>('SELECT id FROM client WHERE uid = ?').get(clientUid)!;
  inAct(db, () => {
    for (let index = 0; index < count; index += 1) {
      const at = new Date(Date.UTC(2026, 2, 13) - index * 3_600_000).toISOString();
      addRow(db, 'contact', { client_id: id, channel: 'phone', began: 'us', said: `第${index}句`, by: '苏敏', at, created_at: at });
    }
  });
}
