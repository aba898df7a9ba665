// Changing over while the book is open: by PIN or password, with nothing of the one before left behind.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, aPerson, OWNER, takeOver, type Person, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within, type RenderedApp } from '../support/screen';

const PIN = '493817';

let app: TestApp;
let fang: Person;

beforeEach(async () => {
  app = await anApp();
  fang = await aPerson(app, { name: '王芳', role: 'front-desk' });
});
afterEach(() => app.close());

/** 王芳 has a PIN, and the owner is back at the desk. */
async function givePin(): Promise<void> {
  const { session } = await app.call('book.status', null);
  await takeOver(app, fang);
  await app.call('book.setPin', { password: fang.password, pin: PIN });
  await app.call('book.switchTo', { accountId: session!.accountId, password: OWNER.password });
}

async function openDialog({ user }: RenderedApp): Promise<HTMLElement> {
  await screen.findByRole('navigation', { name: '主导航' });
  await user.keyboard('{Control>}u{/Control}');
  return screen.findByRole('dialog', { name: '换谁来用' });
}

async function whoIsHere(): Promise<string | undefined> {
  return (await app.call('book.status', null)).session?.name;
}

describe('changing over', () => {
  it('takes six digits and no Enter', async () => {
    await givePin();
    const rendered = await renderApp({ app });
    const dialog = await openDialog(rendered);
    await within(dialog).findByLabelText('王芳的PIN码，第1位，共6位');
    await expectAccessible();
    await waitFor(() => expect(document.activeElement?.id).toBe('switch-pin-1'));
    await rendered.user.keyboard(PIN);
    expect(await screen.findByRole('button', { name: /王芳 前台/ })).toBeTruthy();
    expect(await screen.findByText('已换成王芳')).toBeTruthy();
    expect(await whoIsHere()).toBe('王芳');
  });

  it('shows the digits to nobody', async () => {
    await givePin();
    const dialog = await openDialog(await renderApp({ app }));
    const boxes = await within(dialog).findAllByLabelText(/王芳的PIN码，第\d位/);
    expect(boxes.map((box) => box.getAttribute('type'))).toEqual(Array.from({ length: 6 }, () => 'password'));
  });

  it('opens Today for the next person, with nothing of the one before in memory', async () => {
    const client = await aClient(app, { name: '周静怡' });
    await givePin();
    await app.call('drafts.save', { key: 'client-new', value: { name: '半个客户' } });
    const rendered = await renderApp({ app, route: `/clients/${client}` });
    await screen.findByRole('heading', { name: /周静怡/ });
    await openDialog(rendered);
    await waitFor(() => expect(document.activeElement?.id).toBe('switch-pin-1'));
    await rendered.user.keyboard(PIN);
    expect(await screen.findByRole('heading', { name: '今日' })).toBeTruthy();
    expect(rendered.place()).toBe('/today');
    const held = rendered.parts.queries
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey[0]);
    expect(held).not.toContain('clients.get');
    expect(await app.call('drafts.list', null)).toEqual([]);
  });

  it('says how many tries are left after a wrong PIN, and asks for the password after the fifth', async () => {
    await givePin();
    const rendered = await renderApp({ app });
    await openDialog(rendered);
    for (const left of [4, 3, 2, 1]) {
      await waitFor(() => expect(document.activeElement?.id).toBe('switch-pin-1'));
      await rendered.user.keyboard('000000');
      expect(await screen.findByText(new RegExp(`PIN码不对，还可以试${left}次`))).toBeTruthy();
    }
    await rendered.user.keyboard('000000');
    const field = await screen.findByLabelText('王芳的密码');
    expect(screen.getByText('PIN码这次不能用，请输入密码。')).toBeTruthy();
    await rendered.user.type(field, `${fang.password}{Enter}`);
    await waitFor(async () => expect(await whoIsHere()).toBe('王芳'));
  });

  it('asks who has no PIN for the password, and says in words that it was wrong', async () => {
    const rendered = await renderApp({ app });
    await openDialog(rendered);
    const field = await screen.findByLabelText('王芳的密码');
    await rendered.user.type(field, 'not-the-one{Enter}');
    expect(await screen.findByText(/密码不对/)).toBeTruthy();
    expect(await whoIsHere()).toBe('苏敏');
    await rendered.user.type(field, `${fang.password}{Enter}`);
    await waitFor(async () => expect(await whoIsHere()).toBe('王芳'));
  });

  it('is in the user menu, on the sheet of shortcuts and in the palette', async () => {
    const { user } = await renderApp({ app });
    await user.click(await screen.findByRole('button', { name: /苏敏 老板/ }));
    await user.click(await screen.findByRole('menuitem', { name: /换人/ }));
    expect(await screen.findByRole('dialog', { name: '换谁来用' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: '快捷键' });
    expect(within(sheet).getByText('换人')).toBeTruthy();
  });

  it('offers the owner to make an account when there is nobody else', async () => {
    app.close();
    app = await anApp();
    const rendered = await renderApp({ app });
    await openDialog(rendered);
    await rendered.user.click(await screen.findByRole('button', { name: '去建账号' }));
    expect(await screen.findByRole('heading', { name: /账号/ })).toBeTruthy();
  });
});

describe('after a lock', () => {
  it('begins at Today for another person than the one who was here before', async () => {
    const client = await aClient(app, { name: '周静怡' });
    const { user, place } = await renderApp({ app, route: `/clients/${client}` });
    await screen.findByRole('heading', { name: /周静怡/ });
    app.house.lock('key');
    await user.click(await screen.findByRole('radio', { name: '王芳 前台' }));
    await user.type(screen.getByLabelText('王芳的密码'), `${fang.password}{Enter}`);
    expect(await screen.findByRole('heading', { name: '今日' })).toBeTruthy();
    expect(place()).toBe('/today');
  });

  it('lets the same person go on where they were', async () => {
    const client = await aClient(app, { name: '周静怡' });
    const { user, place } = await renderApp({ app, route: `/clients/${client}` });
    await screen.findByRole('heading', { name: /周静怡/ });
    app.house.lock('key');
    await user.type(await screen.findByLabelText('苏敏的密码'), `${OWNER.password}{Enter}`);
    expect(await screen.findByRole('heading', { name: /周静怡/ })).toBeTruthy();
    expect(place()).toBe(`/clients/${client}`);
  });
});
