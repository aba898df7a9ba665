// The lock: what it shows, what it refuses, and that nothing of a client stays on screen.

import { afterEach, describe, expect, it } from 'vitest';
import { anApp, anEmptyApp, aPerson, createBook, OWNER, signIn, takeOver, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor } from '../support/screen';

let app: TestApp;

afterEach(() => app.close());

describe('lock screen', () => {
  it('shows the shop and asks for the password of the one account', async () => {
    app = await anApp();
    await app.call('book.lock', { reason: 'key' });
    await renderApp({ app });
    expect(await screen.findByRole('heading', { name: '棠舍' })).toBeTruthy();
    expect(await screen.findByLabelText('苏敏的密码')).toBeTruthy();
    await expectAccessible();
  });

  it('opens the book with the right password', async () => {
    app = await anApp();
    await app.call('book.lock', { reason: 'key' });
    const { user } = await renderApp({ app });
    await user.type(await screen.findByLabelText('苏敏的密码'), `${OWNER.password}{Enter}`);
    expect(await screen.findByRole('heading', { name: '今日' })).toBeTruthy();
  });

  it('says in words that a password is wrong and empties the field', async () => {
    app = await anApp();
    await app.call('book.lock', { reason: 'key' });
    const { user } = await renderApp({ app });
    const field = await screen.findByLabelText<HTMLInputElement>('苏敏的密码');
    await user.type(field, 'something-else{Enter}');
    expect(await screen.findByText(/密码不对/)).toBeTruthy();
    await waitFor(() => expect(field.value).toBe(''));
  });

  it('makes one wait after too many wrong passwords and counts the seconds', async () => {
    app = await anApp();
    await app.call('book.lock', { reason: 'key' });
    const { user } = await renderApp({ app });
    const field = await screen.findByLabelText('苏敏的密码');
    for (let tries = 0; tries < 4; tries += 1) {
      await user.type(field, 'something-else{Enter}');
      await waitFor(() => expect(field).toHaveProperty('value', ''));
    }
    expect(await screen.findByText(/请等\d秒再试/)).toBeTruthy();
  });

  it('opens with the recovery key and a new password', async () => {
    app = anEmptyApp();
    const groups = await createBook(app);
    await app.call('book.lock', { reason: 'key' });
    const { user } = await renderApp({ app });
    await user.click(await screen.findByRole('button', { name: '用恢复钥匙' }));
    await expectAccessible();
    await user.type(screen.getByLabelText('恢复钥匙'), groups.join(' '));
    await user.type(screen.getByLabelText('新密码'), 'yuegui-hua-kai-7');
    await user.click(screen.getByRole('button', { name: '打开客户簿' }));
    await screen.findByRole('navigation', { name: '主导航' });
    app.house.lock('key');
    await signIn(app, 'yuegui-hua-kai-7');
    expect((await app.call('book.status', null)).state).toBe('open');
  });

  it('says in which group the recovery key was mistyped', async () => {
    app = anEmptyApp();
    const groups = await createBook(app);
    await app.call('book.lock', { reason: 'key' });
    const { user } = await renderApp({ app });
    await user.click(await screen.findByRole('button', { name: '用恢复钥匙' }));
    await user.type(screen.getByLabelText('恢复钥匙'), ['AB', ...groups.slice(1)].join(' '));
    await user.type(screen.getByLabelText('新密码'), 'yuegui-hua-kai-7{Enter}');
    expect(await screen.findByText(/第1组抄错了/)).toBeTruthy();
  });

  it('removes everything of a client at the moment the book locks by itself', async () => {
    app = await anApp();
    await aClient(app, { name: '周静怡' });
    const { parts } = await renderApp({ app, route: '/clients' });
    await screen.findByRole('navigation', { name: '主导航' });
    app.house.lock('idle');
    expect(await screen.findByLabelText('苏敏的密码')).toBeTruthy();
    expect(document.body.textContent).not.toContain('周静怡');
    const held = parts.queries
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey[0]);
    expect(held.filter((path) => path !== 'book.status' && path !== 'appearance.get' && path !== 'sample.state')).toEqual([]);
  });
});

