// Nothing that would only be refused is offered: places, keys, buttons, fields and prices follow the role.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { levelsOf, type Levels } from '../../shared/permissions';
import { aClient, aVisit } from '../support/build';
import { anApp, type TestApp } from '../support/app';
import { someoneWith } from '../support/role';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let id: ClientId;

beforeEach(async () => {
  app = await anApp();
  id = await aClient(app, { phone: '13800138427', tags: ['敏感肌'] });
  await aVisit(app, { clientId: id });
});

afterEach(() => app.close());

const NOTHING = levelsOf(() => 'none');
/** Sees clients and what was done, and changes nothing. */
const READER: Levels = { ...NOTHING, settings: 'see', clients: 'see', visits: 'see', 'follow-ups': 'see' };

describe('somebody who may only read', () => {
  it('has no way to change a client, a visit or a follow-up on the client page', async () => {
    await someoneWith(app, { levels: READER });
    const { user, place } = await renderApp({ app, route: `/clients/${id}` });
    await screen.findByRole('heading', { name: '林若溪' });
    await screen.findByText('深层补水护理');
    for (const name of [/记到店/, /编辑/, '加标签', /去掉标签/]) expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.queryByRole('link', { name: '新客户' })).toBeNull();
    // the filters of the timeline have these names too; the bar's buttons are not there
    for (const name of [/^回访/, /^笔记/]) expect(screen.getAllByRole('button', { name })).toHaveLength(1);
    expect(screen.queryByText('消费')).toBeNull();
    expect(screen.queryByText(/¥/)).toBeNull();
    // what they see they may print
    await user.click(screen.getByRole('button', { name: '更多操作' }));
    expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual(['打印CtrlP']);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menuitem')).toBeNull());
    await user.keyboard('e');
    expect(place()).toBe(`/clients/${id}`);
    await user.keyboard('v');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('?');
    const sheet = within(await screen.findByRole('dialog', { name: '快捷键' }));
    expect(sheet.queryByText('记到店')).toBeNull();
    expect(sheet.queryByText('新客户')).toBeNull();
    await expectAccessible();
  });

  it('has only their places in the rail and in the palette', async () => {
    await someoneWith(app, { levels: READER });
    const { user } = await renderApp({ app, route: '/clients' });
    const rail = within(await screen.findByRole('navigation', { name: '主导航' }));
    expect(rail.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['今日', '客户', '回访', '设置']);
    await user.keyboard('{Control>}k{/Control}');
    const list = within(await screen.findByRole('listbox'));
    await list.findByText('锁定');
    expect(list.queryByText('洞察')).toBeNull();
    expect(list.queryByText('新客户')).toBeNull();
    expect(list.queryByText('员工')).toBeNull();
  });

  it('sees a list without phone, amounts, boxes to tick and export', async () => {
    await someoneWith(app, { levels: READER });
    await renderApp({ app, route: '/clients' });
    const grid = within(await screen.findByRole('grid'));
    expect(grid.queryByText('手机')).toBeNull();
    expect(grid.queryByText('消费')).toBeNull();
    expect(grid.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /导出/ })).toBeNull();
  });
});

it('tells calmly that a page is not for a role, and leads to one that is', async () => {
  await someoneWith(app, { levels: READER });
  const { user, place } = await renderApp({ app, route: '/insights' });
  expect(await screen.findByRole('heading', { name: '这一页不在您的角色里' })).toBeTruthy();
  await user.click(screen.getByRole('link', { name: '去今日' }));
  await waitFor(() => expect(place()).toBe('/today'));
  expect(await screen.findByRole('heading', { name: '今日' })).toBeTruthy();
});

it('takes whoever may not see clients to a settings page that is theirs', async () => {
  await someoneWith(app, { levels: { ...NOTHING, settings: 'see' } });
  const { place } = await renderApp({ app, route: '/today' });
  await waitFor(() => expect(place()).toBe('/settings/security'));
  const rail = within(await screen.findByRole('navigation', { name: '主导航' }));
  expect(rail.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['设置']);
});

