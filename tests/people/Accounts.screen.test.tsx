// The accounts page: who may open the book; the owner changes it, who may see people looks on, nobody else finds it.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../shared/people/contract';
import { anApp, aPerson, takeOver, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within, type RenderedApp } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const ROUTE = '/settings/accounts';

async function openPerson({ user }: RenderedApp, name: string): Promise<HTMLElement> {
  await user.click(await screen.findByRole('cell', { name }));
  return screen.findByRole('complementary', { name });
}

async function choose({ user }: RenderedApp, label: string, option: string): Promise<void> {
  await user.click(screen.getByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
}

async function accountOf(name: string): Promise<Account | undefined> {
  return (await app.call('people.accounts', null)).find((account) => account.name === name);
}

describe('a new account', () => {
  it('is given a start password, shown once and good for signing in', async () => {
    const { user } = await renderApp({ app, route: ROUTE });
    await user.click(await screen.findByRole('button', { name: /新账号/ }));
    await user.type(await screen.findByRole('textbox', { name: '姓名' }), '王芳');
    expect(screen.getByText(/看全部客户，能改手机，能记健康提醒，能记到店，能看金额。/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '建账号，拿初始密码' }));
    const dialog = await screen.findByRole('dialog', { name: '王芳的初始密码' });
    const startPassword = within(dialog).getByText(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/).textContent;
    expect(within(dialog).getByText(/在锁屏上点“王芳”/)).toBeTruthy();
    await expectAccessible();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: '王芳的初始密码' })).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: '已经告诉王芳' }));
    await waitFor(() => expect(document.body.textContent).not.toContain(startPassword));
    expect(await screen.findByRole('cell', { name: '初始密码没换' })).toBeTruthy();
    const { id } = (await accountOf('王芳'))!;
    await app.call('book.switchTo', { accountId: id, password: startPassword });
    expect((await app.call('book.status', null)).session).toMatchObject({ name: '王芳', role: 'front-desk', mustChoose: true });
  });

  it('takes the role and the staff record that were chosen, and says what the role may do', async () => {
    await app.call('staff.create', { name: '周静', post: '技师', active: true });
    const rendered = await renderApp({ app, route: ROUTE });
    await rendered.user.click(await screen.findByRole('button', { name: /新账号/ }));
    await screen.findByRole('textbox', { name: '姓名' });
    await choose(rendered, '员工档案', '周静');
    expect(screen.getByRole('textbox', { name: '姓名' })).toHaveProperty('value', '周静');
    await choose(rendered, '角色', '技师');
    expect(screen.getByText(/只看自己的客户，手机只见后4位/)).toBeTruthy();
    await rendered.user.click(screen.getByRole('button', { name: '建账号，拿初始密码' }));
    await screen.findByRole('dialog', { name: '周静的初始密码' });
    expect(await accountOf('周静')).toMatchObject({ role: 'therapist', staff: { name: '周静' }, state: 'invited' });
  });

  it('is refused without a name and with one that is taken, in words at the field', async () => {
    const { user } = await renderApp({ app, route: ROUTE });
    await user.click(await screen.findByRole('button', { name: /新账号/ }));
    await user.click(await screen.findByRole('button', { name: '建账号，拿初始密码' }));
    expect(await screen.findByText('请填姓名。')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: '姓名' }), '苏敏{Enter}');
    expect(await screen.findByText(/已有叫“苏敏”的/)).toBeTruthy();
  });

  it('may have one of the shop’s own roles, whose sentence follows the matrix', async () => {
    const { id } = await app.call('people.addRole', { name: '实习生', like: 'reviewer' });
    const rendered = await renderApp({ app, route: ROUTE });
    await rendered.user.click(await screen.findByRole('button', { name: /新账号/ }));
    await screen.findByRole('textbox', { name: '姓名' });
    await choose(rendered, '角色', '实习生');
    expect(screen.getByText(/看全部客户，能看手机，能看健康提醒，看不到金额。/)).toBeTruthy();
    await rendered.user.type(screen.getByRole('textbox', { name: '姓名' }), '孟小雨{Enter}');
    await screen.findByRole('dialog', { name: '孟小雨的初始密码' });
    expect(await accountOf('孟小雨')).toMatchObject({ role: id, roleName: '实习生' });
  });
});

