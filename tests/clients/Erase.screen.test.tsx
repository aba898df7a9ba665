// Erasing a client as the owner does it: from the bin, with the number typed, and nobody else is offered it.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { anApp, aPerson, takeOver, type TestApp } from '../support/app';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let id: ClientId;

beforeEach(async () => {
  app = await anApp();
  id = await aClient(app, { name: '祝珊', phone: '13800138427' });
  await aClient(app, { name: '林若溪' });
});

afterEach(() => app.close());

async function open() {
  await app.call('clients.remove', { id });
  const { user } = await renderApp({ app, route: `/clients/${id}` });
  await user.click(await screen.findByRole('button', { name: '彻底删除' }));
  return { user, dialog: await screen.findByRole('dialog', { name: '彻底删除祝珊的资料？' }) };
}

describe('erasing a client', () => {
  it('begins on the safe button and waits for the number', async () => {
    const { user, dialog } = await open();
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^取消/));
    expect(dialog.textContent).toContain('这一步不能撤销，备份里的随轮换清除。');
    const act = [...dialog.querySelectorAll('button')].find((button) => button.textContent === '彻底删除')!;
    expect(act.disabled).toBe(true);
    await user.type(screen.getByRole('textbox', { name: '照着输入编号C-0001' }), 'C-0002');
    expect(act.disabled).toBe(true);
    await expectAccessible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await app.call('clients.get', { id })).name).toBe('祝珊');
  });

  it('says how much goes along, and names whose notes mention them', async () => {
    await aVisit(app, { clientId: id });
    await aVisit(app, { clientId: id, on: '2026-03-01' });
    await aFollowUp(app, id);
    const friend = await aClient(app, { name: '王芳' });
    await app.call('preferences.add', { clientId: friend, draft: { kind: 'note', text: '和祝珊一起来', detail: null } });
    const { user, dialog } = await open();
    await waitFor(() => expect(dialog.textContent).toContain('一起删掉的：到店2次、回访1次。'));
    await user.click(within(within(dialog).getByRole('list', { name: '备注里提到这个名字的客户' })).getByRole('link', { name: '王芳' }));
    expect(await screen.findByRole('complementary', { name: '王芳的资料' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('erases once the number is typed, says so and goes back to the list', async () => {
    const { user } = await open();
    await user.type(screen.getByRole('textbox', { name: '照着输入编号C-0001' }), 'c-0001{Enter}');
    expect(await screen.findByText('已彻底删除祝珊的资料')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^撤销/ })).toBeNull();
    expect(await screen.findByRole('searchbox', { name: '在客户里找' })).toBeTruthy();
    expect(await app.call('clients.counts', null)).toEqual({ current: 1, archived: 0, bin: 0 });
  });

  it('is offered to nobody but the owner, and not outside of the bin', async () => {
    const first = await renderApp({ app, route: `/clients/${id}` });
    await screen.findByRole('complementary', { name: '祝珊的资料' });
    expect(screen.queryByRole('button', { name: '彻底删除' })).toBeNull();
    first.unmount();
    await app.call('clients.remove', { id });
    await takeOver(app, await aPerson(app, { role: 'manager' }));
    await renderApp({ app, route: `/clients/${id}` });
    await screen.findByText(/移到了回收站/);
    expect(screen.queryByRole('button', { name: '彻底删除' })).toBeNull();
  });
});
