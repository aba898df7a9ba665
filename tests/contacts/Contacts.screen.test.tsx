// Noting a contact on the client page, on a real book.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient, aFollowUp } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});

afterEach(() => app.close());

const timeline = async () => within(await screen.findByRole('region', { name: '时间线' }));

describe('the contact log', () => {
  it('takes a contact by keys alone: C, the words, Ctrl Enter', async () => {
    const id = await aClient(app);
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await screen.findByRole('heading', { name: '林若溪' });
    await user.keyboard('c');
    const words = await screen.findByRole('textbox', { name: '说了什么' });
    await waitFor(() => expect(document.activeElement).toBe(words));
    await user.keyboard('周六想做护理');
    await expectAccessible();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const line = await timeline();
    expect(await line.findByText('周六想做护理')).toBeTruthy();
    expect(line.getByText('店里联系的')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: '说了什么' })).toBeNull();
  });

  it('says what is missing and keeps what was written for next time', async () => {
    const id = await aClient(app);
    const { user } = await renderApp({ app, route: `/clients/${id}?open=contact` });
    await user.click(await screen.findByRole('button', { name: /^记下/ }));
    expect(await screen.findByText('写一句说了什么。')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: '说了什么' }), '晚上回电');
    await user.click(screen.getByRole('button', { name: /^先不记/ }));
    await waitFor(async () => expect(await app.call('drafts.get', { key: `contact:${id}` })).not.toBeNull());
    await user.keyboard('c');
    await screen.findByRole('textbox', { name: '说了什么' });
    await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '说了什么' }).value).toBe('晚上回电'));
  });

  it('changes and deletes what one noted oneself, with a way back', async () => {
    const id = await aClient(app);
    const draft = { channel: 'phone', began: 'client', said: '改到周日', on: '2026-03-13', time: '10:05' } as const;
    await app.call('contacts.record', { clientId: id, draft });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await user.click(await screen.findByRole('button', { name: '联系：更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '修改' }));
    const dialog = within(await screen.findByRole('dialog', { name: '改这条联系记录' }));
    await user.type(dialog.getByRole('textbox', { name: '说了什么' }), '下午');
    await user.click(dialog.getByRole('button', { name: /^保存修改/ }));
    expect(await (await timeline()).findByText('改到周日下午')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: '联系：更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '删除' }));
    await waitFor(() => expect(screen.queryByText('改到周日下午')).toBeNull());
    await user.click(
      within(
        (await screen.findByText('已删除这条联系记录')).closest('[role="alert"], .mantine-Notification-root') as HTMLElement,
      ).getByRole('button', { name: /撤销/ }),
    );
    expect(await screen.findByText('改到周日下午')).toBeTruthy();
  });

  it('is filled by a follow-up that is done, with the way that was chosen', async () => {
    const id = await aClient(app);
    await aFollowUp(app, id);
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    const line = await timeline();
    await user.click(await line.findByRole('button', { name: '完成' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('radio', { name: '微信' }));
    await user.click(dialog.getByRole('button', { name: /都好/ }));
    await user.click(line.getByRole('button', { name: '联系' }));
    expect(await line.findByText('微信')).toBeTruthy();
    const { items } = await app.call('timeline.of', { clientId: id, kind: 'contact', before: null, limit: 10 });
    expect(items).toMatchObject([{ contact: { channel: 'wechat', began: 'us' } }]);
  });
});
