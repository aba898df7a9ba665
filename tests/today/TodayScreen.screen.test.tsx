// Today: what is due is seen at once and done in place, by key.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

async function board() {
  return (await app.call('followUps.board', { until: '2026-04-30', staffId: null })).lines;
}

/** Promised yesterday for yesterday, so that it is overdue today. */
async function anOverdue(client: Awaited<ReturnType<typeof aClient>>, note: string) {
  const now = app.now;
  app.now = new Date(now.getTime() - 86_400_000);
  await aFollowUp(app, client, { dueOn: '2026-03-13', note });
  app.now = now;
}

describe('an empty book', () => {
  it('says what to do first and leads to the import', async () => {
    const { user, place } = await renderApp({ app });
    expect(await screen.findByText('从第一位客户开始')).toBeTruthy();
    await expectAccessible();
    await user.click(screen.getByRole('link', { name: '导入名单' }));
    await waitFor(() => expect(place()).toBe('/data'));
  });
});

describe('a day with follow-ups', () => {
  beforeEach(async () => {
    const ruoxi = await aClient(app, {
      name: '林若溪',
      phone: '13800138533',
      wechat: 'ruoxi_lin',
      alerts: [{ id: null, kind: 'allergy', text: '对PPD过敏', detail: null }],
    });
    const wanting = await aClient(app, { name: '梁婉婷', phone: '13900130001' });
    await anOverdue(wanting, '问发色');
    await aFollowUp(app, ruoxi, { dueOn: '2026-03-14', note: '问皮肤感受' });
    await aFollowUp(app, wanting, { dueOn: '2026-03-15', note: '约下次' });
  });

  it('stands in overdue, today and this week, with today’s first row current', async () => {
    await renderApp({ app });
    const overdue = await screen.findByRole('region', { name: '逾期' });
    expect(within(overdue).getByText('逾期1天')).toBeTruthy();
    const due = screen.getByRole('region', { name: '今天' });
    expect(due.querySelector('li[data-current]')?.textContent).toContain('林若溪');
    expect(within(due).getByText('过敏')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: '本周' })).getByText('3月15日 周日')).toBeTruthy();
    await expectAccessible();
  });

  it('is done by D and a number, with a few words, and can be taken back', async () => {
    const { user } = await renderApp({ app });
    await screen.findByText('问皮肤感受');
    await user.keyboard('d');
    const dialog = await screen.findByRole('dialog', { name: '林若溪的回访结果' });
    await user.type(within(dialog).getByRole('textbox'), '不红了');
    await user.click(within(dialog).getByRole('button', { name: /已约/ }));
    expect(await screen.findByText('已记林若溪的回访：已约（电话）')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('问皮肤感受')).toBeNull());
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('问皮肤感受')).toBeTruthy();
  });

  it('takes the number of the outcome while the choice is open', async () => {
    const { user } = await renderApp({ app });
    await screen.findByText('问皮肤感受');
    await user.keyboard('d');
    await screen.findByRole('dialog', { name: '林若溪的回访结果' });
    await user.keyboard('3');
    expect(await screen.findByText('已记林若溪的回访：没接通（电话）')).toBeTruthy();
  });

  it('is put off by S to a day that is named', async () => {
    const { user } = await renderApp({ app });
    await screen.findByText('问皮肤感受');
    await user.keyboard('s');
    await user.click(await screen.findByRole('menuitem', { name: /下周一/ }));
    expect(await screen.findByText('林若溪的回访延到3月16日')).toBeTruthy();
    await waitFor(async () => expect((await board()).find(({ note }) => note === '问皮肤感受')?.dueOn).toBe('2026-03-16'));
  });

  it('shows the number to dial, large, and copies it', async () => {
    const { user } = await renderApp({ app });
    await screen.findByText('问皮肤感受');
    await user.keyboard('c');
    const dialog = await screen.findByRole('dialog', { name: '拨打林若溪' });
    expect(within(dialog).getByText('138 0013 8533')).toBeTruthy();
    await waitFor(async () => expect(await navigator.clipboard.readText()).toBe('13800138533'));
    await expectAccessible();
  });

  it('copies the WeChat name of the current row, and says where there is none', async () => {
    const { user } = await renderApp({ app });
    await screen.findByText('问皮肤感受');
    await user.keyboard('w');
    expect(await screen.findByText('已复制林若溪的微信号，去微信里找')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe('ruoxi_lin');
    await user.keyboard('{ArrowUp}w');
    expect(await screen.findByText('梁婉婷没有留微信号，先打电话，或到客户页补上')).toBeTruthy();
  });

  it('opens the client of the current row by Enter', async () => {
    const { user, place } = await renderApp({ app });
    await screen.findByText('问皮肤感受');
    await user.keyboard('{Enter}');
    const [, line] = await board();
    await waitFor(() => expect(place()).toBe(`/clients/${line!.clientId}`));
  });
});

describe('a day without follow-ups', () => {
  it('says that all is done and when the next one is', async () => {
    const client = await aClient(app);
    await aFollowUp(app, client, { dueOn: '2026-03-26' });
    await renderApp({ app });
    expect(await screen.findByText('今天的回访都做完了')).toBeTruthy();
    expect(screen.getByText('下一条在3月26日 周四。')).toBeTruthy();
  });
});

describe('beside the board', () => {
  it('names who is later than their own rhythm, and whose birthday comes, solar or lunar', async () => {
    const late = await aClient(app, { name: '叶知秋' });
    for (const on of ['2025-12-01', '2025-12-29', '2026-01-26']) await aVisit(app, { clientId: late, on });
    await aClient(app, { name: '苏锦', birthday: '--03-14' });
    await aClient(app, { name: '沈佳宜', birthday: 'lunar:--02-01' });
    await renderApp({ app });
    const backs = await screen.findByRole('region', { name: '该回来的客人' });
    expect(await within(backs).findByText('每28天一次，已47天')).toBeTruthy();
    expect(within(backs).getByText('晚19天')).toBeTruthy();
    const birthdays = screen.getByRole('region', { name: '生日' });
    expect(within(birthdays).getByText('今天')).toBeTruthy();
    expect(within(birthdays).getByText('农历二月初一')).toBeTruthy();
  });

  it('promises a follow-up in place to whoever has a birthday, for that day', async () => {
    const client = await aClient(app, { name: '苏锦', birthday: '--03-16' });
    const { user, place } = await renderApp({ app });
    const birthdays = await screen.findByRole('region', { name: '生日' });
    await user.click(await within(birthdays).findByRole('button', { name: '苏锦：可以做的事' }));
    await user.click(await screen.findByRole('menuitem', { name: '约回访' }));
    const dialog = await screen.findByRole('dialog', { name: '和苏锦约一次回访' });
    await expectAccessible();
    await user.click(await within(dialog).findByRole('button', { name: /^约定回访/ }));
    await waitFor(async () => expect((await board())[0]).toMatchObject({ clientId: client, kind: 'birthday', dueOn: '2026-03-16' }));
    expect(place()).toBe('/today');
  });
});

describe('a day with very many follow-ups', () => {
  it('shows the first forty of a part, and the others when asked', async () => {
    const client = await aClient(app, { name: '林若溪' });
    for (let i = 0; i < 43; i++) await aFollowUp(app, client, { dueOn: '2026-03-14', note: `第${i}条` });
    const { user } = await renderApp({ app });
    const due = await screen.findByRole('region', { name: '今天' });
    expect(within(due).getAllByRole('listitem')).toHaveLength(40);
    await user.click(within(due).getByRole('button', { name: '再看3条' }));
    expect(within(due).getAllByRole('listitem')).toHaveLength(43);
  });
});
