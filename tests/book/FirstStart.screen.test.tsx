// First start: three pages, nothing written before the end, and the recovery key confirmed.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anEmptyApp, OWNER, signIn, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, type RenderedApp } from '../support/screen';

let app: TestApp;

beforeEach(() => {
  app = anEmptyApp();
});
afterEach(() => app.close());

describe('first start', () => {
  it('makes the book in three steps and opens the import', async () => {
    const rendered = await renderApp({ app });
    await fillShop(rendered);
    await fillOwner(rendered, await shownGroups());
    await rendered.user.click(await screen.findByRole('button', { name: /建好客户簿，去导入/ }));
    await screen.findByRole('navigation', { name: '主导航' });
    expect(rendered.place()).toBe('/data');
    const status = await app.call('book.status', null);
    expect(status).toMatchObject({ state: 'open', shopName: '棠舍', session: { name: '苏敏', role: 'owner' } });
  });

  it('opens today when nothing is to be imported, and the password opens the book again', async () => {
    const rendered = await renderApp({ app });
    await fillShop(rendered);
    await fillOwner(rendered, await shownGroups());
    await rendered.user.click(await screen.findByRole('radio', { name: /从今天到店的第一位记起/ }));
    await rendered.user.click(screen.getByRole('button', { name: /建好客户簿，打开今日/ }));
    await screen.findByRole('navigation', { name: '主导航' });
    expect(rendered.place()).toBe('/today');
    app.house.lock('key');
    await signIn(app);
    expect((await app.call('book.status', null)).state).toBe('open');
  });

  it('writes nothing before the last step', async () => {
    const rendered = await renderApp({ app });
    await fillShop(rendered);
    await fillOwner(rendered, await shownGroups());
    await screen.findByRole('button', { name: /建好客户簿/ });
    expect((await app.call('book.status', null)).state).toBe('none');
  });

  it('names what is missing and puts the focus on the first of it', async () => {
    const { user } = await renderApp({ app });
    await user.click(await screen.findByRole('button', { name: /下一步/ }));
    expect(screen.getByText('请填店名。')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('店名'));
    await user.keyboard('棠舍{Enter}');
    await user.click(await screen.findByRole('button', { name: /下一步/ }));
    expect(screen.getByText(/还差：老板姓名、密码、两次密码一致、确认恢复钥匙/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('老板姓名'));
  });

  it('refuses a password that everybody tries first, and one that is not repeated', async () => {
    const rendered = await renderApp({ app });
    await fillShop(rendered);
    const { user } = rendered;
    await user.type(await screen.findByLabelText('密码'), '1234567890');
    await user.type(screen.getByLabelText('再输一次'), '123456789');
    await user.click(screen.getByRole('button', { name: /下一步/ }));
    expect(screen.getByText(/这个密码太常见/)).toBeTruthy();
    expect(screen.getByText('和上面不一样，少了1个字符。')).toBeTruthy();
  });

  it('does not go on while the two groups of the recovery key are wrong', async () => {
    const rendered = await renderApp({ app });
    await fillShop(rendered);
    await fillOwner(rendered, ['0000', '0000']);
    expect(screen.getByText(/请照着上面抄第\d组和第\d组/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /建好客户簿/ })).toBeNull();
  });

  it('sends the sheet to the printer with the name of the shop', async () => {
    const rendered = await renderApp({ app });
    await fillShop(rendered);
    await shownGroups();
    await rendered.user.click(screen.getByRole('button', { name: '打印' }));
    expect(await screen.findByText('已送去打印。')).toBeTruthy();
    expect(app.answers.printed.join('')).toContain('棠舍');
  });

  it('is accessible on each of its pages', async () => {
    const rendered = await renderApp({ app });
    await screen.findByLabelText('店名');
    await expectAccessible();
    await fillShop(rendered);
    const groups = await shownGroups();
    await expectAccessible();
    await fillOwner(rendered, groups);
    await screen.findByRole('button', { name: /建好客户簿/ });
    await expectAccessible();
  });
});

async function fillShop({ user }: RenderedApp): Promise<void> {
  await user.type(await screen.findByLabelText('店名'), '棠舍{Enter}');
  await screen.findByLabelText('老板姓名');
}

/** The two groups that are asked back, as read from the sheet on screen. */
async function shownGroups(): Promise<[string, string]> {
  const list = await screen.findByRole('list', { name: /恢复钥匙/ });
  await waitFor(() => expect(list.children.length).toBe(8));
  const [first, second] = [...screen.getByText(/输入第\d组和第\d组/).textContent!.matchAll(/第(\d)组/g)].map((match) => Number(match[1]));
  const group = (index: number) => list.children[index - 1]!.lastElementChild!.textContent!;
  return [group(first!), group(second!)];
}

async function fillOwner({ user }: RenderedApp, groups: readonly string[]): Promise<void> {
  await user.type(screen.getByLabelText('老板姓名'), OWNER.ownerName);
  await user.type(screen.getByLabelText('密码'), OWNER.password);
  await user.type(screen.getByLabelText('再输一次'), OWNER.password);
  await user.type(screen.getByLabelText(/输入第\d组和第\d组/), groups.join(' '));
  await user.click(screen.getByRole('button', { name: /下一步/ }));
}
