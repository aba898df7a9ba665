// The export tab: what a workbook of the whole book will hold, where it went, and what happens when it cannot be written.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Workers } from '../../electron/core/workers';
import { writeExport } from '../../electron/exports/write';
import { AppError } from '../../shared/errors';
import { anApp, OWNER, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { someoneWith } from '../support/role';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

/** The same work without a thread of its own, which waits while `held` and stops as the thread would. */
function aWorker(held?: Promise<void>): Workers {
  return {
    run: async <Out,>(_name: string, input: unknown, { onProgress, signal }: Parameters<Workers['run']>[2] = {}) => {
      onProgress?.('clients', 812, 1286);
      const stopped = new Promise<void>((_, refuse) =>
        signal?.addEventListener('abort', () => refuse(new AppError('bridge.cancelled', {}))),
      );
      if (held) await Promise.race([held, stopped]);
      return (await writeExport(input as Parameters<typeof writeExport>[0], { progress: onProgress ?? (() => undefined) })) as Out;
    },
  };
}

let folder: string;
let app: TestApp | null = null;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-export-'));
});
afterEach(() => {
  app?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openTab(workers: Workers, file: string) {
  app = await anApp({ workers });
  await aClient(app);
  app.answers.saveFile.push(file);
  const rendered = await renderApp({ app, route: '/data' });
  await rendered.user.click(await screen.findByRole('tab', { name: '导出' }));
  return { ...rendered, app };
}

/** Opens the dialog, presses a ready purpose and goes on. */
async function exportFor(user: UserEvent, purpose: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: '导出Excel' }));
  const dialog = within(await screen.findByRole('dialog', { name: '导出整本客户簿' }));
  await user.click(dialog.getByRole('button', { name: purpose }));
  await user.click(dialog.getByRole('button', { name: '导出Excel' }));
}

it('says what each sheet holds before anything is written', async () => {
  await openTab(aWorker(), path.join(folder, '客户簿.xlsx'));
  const sheets = within(await screen.findByRole('table', { name: '把整本客户簿存成Excel' })).getAllByRole('rowheader');
  expect(sheets.map(({ textContent }) => textContent)).toEqual(['客户', '到店', '回访', '偏好']);
  expect(screen.getByText('不加打开密码，谁拿到文件都能看。放到安全的地方，用完请删掉。')).toBeTruthy();
  await expectAccessible();
});

it('writes the whole book where the person chose and shows the file', async () => {
  const file = path.join(folder, '客户簿.xlsx');
  const { user, app: opened } = await openTab(aWorker(), file);
  await exportFor(user, '对账、报税');
  expect(await screen.findByText(/刚才导出到“客户簿.xlsx”/)).toBeTruthy();
  expect(existsSync(file)).toBe(true);
  await user.click(screen.getAllByRole('button', { name: '看文件' })[0]!);
  await waitFor(() => expect(opened.answers.shown).toEqual([file]));
});

it('shows how far it is in numbers and stops when told to, leaving no file', async () => {
  const file = path.join(folder, '客户簿.xlsx');
  const { user } = await openTab(aWorker(new Promise(() => undefined)), file);
  await exportFor(user, '对账、报税');
  expect(await screen.findByText('812 / 1286')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '取消' }));
  await waitFor(() => expect(screen.queryByText('812 / 1286')).toBeNull());
  expect(existsSync(file)).toBe(false);
  expect(screen.queryByText(/刚才导出到/)).toBeNull();
});

it('says calmly that the folder is gone', async () => {
  const { user } = await openTab(aWorker(), path.join(folder, 'nowhere', '客户簿.xlsx'));
  await exportFor(user, '对账、报税');
  expect(await screen.findByText('没有导出：那个文件夹不见了。换个位置再试。')).toBeTruthy();
});

it('writes nothing without a purpose, and says what is missing', async () => {
  const file = path.join(folder, '客户簿.xlsx');
  const { user } = await openTab(aWorker(), file);
  await user.click(await screen.findByRole('button', { name: '导出Excel' }));
  const dialog = within(await screen.findByRole('dialog', { name: '导出整本客户簿' }));
  await user.click(dialog.getByRole('button', { name: '导出Excel' }));
  expect(await dialog.findByText('选一个用途，或写一句。')).toBeTruthy();
  expect(existsSync(file)).toBe(false);
  await expectAccessible();
});

