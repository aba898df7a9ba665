// Taking the whole book along and bringing it back, as the owner sees it.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runTask, type BackupTask } from '../../electron/backups/tasks';
import type { Workers } from '../../electron/core/workers';
import { work } from '../../electron/transfer/work';
import { anApp, aPerson, takeOver, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

/** The same work without a thread of its own. */
const HERE: Workers = {
  run: async <Out,>(name: string, input: unknown, { onProgress }: Parameters<Workers['run']>[2] = {}) => {
    const tools = { progress: onProgress ?? (() => undefined) };
    const own = structuredClone(input);
    return (name === 'backups' ? await runTask(own as BackupTask, tools) : await work(input as Parameters<typeof work>[0], tools)) as Out;
  },
};

let folder: string;
const apps: TestApp[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-transfer-'));
});
afterEach(() => {
  apps.splice(0).forEach((app) => app.close());
  rmSync(folder, { recursive: true, force: true });
});

async function aBook(): Promise<TestApp> {
  const app = await anApp({ workers: HERE });
  apps.push(app);
  return app;
}

async function openTab(app: TestApp, tab: string) {
  const rendered = await renderApp({ app, route: '/data' });
  await rendered.user.click(await screen.findByRole('tab', { name: tab }));
  return rendered;
}

async function aFile(): Promise<string> {
  const old = await aBook();
  await aClient(old, { name: '林若溪', phone: '13800138000' });
  const file = path.join(folder, '整本.json');
  old.answers.saveFile.push(file);
  await old.call('transfer.whole', { format: 'json', language: 'zh-CN', purpose: '换电脑' });
  return file;
}

it('offers three files, asks what for, and shows where the file went', async () => {
  const app = await aBook();
  await aClient(app);
  const file = path.join(folder, '搬家.zip');
  app.answers.saveFile.push(file);
  const { user } = await openTab(app, '导出');
  const table = within(await screen.findByRole('table', { name: '整本带走' }));
  expect(table.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['整本 Excel', '整本 JSON', '搬家包']);
  await expectAccessible();
  await user.click(table.getByRole('button', { name: '导出搬家包' }));
  const dialog = within(await screen.findByRole('dialog', { name: '导出搬家包' }));
  await user.click(dialog.getByRole('button', { name: '导出' }));
  expect(await dialog.findByText('选一个用途，或写一句。')).toBeTruthy();
  expect(existsSync(file)).toBe(false);
  await user.click(dialog.getByRole('button', { name: '换系统' }));
  await user.click(dialog.getByRole('button', { name: '导出' }));
  expect(await screen.findByText(/到“搬家.zip”/)).toBeTruthy();
  expect(existsSync(file)).toBe(true);
  await user.click(await screen.findByRole('button', { name: '看文件' }));
  await waitFor(() => expect(app.answers.shown).toEqual([file]));
});

it('says of a workbook under a password that it cannot be brought back', async () => {
  const { user } = await openTab(await aBook(), '导出');
  await user.click(await screen.findByRole('button', { name: '导出整本 Excel' }));
  const dialog = within(await screen.findByRole('dialog', { name: '导出整本 Excel' }));
  expect(dialog.getByText(/加了打开密码的只能看，不能再带回来/)).toBeTruthy();
  await expectAccessible();
});

it('offers none of it to who is not the owner', async () => {
  const app = await aBook();
  await takeOver(app, await aPerson(app, { role: 'manager' }));
  const { user } = await openTab(app, '导出');
  await screen.findByRole('button', { name: '导出Excel' });
  expect(screen.queryByText('整本带走')).toBeNull();
  await user.click(screen.getByRole('tab', { name: '导入' }));
  await screen.findByRole('button', { name: '选文件' });
  expect(screen.queryByText('把整本导出带回来')).toBeNull();
});

it('shows what a whole export would bring, and writes only after a yes', async () => {
  const file = await aFile();
  const app = await aBook();
  app.answers.chooseFile.push(file);
  const { user } = await openTab(app, '导入');
  await user.click(await screen.findByRole('button', { name: '选整本导出' }));
  const dialog = within(await screen.findByRole('dialog', { name: '“整本.json”里的客户簿' }));
  expect(dialog.getByRole('row', { name: '客户 1' })).toBeTruthy();
  expect(dialog.getByText(/棠舍，/)).toBeTruthy();
  expect((await app.call('clients.counts', null)).current).toBe(0);
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: '带回来' }));
  expect(await screen.findByText(/已带回\d+行/)).toBeTruthy();
  expect((await app.call('clients.counts', null)).current).toBe(1);
  await waitFor(() => expect(screen.queryByRole('button', { name: '选整本导出' })).toBeNull());
});

it('says where a file is not as it was exported, and that nothing was written', async () => {
  const file = await aFile();
  writeFileSync(file, readFileSync(file, 'utf8').replace('"name":"林若溪"', '"name":5'));
  const app = await aBook();
  app.answers.chooseFile.push(file);
  const { user } = await openTab(app, '导入');
  await user.click(await screen.findByRole('button', { name: '选整本导出' }));
  const dialog = within(await screen.findByRole('dialog', { name: '“整本.json”里的客户簿' }));
  expect(dialog.getByText(/没有写入/)).toBeTruthy();
  expect(dialog.getByRole('row', { name: 'client 第1行 · name 应该是文字' })).toBeTruthy();
  expect(dialog.queryByRole('button', { name: '带回来' })).toBeNull();
  await expectAccessible();
});

it('is not offered where there are clients', async () => {
  const app = await aBook();
  await aClient(app);
  await openTab(app, '导入');
  await screen.findByRole('button', { name: '选文件' });
  expect(screen.queryByText('把整本导出带回来')).toBeNull();
});
