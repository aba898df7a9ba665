// The lock: what it shows, what it refuses, and that nothing of a client stays on screen.

import { afterEach, describe, expect, it } from 'vitest';
import { anApp, anEmptyApp, createBook, OWNER, signIn, type TestApp } from '../support/app';
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
    expect(held.filter((path) => path !== 'book.status' && path !== 'appearance.get')).toEqual([]);
  });
});
