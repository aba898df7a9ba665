// The first sign-in with a start password: nothing of the book before one's own password is chosen.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor } from '../support/screen';

let app: TestApp;
let startPassword: string;

beforeEach(async () => {
  app = await anApp();
  await aClient(app, { name: '周静怡' });
  ({ startPassword } = await app.call('people.invite', { name: '王芳', role: 'front-desk', staffId: null }));
  await app.call('book.lock', { reason: 'key' });
});
afterEach(() => app.close());

async function signInFirst(route = '/clients') {
  const rendered = await renderApp({ app, route });
  await rendered.user.click(await screen.findByRole('radio', { name: '王芳 前台' }));
  await rendered.user.type(screen.getByLabelText('王芳的初始密码'), `${startPassword}{Enter}`);
  await screen.findByRole('heading', { name: '设一个自己的密码' });
  return rendered;
}

describe('choosing one’s own password', () => {
  it('stands before everything else of the app', async () => {
    await signInFirst();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(document.body.textContent).not.toContain('周静怡');
    await expectAccessible();
  });

  it('opens the book with the new password, which is the one that counts from then on', async () => {
    const { user } = await signInFirst();
    await user.type(screen.getByLabelText('自己的密码'), 'zhizi-hua-kai-8');
    await user.type(screen.getByLabelText('再输一次'), 'zhizi-hua-kai-8{Enter}');
    await screen.findByRole('navigation', { name: '主导航' });
    const { accounts } = await app.call('book.status', null);
    const { id } = accounts.find(({ name }) => name === '王芳')!;
    await app.call('book.lock', { reason: 'key' });
    await expect(app.call('book.unlock', { accountId: id, password: startPassword })).rejects.toMatchObject({
      code: 'keys.wrong-password',
    });
    await app.call('book.unlock', { accountId: id, password: 'zhizi-hua-kai-8' });
  });

  it('refuses a short password, another one the second time, and the start password itself, each in words', async () => {
    const { user } = await signInFirst();
    const field = screen.getByLabelText('自己的密码');
    await user.type(field, 'kurz{Enter}');
    expect(await screen.findByText(/密码至少要8个字符/)).toBeTruthy();
    await user.clear(field);
    await user.type(field, 'zhizi-hua-kai-8{Enter}');
    expect(await screen.findByText('和上面不一样。')).toBeTruthy();
    await user.clear(field);
    await user.type(field, startPassword);
    await user.type(screen.getByLabelText('再输一次'), `${startPassword}{Enter}`);
    expect(await screen.findByText(/这就是老板给的那个密码/)).toBeTruthy();
    expect((await app.call('book.status', null)).session?.mustChoose).toBe(true);
  });

  it('can be put off by locking', async () => {
    const { user } = await signInFirst();
    await user.keyboard('{Control>}l{/Control}');
    await waitFor(async () => expect((await app.call('book.status', null)).state).toBe('locked'));
    expect(await screen.findByRole('radio', { name: '王芳 前台' })).toBeTruthy();
  });
});
