// The lock: what it shows, what it refuses, and that nothing of a client stays on screen.

import { afterEach, describe, expect, it } from 'vitest';
import { anApp, OWNER, type TestApp } from '../support/app';
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