it('leaves contact data and alerts out of the form below change, and keeps them in the book', async () => {
  await app.call('preferences.add', { clientId: id, draft: { kind: 'allergy', text: '对苯二胺（PPD）', detail: null } });
  await someoneWith(app, { levels: { contact: 'masked', health: 'masked' } });
  const { user, place } = await renderApp({ app, route: `/clients/${id}/edit` });
  const name = await screen.findByRole('textbox', { name: /姓名/ });
  expect(screen.queryByLabelText('手机')).toBeNull();
  expect(screen.queryByLabelText('微信')).toBeNull();
  expect(screen.queryByRole('region', { name: '健康提醒' })).toBeNull();
  await user.clear(name);
  await user.type(name, '林若溪溪');
  await user.click(screen.getByRole('button', { name: /^保存修改/ }));
  await waitFor(() => expect(place()).toBe(`/clients/${id}`));
  const client = await app.call('clients.get', { id });
  expect(client.phones.map(({ shown }) => shown)).toEqual(['138 **** 8427']);
  expect(client.preferences.map(({ kind }) => kind)).toEqual(['hidden']);
});

describe('who may not change prices', () => {
  beforeEach(async () => {
    const draft = { group: null, minutes: 60, followUpDays: null, followUpNote: null, ingredients: [], active: true };
    await app.call('catalogue.create', { ...draft, name: '水光护理', priceCents: 58_000 });
    await app.call('catalogue.create', { ...draft, name: '定制护理', priceCents: null });
  });

  it('is offered what has a price, without discount, and saves at the price of the list', async () => {
    await someoneWith(app, { levels: { money: 'see', insights: 'none' } });
    const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
    const panel = within(await screen.findByRole('dialog', { name: '记到店：林若溪' }));
    await user.click(await panel.findByRole('button', { name: /水光护理/ }));
    expect(panel.queryByRole('button', { name: /定制护理/ })).toBeNull();
    expect(panel.queryByLabelText('优惠')).toBeNull();
    expect(panel.getByText('按项目单收，您的角色不能打折或改价。')).toBeTruthy();
    await user.click(panel.getByRole('button', { name: /保存，收 ¥580\.00/ }));
    await waitFor(async () => expect((await app.call('clients.get', { id })).visits).toBe(2));
  });

  it('sees no amounts in the panel below see', async () => {
    await someoneWith(app, { levels: { money: 'none' } });
    const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
    const panel = within(await screen.findByRole('dialog', { name: '记到店：林若溪' }));
    await user.click(await panel.findByRole('button', { name: /水光护理/ }));
    expect(panel.queryByText(/¥/)).toBeNull();
    await user.click(panel.getByRole('button', { name: /^保存到店/ }));
    await waitFor(async () => expect((await app.call('clients.get', { id })).visits).toBe(2));
  });
});

it('tells why a visit waits while alerts are hidden', async () => {
  await app.call('preferences.add', { clientId: id, draft: { kind: 'allergy', text: '对苯二胺（PPD）', detail: null } });
  await someoneWith(app, { levels: { health: 'masked' } });
  const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
  const panel = within(await screen.findByRole('dialog', { name: '记到店：林若溪' }));
  expect(await panel.findByText('林若溪有健康提醒或皮试，内容被遮住')).toBeTruthy();
  await user.click(panel.getByRole('button', { name: '显示提醒' }));
  const why = within(await screen.findByRole('dialog', { name: '为什么要看林若溪的健康提醒？' }));
  await user.click(why.getByRole('button', { name: '选产品前核对' }));
  await user.click(why.getByRole('button', { name: /^显示30秒/ }));
  expect(await panel.findByText('过敏：对苯二胺（PPD）')).toBeTruthy();
});