describe('an account', () => {
  it('is renamed on leaving the field', async () => {
    await aPerson(app, { name: '王芳' });
    const rendered = await renderApp({ app, route: ROUTE });
    const panel = await openPerson(rendered, '王芳');
    const name = within(panel).getByRole('textbox', { name: '姓名' });
    await rendered.user.clear(name);
    await rendered.user.type(name, '王晓芳');
    await rendered.user.tab();
    expect(await screen.findByRole('cell', { name: '王晓芳' })).toBeTruthy();
    expect((await app.call('book.status', null)).accounts.map((account) => account.name)).toContain('王晓芳');
  });

  it('is given another role at once', async () => {
    await aPerson(app, { name: '王芳' });
    const rendered = await renderApp({ app, route: ROUTE });
    await openPerson(rendered, '王芳');
    await choose(rendered, '角色', '店长');
    expect(await screen.findByText('王芳的角色已换成店长，马上生效')).toBeTruthy();
    expect(await accountOf('王芳')).toMatchObject({ role: 'manager' });
  });

  it('becomes an owner’s only after a question whose safe answer changes nothing', async () => {
    await aPerson(app, { name: '王芳' });
    const rendered = await renderApp({ app, route: ROUTE });
    await openPerson(rendered, '王芳');
    await choose(rendered, '角色', '老板');
    await rendered.user.click(await screen.findByRole('button', { name: /先不/ }));
    expect(await accountOf('王芳')).toMatchObject({ role: 'front-desk' });
    await choose(rendered, '角色', '老板');
    await rendered.user.click(await screen.findByRole('button', { name: '让王芳当老板' }));
    await waitFor(async () => expect(await accountOf('王芳')).toMatchObject({ role: 'owner' }));
  });

  it('gets a new start password; the old one is worth nothing then', async () => {
    const person = await aPerson(app, { name: '王芳' });
    const rendered = await renderApp({ app, route: ROUTE });
    const panel = await openPerson(rendered, '王芳');
    await rendered.user.click(within(panel).getByRole('button', { name: '重设密码' }));
    await rendered.user.click(await screen.findByRole('button', { name: '给新的' }));
    expect(await screen.findByRole('dialog', { name: '王芳的初始密码' })).toBeTruthy();
    await expect(app.call('book.switchTo', { accountId: person.id, password: person.password })).rejects.toMatchObject({
      code: 'keys.wrong-password',
    });
  });

  it('is disabled, stands apart then, and is enabled again with a start password', async () => {
    await aPerson(app, { name: '王芳' });
    const rendered = await renderApp({ app, route: ROUTE });
    const panel = await openPerson(rendered, '王芳');
    await rendered.user.click(within(panel).getByRole('button', { name: '停用账号' }));
    const question = await screen.findByRole('dialog', { name: '停用王芳的账号？' });
    await rendered.user.click(within(question).getByRole('button', { name: '停用账号' }));
    await waitFor(() => expect(screen.queryByRole('cell', { name: '王芳' })).toBeNull());
    expect((await app.call('book.status', null)).accounts.map(({ name }) => name)).toEqual(['苏敏']);
    await rendered.user.click(screen.getByRole('radio', { name: '已停用 1' }));
    const disabled = await openPerson(rendered, '王芳');
    await expectAccessible();
    await rendered.user.click(within(disabled).getByRole('button', { name: '重新启用' }));
    expect(await screen.findByRole('dialog', { name: '王芳的初始密码' })).toBeTruthy();
    expect(await accountOf('王芳')).toMatchObject({ state: 'invited' });
  });

  it('is removed for good after saying what is final', async () => {
    await aPerson(app, { name: '王芳' });
    const rendered = await renderApp({ app, route: ROUTE });
    const panel = await openPerson(rendered, '王芳');
    await rendered.user.click(within(panel).getByRole('button', { name: '删除账号' }));
    const question = await screen.findByRole('dialog', { name: '删除王芳的账号？' });
    expect(within(question).getByText(/这一步不能撤销/)).toBeTruthy();
    await rendered.user.click(within(question).getByRole('button', { name: '删除账号' }));
    await waitFor(() => expect(screen.queryByRole('cell', { name: '王芳' })).toBeNull());
    expect(await accountOf('王芳')).toBeUndefined();
  });

  it('of one’s own shows no way to shut oneself out', async () => {
    const rendered = await renderApp({ app, route: ROUTE });
    await rendered.user.click(await screen.findByRole('cell', { name: /^苏敏/ }));
    const panel = await screen.findByRole('complementary', { name: '苏敏' });
    expect(within(panel).getByText(/这是您自己的账号/)).toBeTruthy();
    expect(within(panel).getByRole('combobox', { name: '角色' })).toHaveProperty('disabled', true);
    expect(within(panel).queryByRole('button', { name: /停用|删除|初始密码/ })).toBeNull();
  });
});

describe('who is not the owner', () => {
  it('looks on with the right to see people, and changes nothing', async () => {
    const officer = await aPerson(app, { name: '许安', role: 'security-officer' });
    await aPerson(app, { name: '王芳' });
    await takeOver(app, officer);
    const rendered = await renderApp({ app, route: ROUTE });
    const panel = await openPerson(rendered, '王芳');
    expect(within(panel).getByText('建账号、改角色，要老板来做。')).toBeTruthy();
    expect(within(panel).queryByRole('textbox')).toBeNull();
    expect(
      within(panel)
        .getAllByRole('button')
        .map((button) => button.getAttribute('aria-label')),
    ).toEqual(['关上']);
    expect(screen.queryByRole('button', { name: /新账号/ })).toBeNull();
    await expectAccessible();
  });

  it('does not find the page without that right', async () => {
    await takeOver(app, await aPerson(app, { name: '王芳' }));
    await renderApp({ app, route: ROUTE });
    expect(await screen.findByRole('heading', { name: '这一页不在您的角色里' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: '账号' })).toBeNull();
  });
});