describe('several people', () => {
  it('shows each by name and role and asks for the password of the one who is chosen', async () => {
    app = await anApp();
    const { id, password } = await aPerson(app, { name: '王芳', role: 'front-desk' });
    await app.call('book.lock', { reason: 'key' });
    const { user } = await renderApp({ app });
    await user.click(await screen.findByRole('radio', { name: '王芳 前台' }));
    expect(screen.getByRole('radio', { name: '苏敏 老板' }).getAttribute('aria-checked')).toBe('false');
    await expectAccessible();
    await user.type(screen.getByLabelText('王芳的密码'), `${password}{Enter}`);
    expect(await screen.findByRole('heading', { name: '今日' })).toBeTruthy();
    expect((await app.call('book.status', null)).session?.accountId).toBe(id);
  });

  it('calls one of the shop’s own roles by the name it was given', async () => {
    app = await anApp();
    const { id } = await app.call('people.addRole', { name: '实习生', like: 'therapist' });
    await app.call('people.invite', { name: '孟小雨', role: id, staffId: null });
    await app.call('book.lock', { reason: 'key' });
    await renderApp({ app });
    expect(await screen.findByRole('radio', { name: '孟小雨 实习生' })).toBeTruthy();
  });

  it('names the built-in roles in the language of the interface', async () => {
    app = await anApp();
    await app.call('people.invite', { name: '王芳', role: 'front-desk', staffId: null });
    await app.call('book.lock', { reason: 'key' });
    await renderApp({ app, language: 'en' });
    expect(await screen.findByRole('radio', { name: '王芳 Front desk' })).toBeTruthy();
  });

  it('is chosen from by arrows, also out of the password field, and by a letter', async () => {
    app = await anApp();
    for (const name of ['王芳', '周静', '何晓琪']) await app.call('people.invite', { name, role: 'therapist', staffId: null });
    await app.call('book.lock', { reason: 'key' });
    const { user } = await renderApp({ app });
    const chosen = () => screen.getAllByRole('radio', { checked: true }).map(({ textContent }) => textContent);
    await screen.findByLabelText('苏敏的密码');
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toEqual(['周周静 技师']);
    expect(document.activeElement?.id).toBe('unlock-password');
    screen.getByRole('radio', { checked: true }).focus();
    await user.keyboard('{ArrowUp}{ArrowRight}');
    expect(chosen()).toEqual(['王王芳 技师']);
    await user.keyboard('h');
    expect(chosen()).toEqual(['何何晓琪 技师']);
    await user.keyboard('{Enter}');
    expect(document.activeElement?.id).toBe('unlock-password');
  });

  it('offers whoever was here last first', async () => {
    app = await anApp();
    const person = await aPerson(app, { name: '王芳' });
    await takeOver(app, person);
    await renderApp({ app });
    await screen.findByRole('heading', { name: '今日' });
    app.house.lock('idle');
    expect(await screen.findByLabelText('王芳的密码')).toBeTruthy();
    expect(screen.getAllByRole('radio')[0]?.textContent).toContain('王芳');
    expect(screen.getByText(/闲置\d+分钟，客户簿已自动锁定。填到一半的还在/)).toBeTruthy();
  });

  it('offers whoever was here last first also after a restart', async () => {
    const first = await anApp();
    await takeOver(first, await aPerson(first, { name: '王芳' }));
    app = await first.restart();
    await renderApp({ app });
    expect(await screen.findByLabelText('王芳的密码')).toBeTruthy();
    expect(screen.getAllByRole('radio')[0]?.textContent).toContain('王芳');
  });

  it('knows whoever was given an account since the app was opened', async () => {
    app = await anApp();
    await renderApp({ app });
    await screen.findByRole('heading', { name: '今日' });
    await app.call('people.invite', { name: '王芳', role: 'front-desk', staffId: null });
    app.house.lock('key');
    expect(await screen.findByRole('radio', { name: '王芳 前台' })).toBeTruthy();
  });

  it('empties what was typed for one person when another is chosen', async () => {
    app = await anApp();
    await aPerson(app, { name: '王芳' });
    await app.call('book.lock', { reason: 'key' });
    const { user } = await renderApp({ app });
    await user.type(await screen.findByLabelText('苏敏的密码'), 'wrong-one{Enter}');
    await screen.findByText(/密码不对/);
    await user.type(screen.getByLabelText('苏敏的密码'), 'half');
    await user.click(screen.getByRole('radio', { name: '王芳 前台' }));
    expect(screen.getByLabelText('王芳的密码')).toHaveProperty('value', '');
    expect(screen.queryByText(/密码不对/)).toBeNull();
  });

  it('says that everybody has to wait after too many wrong passwords of one', async () => {
    app = await anApp();
    await aPerson(app, { name: '王芳' });
    await app.call('book.lock', { reason: 'key' });
    const { user } = await renderApp({ app });
    const field = await screen.findByLabelText('苏敏的密码');
    for (let tries = 0; tries < 4; tries += 1) {
      await user.type(field, 'something-else{Enter}');
      await waitFor(() => expect(field).toHaveProperty('value', ''));
    }
    expect(await screen.findByText(/请等\d秒再试。换一个人也要等。/)).toBeTruthy();
  });
});
