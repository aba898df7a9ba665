// The client list as a person uses it, on a real book.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Workers } from '../../electron/core/workers';
import { writeExport } from '../../electron/exports/write';
import { aClient, aVisit } from '../support/build';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

// jsdom lays nothing out, and the list draws only what it believes to be in view
beforeAll(() => {
  Object.defineProperties(Element.prototype, {
    clientHeight: { configurable: true, get: () => 700 },
    clientWidth: { configurable: true, get: () => 1200 },
  });
});

/** The same work without a thread of its own: the thread is proved where exports are. */
const SAME_THREAD: Workers = {
  run: async <Out,>(_name: string, input: unknown, options: Parameters<Workers['run']>[2] = {}) =>
    (await writeExport(input as Parameters<typeof writeExport>[0], { progress: options.onProgress ?? (() => undefined) })) as Out,
};

beforeEach(async () => {
  app = await anApp({ workers: SAME_THREAD });
});

afterEach(() => app.close());

describe('the client list', () => {
  it('says what to do first while there are no clients', async () => {
    await renderApp({ app, route: '/clients' });
    expect(await screen.findByText('还没有客户')).toBeTruthy();
    expect(screen.getByRole('link', { name: '导入名单' }).getAttribute('href')).toBe('/data');
    await expectAccessible();
  });

  it('finds by the initials of the pinyin, marks why, and opens the first hit with Enter', async () => {
    await aClient(app, { name: '李梦瑶' });
    const id = await aClient(app, { name: '张素芬' });
    const { user, place } = await renderApp({ app, route: '/clients' });
    await screen.findByText('李梦瑶');
    await user.keyboard('/');
    await user.keyboard('zsf');
    await waitFor(() => expect(screen.queryByText('李梦瑶')).toBeNull());
    const row = screen.getByRole('row', { name: /张素芬/ });
    expect([...row.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('芬');
    expect(screen.getByText('找到1位，按上次到店排序')).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(place()).toBe(`/clients/${id}`));
  });

  it('shows a field of the shop’s own as a column that is remembered, and filters by it', async () => {
    const { id } = await app.call('fields.create', {
      ...{ name: '发质', kind: 'choice', choices: ['细软', '粗硬'], purpose: null, required: false },
    });
    await aClient(app, { name: '李梦瑶', fields: [{ id, value: '细软' }] });
    await aClient(app, { name: '张素芬', fields: [{ id, value: '粗硬' }] });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('李梦瑶');
    expect(screen.queryByRole('columnheader', { name: '发质' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '显示哪些列' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: '发质' }));
    expect(await screen.findByRole('columnheader', { name: '发质' })).toBeTruthy();
    expect(within(screen.getByRole('row', { name: /李梦瑶/ })).getByText('细软')).toBeTruthy();
    expect(await app.call('clients.columns', null)).toEqual({ fields: [id], hidden: [] });
    await user.click(screen.getByRole('menuitemcheckbox', { name: '等级' }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: '等级' })).toBeNull());
    expect(await app.call('clients.columns', null)).toEqual({ fields: [id], hidden: ['tier'] });
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: '自定义' }));
    await user.click(await screen.findByRole('menuitemradio', { name: '发质：粗硬' }));
    await waitFor(() => expect(screen.queryByText('李梦瑶')).toBeNull());
    expect(screen.getByText('张素芬')).toBeTruthy();
    await expectAccessible();
  });

  it('is as it was left when one comes back from a client', async () => {
    await aClient(app, { name: '李梦瑶' });
    await aClient(app, { name: '张素芬' });
    const { user } = await renderApp({ app, route: '/clients' });
    await user.type(await screen.findByRole('searchbox', { name: '在客户里找' }), 'zsf');
    await screen.findByText('找到1位，按上次到店排序');
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: '张素芬' });
    await user.keyboard('{Escape}');
    const search = await screen.findByRole('searchbox', { name: '在客户里找' });
    expect(search).toHaveProperty('value', 'zsf');
    expect(screen.queryByText('李梦瑶')).toBeNull();
  });

  it('offers to drop the filter, or to keep what was typed as a new client, when nobody is found', async () => {
    await aClient(app, { name: '李梦瑶' });
    const { user, place } = await renderApp({ app, route: '/clients' });
    await user.type(await screen.findByRole('searchbox', { name: '在客户里找' }), '王小明');
    expect(await screen.findByText('没有找到“王小明”')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '把“王小明”记成新客户' }));
    expect(await screen.findByRole('textbox', { name: /姓名/ })).toHaveProperty('value', '王小明');
    expect(place()).toContain('/clients/new');
  });

  it('is filtered by a tag, and the pill takes the filter away again', async () => {
    await aClient(app, { name: '李梦瑶', tags: ['敏感肌'] });
    await aClient(app, { name: '张素芬' });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('张素芬');
    await user.click(screen.getByRole('button', { name: '标签' }));
    await user.click(await screen.findByRole('menuitemradio', { name: '敏感肌' }));
    await waitFor(() => expect(screen.queryByText('张素芬')).toBeNull());
    await user.click(screen.getByRole('button', { name: '去掉筛选：标签' }));
    expect(await screen.findByText('张素芬')).toBeTruthy();
  });

  it('is sorted by a column, and says so to a screen reader', async () => {
    const rare = await aClient(app, { name: '阿一' });
    const often = await aClient(app, { name: '甄二' });
    await aVisit(app, { clientId: rare, on: '2026-03-13' });
    for (const on of ['2026-01-01', '2026-02-01']) await aVisit(app, { clientId: often, on });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('阿一');
    expect(names()).toEqual(['阿一', '甄二']);
    await user.click(screen.getByRole('button', { name: '到店' }));
    await waitFor(() => expect(names()).toEqual(['甄二', '阿一']));
    expect(screen.getByRole('columnheader', { name: '到店' }).getAttribute('aria-sort')).toBe('descending');
  });

  it('is sorted by a field of the shop’s own, and says by which', async () => {
    const field = await app.call('fields.create', { name: '头围', kind: 'number', choices: [], purpose: null, required: false });
    await app.call('clients.showColumns', { fields: [field.id], hidden: [] });
    await aClient(app, { name: '阿一', fields: [{ id: field.id, value: '100' }] });
    await aClient(app, { name: '甄二', fields: [{ id: field.id, value: '56.5' }] });
    await aClient(app, { name: '林三' });
    const { user } = await renderApp({ app, route: '/clients' });
    await user.click(await screen.findByRole('button', { name: '头围' }));
    await waitFor(() => expect(names()).toEqual(['甄二', '阿一', '林三']));
    expect(screen.getByRole('columnheader', { name: '头围' }).getAttribute('aria-sort')).toBe('ascending');
    expect(screen.getByText(/按头围排序/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '头围' }));
    await waitFor(() => expect(names()).toEqual(['阿一', '甄二', '林三']));
    await expectAccessible();
  });

  it('is ordered as at first, and says so, once the field it was sorted by is removed; a column put away keeps its order', async () => {
    const field = await app.call('fields.create', { name: '头围', kind: 'number', choices: [], purpose: null, required: false });
    await app.call('clients.showColumns', { fields: [field.id], hidden: [] });
    await aClient(app, { name: '阿一', fields: [{ id: field.id, value: '56.5' }] });
    await aVisit(app, { clientId: await aClient(app, { name: '林三' }), on: '2026-02-01' });
    const { user } = await renderApp({ app, route: '/clients' });
    await user.click(await screen.findByRole('button', { name: '头围' }));
    await waitFor(() => expect(names()).toEqual(['阿一', '林三']));
    await user.click(screen.getByRole('button', { name: '显示哪些列' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: '头围' }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: '头围' })).toBeNull());
    expect(screen.getByText(/按头围排序/)).toBeTruthy();
    await app.call('fields.remove', { id: field.id });
    await waitFor(() => expect(names()).toEqual(['林三', '阿一']));
    expect(await screen.findByText(/按上次到店排序/)).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: /上次到店/, hidden: true }).getAttribute('aria-sort')).toBe('descending');
  });

  it('puts a tag on everybody chosen with the keyboard, and takes it back with Ctrl Z', async () => {
    await aClient(app, { name: '李梦瑶' });
    await aClient(app, { name: '张素芬' });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('张素芬');
    await user.keyboard('{ArrowDown}');
    await user.keyboard(' ');
    await user.keyboard('{ArrowDown}');
    await user.keyboard(' ');
    const bar = await screen.findByRole('toolbar', { name: '对所选客户' });
    expect(within(bar).getByText('已选2位')).toBeTruthy();
    await expectAccessible();
    await user.click(within(bar).getByRole('button', { name: '打标签' }));
    await user.type(await screen.findByLabelText('标签', { selector: 'input' }), '周末{Enter}');
    await waitFor(async () => expect(await app.call('clients.tags', null)).toMatchObject([{ name: '周末', clients: 2 }]));
    await screen.findByText('已给2位加上“周末”');
    await user.click(screen.getByRole('button', { name: /撤销/ }));
    await waitFor(async () => expect((await app.call('clients.tags', null)).reduce((sum, tag) => sum + tag.clients, 0)).toBe(0));
  });

  it('is written to Excel as it is filtered', async () => {
    await aClient(app, { name: '李梦瑶' });
    await aClient(app, { name: '张素芬' });
    const file = path.join(app.folder, '客户.xlsx');
    app.answers.saveFile.push(file);
    const { user } = await renderApp({ app, route: '/clients' });
    await user.type(await screen.findByRole('searchbox', { name: '在客户里找' }), 'zsf');
    await screen.findByText('找到1位，按上次到店排序');
    await user.click(screen.getByRole('button', { name: '导出Excel' }));
    const terms = within(await screen.findByRole('dialog', { name: '导出客户名单' }));
    await user.click(terms.getByRole('button', { name: '联系客户' }));
    await user.click(terms.getByRole('button', { name: '导出Excel' }));
    expect(await screen.findByText('已导出1行到“客户.xlsx”')).toBeTruthy();
    expect(existsSync(file)).toBe(true);
  });

  it('is narrowed by source, birthday month, spending and alert, each a pill that goes away again, or all at once', async () => {
    const alerts = [{ id: null, kind: 'pregnancy' as const, text: '孕六个月', detail: null }];
    const id = await aClient(app, { name: '李梦瑶', source: '美团', birthday: '1990-03-03' as never, alerts });
    await aVisit(app, { clientId: id, amountCents: 200_000 });
    await aClient(app, { name: '张素芬', source: '朋友介绍' });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('张素芬');
    await user.click(screen.getByRole('button', { name: '更多筛选' }));
    await user.click(screen.getByRole('button', { name: '来源' }));
    await user.click(await screen.findByRole('menuitemradio', { name: '美团' }));
    await waitFor(() => expect(screen.queryByText('张素芬')).toBeNull());
    await user.click(screen.getByRole('button', { name: '生日' }));
    await user.click(await screen.findByRole('menuitemradio', { name: '3月' }));
    await user.click(screen.getByRole('button', { name: '提醒' }));
    await user.click(await screen.findByRole('menuitemradio', { name: '孕期' }));
    await user.click(screen.getByRole('button', { name: '累计消费', expanded: false }));
    await user.type(await screen.findByRole('textbox', { name: '不少于' }), '很多');
    await user.click(screen.getByRole('button', { name: '筛选' }));
    expect(await screen.findByText('请写金额，比如2000')).toBeTruthy();
    await user.clear(screen.getByRole('textbox', { name: '不少于' }));
    await user.type(screen.getByRole('textbox', { name: '不少于' }), '2,000{Enter}');
    expect(await screen.findByText('¥2,000以上')).toBeTruthy();
    expect(screen.getByText('李梦瑶')).toBeTruthy();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '去掉筛选：来源' }));
    expect(screen.queryByText('张素芬')).toBeNull();
    await user.click(screen.getByRole('button', { name: '清空筛选' }));
    expect(await screen.findByText('张素芬')).toBeTruthy();
  });

  it('archives whom Shift and the arrows have chosen, and takes it back with one Ctrl Z', async () => {
    for (const name of ['李梦瑶', '张素芬', '周早']) await aClient(app, { name });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('周早');
    await user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    expect(await screen.findByText('已选2位')).toBeTruthy();
    const grid = screen.getByRole('grid', { name: '客户' });
    expect(within(grid).getAllByRole('row', { selected: true })).toHaveLength(2);
    expect(grid.getAttribute('aria-rowcount')).toBe('4');
    await user.click(screen.getByRole('button', { name: '归档' }));
    expect(await screen.findByText('已归档2位')).toBeTruthy();
    await waitFor(() => expect(names()).toHaveLength(1));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  it('gives everybody Ctrl A chose to one of the staff', async () => {
    await app.call('staff.create', { name: '小林', post: null, active: true });
    const ids = [await aClient(app, { name: '李梦瑶' }), await aClient(app, { name: '张素芬' })];
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('张素芬');
    await user.keyboard('{Control>}a{/Control}');
    await user.click(await screen.findByRole('button', { name: '分给员工' }));
    await user.click(await screen.findByRole('menuitem', { name: '小林' }));
    expect(await screen.findByText('2位已分给小林')).toBeTruthy();
    for (const id of ids) expect((await app.call('clients.get', { id })).staff?.name).toBe('小林');
    await expectAccessible();
  });

  it('opens the visit panel of the current row with V', async () => {
    await aClient(app, { name: '李梦瑶' });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('李梦瑶');
    await user.keyboard('{ArrowDown}');
    await user.keyboard('v');
    expect(await screen.findByRole('dialog', { name: '记到店：李梦瑶' })).toBeTruthy();
  });
});

function names(): (string | null)[] {
  return [...document.querySelectorAll('tbody b')].map((name) => name.textContent);
}