it('asks for the password of the file twice and says that it cannot be recovered', async () => {
  const file = path.join(folder, '客户簿.xlsx');
  const { user } = await openTab(aWorker(), file);
  await user.click(await screen.findByRole('button', { name: '导出Excel' }));
  const dialog = within(await screen.findByRole('dialog', { name: '导出整本客户簿' }));
  await user.click(dialog.getByRole('button', { name: '自己留底' }));
  await user.click(dialog.getByRole('checkbox', { name: '给文件加打开密码' }));
  expect(dialog.getByText(/密码忘了找不回来/)).toBeTruthy();
  await user.type(dialog.getByLabelText('文件的打开密码'), 'mudan-2026');
  await user.type(dialog.getByLabelText('再输一遍'), 'mudan-2027');
  await user.click(dialog.getByRole('button', { name: '导出Excel' }));
  expect(await dialog.findByText('两次输的不一样。')).toBeTruthy();
  expect(existsSync(file)).toBe(false);
  await user.clear(dialog.getByLabelText('再输一遍'));
  await user.type(dialog.getByLabelText('再输一遍'), 'mudan-2026');
  await user.click(dialog.getByRole('button', { name: '导出Excel' }));
  expect(await screen.findByText(/刚才导出到“客户簿.xlsx”/)).toBeTruthy();
  // a workbook under a password is no zip any more
  expect(readFileSync(file).subarray(0, 2).toString('latin1')).not.toBe('PK');
});

it('above one’s own limit asks a second person for their PIN, and goes on once it is right', async () => {
  const file = path.join(folder, '客户簿.xlsx');
  app = await anApp({ workers: aWorker() });
  await aClient(app);
  await aClient(app, { name: '祝珊' });
  await app.call('book.setPin', { password: OWNER.password, pin: '246813' });
  await someoneWith(app, { exportRows: 1 });
  app.answers.saveFile.push(file);
  const { user } = await renderApp({ app, route: '/data' });
  await user.click(await screen.findByRole('tab', { name: '导出' }));
  await user.click(await screen.findByRole('button', { name: '导出Excel' }));
  const dialog = within(await screen.findByRole('dialog', { name: '导出整本客户簿' }));
  expect(await dialog.findByText('超过您一次可以导出的行数，请一位同事放行。')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: '对账、报税' }));
  const digits = await dialog.findAllByLabelText(/那位同事的PIN/);
  await typePin(user, digits, '111111');
  await user.click(dialog.getByRole('button', { name: '导出Excel' }));
  expect(await dialog.findByText(/PIN码不对/)).toBeTruthy();
  expect(existsSync(file)).toBe(false);
  await typePin(user, await dialog.findAllByLabelText(/那位同事的PIN码，/), '246813');
  await user.click(dialog.getByRole('button', { name: '导出Excel' }));
  expect(await screen.findByText(/刚才导出到“客户簿.xlsx”/)).toBeTruthy();
});

async function typePin(user: UserEvent, digits: readonly HTMLElement[], pin: string): Promise<void> {
  const boxes = digits.filter((one): one is HTMLInputElement => one instanceof HTMLInputElement);
  for (const [index, digit] of [...pin].entries()) await user.type(boxes[index]!, digit);
}

it('lets the columns of a list be chosen, and begins with them the next time', async () => {
  const file = path.join(folder, '名单.xlsx');
  app = await anApp({ workers: aWorker() });
  await aClient(app);
  app.answers.saveFile.push(file);
  const { user } = await renderApp({ app, route: '/clients' });
  const ask = async () => {
    await user.click(await screen.findByRole('button', { name: '导出Excel' }));
    return within(await screen.findByRole('dialog', { name: '导出客户名单' }));
  };
  const dialog = await ask();
  const toggle = await dialog.findByRole('button', { name: /^导出\d+列/ });
  const all = Number(/\d+/.exec(toggle.textContent ?? '')?.[0]);
  await user.click(toggle);
  expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: '姓名' }).disabled).toBe(true);
  await user.click(dialog.getByRole('checkbox', { name: '微信号' }));
  expect(toggle.textContent).toBe(`导出${all - 1}列，共${all}列`);
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: '自己留底' }));
  await user.click(dialog.getByRole('button', { name: '导出Excel' }));
  await waitFor(() => expect(existsSync(file)).toBe(true));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const again = await ask();
  expect((await again.findByRole('button', { name: /^导出\d+列/ })).textContent).toBe(`导出${all - 1}列，共${all}列`);
});
