// The import in the threads the app really uses: refusals cross back by name, cancelling and locking stop the work.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { anApp, OWNER, type TestApp } from '../support/app';
import { dumpOf } from '../support/dump';
import { CLIENT_LIST } from '../support/salon-list';
import { readFile } from './lists';

let app: TestApp;
beforeEach(async () => {
  app = await anApp({ now: '2026-11-20T04:00:00.000Z' });
});
afterEach(() => app.close());

const dump = () => dumpOf(app.house.vault.database());

test('stops when it is told to, and has written nothing', async () => {
  const { matching } = await readFile(app, CLIENT_LIST);
  const before = dump();
  app.listeners.add((event) => {
    if (event.type === 'job-progress') void app.house.cancel('import-1');
  });
  await expect(app.call('imports.commit', matching, 'import-1')).rejects.toMatchObject({ code: 'bridge.cancelled' });
  expect(dump()).toEqual(before);
});

test('stops when the book is locked in the middle, and forgets the file', async () => {
  const { matching } = await readFile(app, CLIENT_LIST);
  const running = app.call('imports.commit', matching, 'import-2');
  app.house.lock('key');
  await expect(running).rejects.toMatchObject({ code: expect.stringMatching(/bridge.cancelled|session.locked/) });
  const { accounts } = await app.call('book.status', null);
  await app.call('book.unlock', { accountId: accounts[0]!.id, password: OWNER.password });
  expect((await app.call('clients.counts', null)).current).toBe(0);
  await expect(app.call('imports.check', matching)).rejects.toMatchObject({ code: 'files.unknown-token' });
});

test.each([
  ['refused-old-format.xls', 'file.xls-legacy'],
  ['refused-protected.xlsx', 'file.encrypted'],
  ['refused-bomb.xlsx', 'file.too-large'],
  ['refused-macros.xlsx', 'file.macros'],
])('refuses %s by name, in the worker, and the app goes on', async (file, code) => {
  await expect(readFile(app, file)).rejects.toMatchObject({ code });
  expect((await readFile(app, '老收银导出.csv')).read.rows).toBe(7);
});

test('writes all problems as a workbook, a row each, in the language of the interface', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { matching } = await readFile(app, CLIENT_LIST);
  app.answers.saveFile.push(join(folder, '问题.xlsx'));
  const saved = await app.call('imports.problemsToExcel', { ...matching, language: 'zh-CN' });
  expect(saved).toEqual({ cancelled: false, fileName: '问题.xlsx' });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, '问题.xlsx'));
  const sheet = workbook.worksheets[0]!;
  const { problemsTotal } = await app.call('imports.check', matching);
  expect(sheet.rowCount).toBe(problemsTotal + 1);
  expect(sheet.getRow(1).values).toEqual([undefined, '行', '列', '原来写的', '轻重', '问题']);
});
