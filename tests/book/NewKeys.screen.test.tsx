// A new recovery key, and new keys of the book with it: the owner's alone, confirmed from the sheet and with the password.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anEmptyApp, aPerson, createBook, OWNER, signIn, takeOver, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within, type RenderedApp } from '../support/screen';

let app: TestApp;
let oldKey: string;

beforeEach(async () => {
  app = anEmptyApp();
  oldKey = (await createBook(app)).join(' ');
});
afterEach(() => app.close());

/** Opens the form, copies the two groups from the sheet on the page, and answers with the whole key. */
async function fillIn({ user }: RenderedApp, button: string): Promise<string> {
  await user.click(await screen.findByRole('button', { name: button }));
  await waitFor(() => expect(sheetOnPage()).toHaveLength(8));
  const groups = sheetOnPage();
  const field = screen.getByLabelText<HTMLInputElement>(/输入第\d组和第\d组/);
  const [, first, second] = /第(\d)组和第(\d)组/.exec(document.querySelector(`label[for="${field.id}"]`)!.textContent)!;
  await user.type(field, `${groups[Number(first) - 1]} ${groups[Number(second) - 1]}`);
  return groups.join(' ');
}

function sheetOnPage(): string[] {
  const list = screen.getByRole('list', { name: '恢复钥匙，共8组' });
  return within(list)
    .queryAllByRole('listitem')
    .map(({ lastElementChild }) => lastElementChild!.textContent);
}

describe('a new recovery key', () => {
  it('takes the place of the old one, which opens nothing any more', async () => {
    const rendered = await renderApp({ app, route: '/settings/security' });
    const newKey = await fillIn(rendered, '换一张恢复钥匙');
    await expectAccessible();
    await rendered.user.type(document.getElementById('keys-password')!, OWNER.password);
    await rendered.user.click(screen.getByRole('button', { name: '换恢复钥匙' }));
    expect(await screen.findByText(/恢复钥匙已换/)).toBeTruthy();
    expect(screen.queryByRole('list', { name: '恢复钥匙，共8组' })).toBeNull();
    app.house.lock('key');
    await expect(app.call('book.recover', { recoveryKey: oldKey, newPassword: 'yuegui-hua-kai-7' })).rejects.toMatchObject({
      code: 'keys.wrong-recovery-key',
    });
    await app.call('book.recover', { recoveryKey: newKey, newPassword: 'yuegui-hua-kai-7' });
  });

  it('is not made with a mistyped group or a wrong password, each said in words', async () => {
    const rendered = await renderApp({ app, route: '/settings/security' });
    await fillIn(rendered, '换一张恢复钥匙');
    await rendered.user.type(document.getElementById('keys-answer')!, 'x');
    await rendered.user.click(screen.getByRole('button', { name: '换恢复钥匙' }));
    expect(await screen.findByText(/请照着上面抄第\d组和第\d组/)).toBeTruthy();
    await rendered.user.type(document.getElementById('keys-answer')!, '{Backspace}');
    await rendered.user.click(screen.getByRole('button', { name: '换恢复钥匙' }));
    expect(await screen.findByText('请输入现在的密码。')).toBeTruthy();
    await rendered.user.type(document.getElementById('keys-password')!, 'not-the-one{Enter}');
    expect(await screen.findByText(/密码不对/)).toBeTruthy();
  });

  it('is for the owner alone', async () => {
    await takeOver(app, await aPerson(app, { name: '王芳', role: 'manager' }));
    await renderApp({ app, route: '/settings/security' });
    expect(await screen.findByText(/恢复钥匙只给老板用/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /恢复钥匙|钥匙/ })).toBeNull();
  });
});

describe('new keys of the book', () => {
  it('end with the book locked; everybody opens it with their old password', async () => {
    const person = await aPerson(app, { name: '王芳' });
    const rendered = await renderApp({ app, route: '/settings/security' });
    await fillIn(rendered, '换客户簿的钥匙');
    await rendered.user.type(document.getElementById('keys-password')!, `${OWNER.password}{Enter}`);
    expect(await screen.findByText(/钥匙已换/)).toBeTruthy();
    expect(await screen.findByLabelText('苏敏的密码')).toBeTruthy();
    await app.call('book.unlock', { accountId: person.id, password: person.password });
    await app.call('book.lock', { reason: 'key' });
    await signIn(app);
    expect((await app.call('book.status', null)).session?.name).toBe('苏敏');
  });
});
