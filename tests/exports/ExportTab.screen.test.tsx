// The export tab: what a workbook of the whole book will hold, where it went, and what happens when it cannot be written.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Workers } from '../../electron/core/workers';
import { writeExport } from '../../electron/exports/write';
import { AppError } from '../../shared/errors';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
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

it('says what each sheet holds before anything is written', async () => {
  await openTab(aWorker(), path.join(folder, '客户簿.xlsx'));
  const sheets = within(await screen.findByRole('table')).getAllByRole('rowheader');
  expect(sheets.map(({ textContent }) => textContent)).toEqual(['客户', '到店', '回访', '偏好']);
  expect(screen.getByText('导出的Excel没有加密。放到安全的地方，用完请删掉。')).toBeTruthy();
  await expectAccessible();
});

it('writes the whole book where the person chose and shows the file', async () => {
  const file = path.join(folder, '客户簿.xlsx');
  const { user, app: opened } = await openTab(aWorker(), file);
  await user.click(await screen.findByRole('button', { name: '导出Excel' }));
  expect(await screen.findByText(/刚才导出到“客户簿.xlsx”/)).toBeTruthy();
  expect(existsSync(file)).toBe(true);
  await user.click(screen.getAllByRole('button', { name: '看文件' })[0]!);
  await waitFor(() => expect(opened.answers.shown).toEqual([file]));
});

it('shows how far it is in numbers and stops when told to, leaving no file', async () => {
  const file = path.join(folder, '客户簿.xlsx');
  const { user } = await openTab(aWorker(new Promise(() => undefined)), file);
  await user.click(await screen.findByRole('button', { name: '导出Excel' }));
  expect(await screen.findByText('812 / 1286')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '取消' }));
  await waitFor(() => expect(screen.queryByText('812 / 1286')).toBeNull());
  expect(existsSync(file)).toBe(false);
  expect(screen.queryByText(/刚才导出到/)).toBeNull();
});

it('says calmly that the folder is gone', async () => {
  const { user } = await openTab(aWorker(), path.join(folder, 'nowhere', '客户簿.xlsx'));
  await user.click(await screen.findByRole('button', { name: '导出Excel' }));
  expect(await screen.findByText('没有导出：那个文件夹不见了。换个位置再试。')).toBeTruthy();
});
