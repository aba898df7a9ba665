// Follow-ups: by day, closed with one key, promised to whoever is found.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aFollowUp } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let ruoxi: ClientId;

beforeEach(async () => {
  app = await anApp();
  ruoxi = await aClient(app, { name: '林若溪', phone: '13800138533' });
});
afterEach(() => app.close());

async function timelineOf(clientId: ClientId) {
  const { items } = await app.call('timeline.of', { clientId, kind: 'follow-up', before: null, limit: 10 });
  return items.flatMap((item) => (item.type === 'follow-up' ? [item.followUp] : []));
}

describe('the list', () => {
  it('says what to do first while nothing is promised', async () => {
    await renderApp({ app, route: '/follow-ups' });
    expect(await screen.findByText('没有要做的回访')).toBeTruthy();
    await expectAccessible();
  });

  it('is grouped by day and names each day', async () => {
    await aFollowUp(app, ruoxi, { dueOn: '2026-03-14', note: '问今天' });
    await aFollowUp(app, ruoxi, { dueOn: '2026-03-15', note: '问明天' });
    await aFollowUp(app, ruoxi, { dueOn: '2026-03-18', note: '问周三' });
    await renderApp({ app, route: '/follow-ups' });
    await screen.findByText('问今天');
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      '今天3月14日 周六',
      '明天3月15日 周日',
      '周三3月18日',
    ]);
    await expectAccessible();
  });

  it('goes out to Excel as it is filtered', async () => {
    const { id: staffId } = await app.call('staff.create', { name: '周静', post: null, color: null, active: true });
    await aFollowUp(app, ruoxi, { dueOn: '2026-03-14', note: '问今天', staffId });
    await aFollowUp(app, ruoxi, { dueOn: '2026-03-15', note: '问明天' });
    const { user } = await renderApp({ app, route: '/follow-ups' });
    await user.click(await screen.findByRole('combobox', { name: '看谁的' }));
    await user.click(await screen.findByRole('option', { name: '周静' }));
    await waitFor(() => expect(screen.queryByText('问明天')).toBeNull());
    await user.click(screen.getByRole('button', { name: '导出Excel' }));
    const dialog = await screen.findByRole('dialog', { name: '导出回访名单' });
    expect(await within(dialog).findByText(/^共1行。/)).toBeTruthy();
    await expectAccessible();
  });

  it('closes the current one with a number and keeps what was said', async () => {
    await aFollowUp(app, ruoxi, { dueOn: '2026-03-14', note: '问皮肤' });
    const { user } = await renderApp({ app, route: '/follow-ups' });
    await screen.findByText('问皮肤');
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: '说了什么' }), '好多了1{Enter}');
    await user.keyboard('1');
    expect(await screen.findByText('已记林若溪的回访：都好（电话）')).toBeTruthy();
    await waitFor(async () => expect(await timelineOf(ruoxi)).toMatchObject([{ outcome: 'well', outcomeNote: '好多了1' }]));
  });

  it('is dropped only with a reason', async () => {
    await aFollowUp(app, ruoxi, { dueOn: '2026-03-14', note: '问皮肤' });
    const { user } = await renderApp({ app, route: '/follow-ups' });
    await screen.findByText('问皮肤');
    await user.keyboard('x');
    const dialog = await screen.findByRole('dialog', { name: '不再跟进林若溪的这条回访？' });
    await user.click(within(dialog).getByRole('button', { name: '不再跟进' }));
    expect(await within(dialog).findByText('写一句原因。')).toBeTruthy();
    await expectAccessible();
    await user.click(within(dialog).getByRole('button', { name: '客户搬走了' }));
    await user.click(within(dialog).getByRole('button', { name: '不再跟进' }));
    await waitFor(async () => expect(await timelineOf(ruoxi)).toMatchObject([{ state: 'dropped', outcomeNote: '客户搬走了' }]));
  });

  it('shows one person’s follow-ups, and the whole shop’s again', async () => {
    const { id } = await app.call('staff.create', { name: '周静', post: null, active: true });
    await aFollowUp(app, ruoxi, { dueOn: '2026-03-14', note: '谁都可以' });
    const { user } = await renderApp({ app, route: '/follow-ups' });
    await screen.findByText('谁都可以');
    await user.click(screen.getByRole('combobox', { name: '看谁的' }));
    await user.click(await screen.findByRole('option', { name: '周静', hidden: true }));
    expect(await screen.findByText('周静没有要做的回访')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '看全店' }));
    expect(await screen.findByText('谁都可以')).toBeTruthy();
    expect((await app.call('followUps.board', { until: '2026-03-14', staffId: id })).lines).toEqual([]);
  });

  it('changes what was promised', async () => {
    await aFollowUp(app, ruoxi, { dueOn: '2026-03-14', note: '问皮肤' });
    const { user } = await renderApp({ app, route: '/follow-ups' });
    await screen.findByText('问皮肤');
    await user.keyboard('e');
    const dialog = await screen.findByRole('dialog', { name: '修改林若溪的回访' });
    await user.click(await within(dialog).findByRole('button', { name: '1周后' }));
    await user.click(within(dialog).getByRole('button', { name: /保存修改/ }));
    expect(await screen.findByText('已改林若溪的回访')).toBeTruthy();
    await waitFor(async () => expect(await timelineOf(ruoxi)).toMatchObject([{ dueOn: '2026-03-21', note: '问皮肤' }]));
  });
});

describe('a new follow-up', () => {
  async function compose() {
    const rendered = await renderApp({ app, route: '/follow-ups' });
    await screen.findByText('没有要做的回访');
    await rendered.user.keyboard('f');
    const dialog = await screen.findByRole('dialog', { name: '新回访' });
    await rendered.user.type(within(dialog).getByRole('combobox'), 'lrx');
    await rendered.user.click(await screen.findByRole('option', { name: /林若溪/, hidden: true }));
    await within(dialog).findByRole('button', { name: '3天后' });
    return { ...rendered, dialog };
  }

  it('is promised to a client found by initials, three days from now unless another day is chosen', async () => {
    const { user, dialog } = await compose();
    await expectAccessible();
    await user.type(within(dialog).getByLabelText('要问什么'), '问发色');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('已约定3月17日回访林若溪')).toBeTruthy();
    expect(await timelineOf(ruoxi)).toMatchObject([{ dueOn: '2026-03-17', note: '问发色', kind: 'after-service' }]);
  });

  it('is still there, half written, when the dialog was closed by accident', async () => {
    const { user, dialog } = await compose();
    await user.type(within(dialog).getByLabelText('要问什么'), '问头皮');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('f');
    const again = await screen.findByRole('dialog', { name: '新回访' });
    await user.type(within(again).getByRole('combobox'), '8533');
    await user.click(await screen.findByRole('option', { name: /林若溪/, hidden: true }));
    await waitFor(() => expect(within(again).getByLabelText<HTMLTextAreaElement>('要问什么').value).toBe('问头皮'));
  });
});
