// Import, from the file to the book and back: nothing is written before it is confirmed, and all of it can be undone.

import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resetWizard } from '../../renderer/imports/wizard';
import { anApp, signIn, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within, type RenderedApp } from '../support/screen';
import { FIXTURES, SAME_THREAD } from './lists';

const LIST = '老客户名单.xlsx';

let app: TestApp;

beforeEach(async () => {
  app = await anApp({ workers: SAME_THREAD, now: '2026-11-20T04:00:00.000Z' });
});
afterEach(() => {
  resetWizard();
  app.close();
});

async function choose(file: string): Promise<RenderedApp> {
  app.answers.chooseFile.push(path.join(FIXTURES, file));
  const rendered = await renderApp({ app, route: '/data' });
  await rendered.user.click(await screen.findByRole('button', { name: '选文件' }));
  return rendered;
}

async function check(file: string): Promise<RenderedApp> {
  const rendered = await choose(file);
  await rendered.user.click(await screen.findByRole('button', { name: /检查.*行/ }));
  await screen.findByText('行要您看一下');
  return rendered;
}

/** The cell in row 9 whose phone Excel has spoilt. */
async function mend(user: RenderedApp['user'], phone: string): Promise<void> {
  const row = await screen.findByRole('row', { name: /^9 手机/ });
  await user.click(within(row).getByRole('button', { name: /改原文/ }));
  const field = await screen.findByRole('textbox', { name: /第9行，手机/ });
  await user.clear(field);
  await user.type(field, phone);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('row', { name: /^9 手机/ })).toBeNull());
}

async function countClients(): Promise<number> {
  return (await app.call('clients.counts', null)).current;
}

describe('matching', () => {
  it('guesses the columns and says how sure it is', async () => {
    await choose(LIST);
    const row = await screen.findByRole('row', { name: /^会员编号/ });
    expect(within(row).getByRole<HTMLInputElement>('combobox').value).toBe('客户编号');
    expect(within(row).getByText(/已认出/)).toBeTruthy();
    expect(screen.getByText(/工作表“客户”/)).toBeTruthy();
    await expectAccessible();
  });

  it('refuses to go on without a name, in words, and stays where it is', async () => {
    const { user } = await choose(LIST);
    const row = await screen.findByRole('row', { name: /^姓名/ });
    await user.click(within(row).getByRole('combobox'));
    await user.click(await screen.findByRole('option', { name: '不导入', hidden: true }));
    await user.click(screen.getByRole('button', { name: /检查.*行/ }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/姓名/);
    expect(screen.getByRole('row', { name: /^会员编号/ })).toBeTruthy();
  });
});

describe('checking', () => {
  it('names row, column, what stands there and what is wrong, and has written nothing', async () => {
    await check(LIST);
    const row = await screen.findByRole('row', { name: /^9 手机/ });
    expect(row.textContent).toMatch(/E\+10/);
    expect(row.textContent).toMatch(/科学计数/);
    expect(screen.getByText('现在还没有写入客户簿。导入后，整批可以撤销。')).toBeTruthy();
    expect(await countClients()).toBe(0);
    await expectAccessible();
  });

  it('looks again after a cell was mended', async () => {
    const { user } = await check(LIST);
    await mend(user, '13800138999');
    await waitFor(() => expect(screen.queryByRole('row', { name: /^9 手机/ })).toBeNull());
  });

  it('leaves out a row the person does not want, and counts it', async () => {
    const { user } = await check(LIST);
    const before = await screen.findByRole('button', { name: /^导入330行/ });
    const row = await screen.findByRole('row', { name: /^9 手机/ });
    await user.selectOptions(within(row).getByRole('combobox'), '跳过这一行');
    await waitFor(() => expect(before.textContent).toMatch(/^导入329行/));
  });

  it('is still there after a look at another page', async () => {
    const { user } = await check(LIST);
    await user.click(screen.getByRole('link', { name: '客户' }));
    await waitFor(() => expect(screen.queryByText('行要您看一下')).toBeNull());
    await user.click(screen.getByRole('link', { name: '数据' }));
    expect(await screen.findByText('行要您看一下')).toBeTruthy();
  });

  it('leaves the window when the book is locked, and is taken up again when the file is chosen again', async () => {
    const { user } = await check(LIST);
    await mend(user, '13800138999');
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByLabelText('苏敏的密码');
    expect(document.body.textContent).not.toContain('老客户名单');
    await signIn(app);
    expect(await screen.findByText(/“老客户名单.xlsx”导入到一半/)).toBeTruthy();
    app.answers.chooseFile.push(path.join(FIXTURES, LIST));
    await user.click(screen.getByRole('button', { name: '选文件' }));
    expect(await screen.findByText('接着上次的：对应好的列都在，改过1处。')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /检查.*行/ }));
    await screen.findByText('行要您看一下');
    expect(screen.queryByRole('row', { name: /^9 手机/ })).toBeNull();
  });
});

describe('writing', () => {
  it('brings every good row into the book, and takes all of them back', async () => {
    const { user } = await check(LIST);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('已导入330位客户')).toBeTruthy();
    expect(await countClients()).toBe(330);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '撤销这一批' }));
    expect(await screen.findByRole('button', { name: '选文件' })).toBeTruthy();
    expect(await countClients()).toBe(0);
  });

  it('lists earlier imports and undoes one after asking', async () => {
    const { user } = await check(LIST);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('已导入330位客户');
    await user.click(await screen.findByRole('button', { name: /^撤销老客户名单/ }));
    const dialog = await screen.findByRole('dialog', { name: /撤销“老客户名单.xlsx”的导入/ });
    await user.click(within(dialog).getByRole('button', { name: '撤销这一批' }));
    await waitFor(async () => expect(await countClients()).toBe(0));
    expect(await screen.findByText('已撤销')).toBeTruthy();
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['refused-protected.xlsx', '密码'],
    ['refused-old-format.xls', '.xlsx'],
    ['refused-empty.csv', '空'],
    ['refused-header-only.xlsx', '表头'],
  ])('%s is refused with what to do, and the book is untouched', async (file, word) => {
    await choose(file);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(file);
    expect(alert.textContent).toContain(word);
    expect(alert.textContent).toContain('客户簿没有动过。');
    expect(screen.getByRole('button', { name: '选文件' })).toBeTruthy();
    await expectAccessible();
  });

  it('dropped on the window and too large, is refused before it is read', async () => {
    await renderApp({ app, route: '/data' });
    await screen.findByRole('button', { name: '选文件' });
    drop(new File([new Uint8Array(21 * 1024 * 1024)], '很大.xlsx'));
    expect((await screen.findByRole('alert')).textContent).toContain('20 MB');
  });
});

it('reads a file dropped anywhere on the window', async () => {
  await renderApp({ app, route: '/data' });
  await screen.findByRole('button', { name: '选文件' });
  drop(new File(['姓名,手机\n林若溪,13800138533\n'], '名单.csv'));
  expect(await screen.findByText('名单.csv，1行')).toBeTruthy();
});

/** As the window says it; jsdom has no drag of its own. */
function drop(file: File): void {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { files: [file], types: ['Files'] } });
  window.dispatchEvent(event);
}
