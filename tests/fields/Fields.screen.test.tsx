// The owner's fields as a person meets them: made in the settings, asked for in the form, told on the page; and two people at one client.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient, aDraft } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const aField = async (wishes: object = {}) =>
  (await app.call('fields.create', { name: '发质', kind: 'text', choices: [], purpose: null, required: false, ...wishes })).id;
const form = async (id: string) => {
  const rendered = await renderApp({ app, route: `/clients/${id}/edit` });
  await screen.findByRole('textbox', { name: /^姓名/ });
  return rendered;
};

describe('the page of fields', () => {
  it('adds a field to choose from, and wants something to choose', async () => {
    const { user } = await renderApp({ app, route: '/settings/fields' });
    await user.click(await screen.findByRole('button', { name: /新字段/ }));
    await user.type(await screen.findByLabelText('名称'), '发质');
    await user.click(screen.getByRole('combobox', { name: '类型' }));
    await user.click(await screen.findByRole('option', { name: '单选' }));
    await user.click(screen.getByRole('button', { name: '加上' }));
    expect(await screen.findByText('至少写一个选项。')).toBeTruthy();
    await user.type(screen.getByLabelText('选项', { selector: 'input' }), '细软,粗硬,');
    await user.click(screen.getByRole('button', { name: '加上' }));
    expect(await screen.findByRole('cell', { name: '发质' })).toBeTruthy();
    expect((await app.call('fields.list', null)).fields).toMatchObject([{ name: '发质', kind: 'choice', choices: ['细软', '粗硬'] }]);
    await expectAccessible();
  });

  it('removes a field, offers to undo it, and puts it back from among the removed', async () => {
    await aField();
    const { user } = await renderApp({ app, route: '/settings/fields' });
    await user.click(await screen.findByRole('cell', { name: '发质' }));
    await user.click(await screen.findByRole('button', { name: '移除这个字段' }));
    await waitFor(() => expect(screen.queryByRole('cell', { name: '发质' })).toBeNull());
    await user.click(await screen.findByRole('radio', { name: '已移除 1' }));
    await user.click(await screen.findByRole('cell', { name: '发质' }));
    await user.click(await screen.findByRole('button', { name: '放回来' }));
    await waitFor(async () => expect((await app.call('fields.list', null)).fields[0]?.removedAt).toBeNull());
  });

  it('makes a standard field required by a tick', async () => {
    const { user } = await renderApp({ app, route: '/settings/fields' });
    await user.click(await screen.findByRole('checkbox', { name: '来源' }));
    await waitFor(async () => expect((await app.call('fields.list', null)).required).toEqual(['source']));
  });
});

describe('the dictionary', () => {
  it('names every field with its purpose, and flags what has none', async () => {
    await aField();
    await aField({ name: '停车', kind: 'yes-no', purpose: '留车位' });
    await renderApp({ app, route: '/settings/dictionary' });
    const own = await screen.findByRole('table', { name: '自定义字段' });
    expect(within(own).getByText('没写用途')).toBeTruthy();
    expect(within(own).getByRole('cell', { name: '留车位' })).toBeTruthy();
    const heads = within(own)
      .getAllByRole('columnheader')
      .map((head) => head.textContent);
    expect(heads).toEqual(['字段', '是什么', '类型', '写法', '用途', '必填']);
    const parking = within(own).getByRole('rowheader', { name: '停车' }).closest('tr');
    expect([...(parking?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)).toEqual([
      '店里自己加的',
      '是否',
      '是、否，或不填',
      '留车位',
      '可不填',
    ]);
    expect(within(screen.getByRole('table', { name: '标准字段' })).getAllByRole('rowheader')).toHaveLength(17);
    expect(screen.getByText(/^1个字段没写用途/)).toBeTruthy();
    await expectAccessible();
  });
});

describe('the form', () => {
  it('marks what is required, refuses to save without and says so at the field', async () => {
    await aField({ required: true });
    await app.call('fields.require', { fields: ['source', 'gender'] });
    const { user, place } = await renderApp({ app, route: '/clients/new' });
    await user.type(await screen.findByRole('textbox', { name: /^姓名/ }), '李梦');
    expect(screen.queryByText('这一栏必填。')).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findAllByText('这一栏必填。')).toHaveLength(3);
    expect(screen.getByRole('textbox', { name: '发质必填' }).getAttribute('aria-invalid')).toBe('true');
    await expectAccessible();
    expect(place()).toBe('/clients/new');
    await user.click(screen.getByRole('radio', { name: '女' }));
    await user.type(screen.getByLabelText(/^来源/, { selector: 'input' }), '路过');
    await user.type(screen.getByRole('textbox', { name: '发质必填' }), '细软');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { name: '李梦' })).toBeTruthy();
    expect(await screen.findByText('细软')).toBeTruthy();
  });

  it('says what is wrong with a value, once one has left the field', async () => {
    await aField({ name: '头围', kind: 'number' });
    const { user } = await renderApp({ app, route: '/clients/new' });
    await user.type(await screen.findByRole('textbox', { name: '头围' }), '五十六');
    await user.tab();
    expect(await screen.findByText('这里填数字，例如 36 或 36.5。')).toBeTruthy();
  });

  it('tells the second of two people, shows what is there now, and writes over nothing', async () => {
    const id = await aClient(app, { name: '林若溪', phone: '13800138000' });
    const { user, place } = await form(id);
    await user.type(screen.getByRole('textbox', { name: '职业' }), '教师');
    await app.call('clients.update', { id, draft: aDraft({ name: '林若溪', phone: '13800138000', source: '路过' }) });
    expect(await screen.findByText(/有人改了林若溪的资料/)).toBeTruthy();
    expect(screen.getByText('现在是：路过')).toBeTruthy();
    await expectAccessible();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await app.call('clients.get', { id })).occupation).toBeNull());
    expect(place()).toMatch(/edit$/);
    await user.click(screen.getByRole('button', { name: '来源 换成现在的' }));
    await user.click(screen.getByRole('button', { name: '保留我填的' }));
    await waitFor(() => expect(screen.queryByText(/有人改了/)).toBeNull());
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(place()).not.toMatch(/edit$/));
    expect(await app.call('clients.get', { id })).toMatchObject({ source: '路过', occupation: '教师' });
  });

  it('says that a client was moved to the bin meanwhile, and keeps what was typed', async () => {
    const id = await aClient(app, { name: '林若溪' });
    const { user } = await form(id);
    await user.type(screen.getByRole('textbox', { name: '职业' }), '教师');
    await app.call('clients.remove', { id });
    expect(await screen.findByText(/被移到了回收站/)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: '职业' })).toHaveProperty('value', '教师');
  });

  it('says that a client was erased meanwhile, and keeps what was typed on the page', async () => {
    const id = await aClient(app, { name: '林若溪' });
    const { number } = await app.call('clients.get', { id });
    const { user } = await form(id);
    await user.type(screen.getByRole('textbox', { name: '职业' }), '教师');
    await app.call('clients.remove', { id });
    await app.call('clients.erase', { id, confirm: number });
    expect(await screen.findByText(/被彻底删除了/)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: '职业' })).toHaveProperty('value', '教师');
  });
});

describe('the page of a client', () => {
  it('says what is required and missing, and why the rest is worth asking', async () => {
    const id = await aClient(app, { name: '林若溪' });
    await aField({ required: true });
    await app.call('fields.require', { fields: ['phone'] });
    await renderApp({ app, route: `/clients/${id}` });
    expect(await screen.findByText('必填的还缺：手机、发质')).toBeTruthy();
    expect(screen.getByText('认人、查重、回访都用它')).toBeTruthy();
  });
});
