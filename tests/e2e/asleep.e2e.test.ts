// The PC falls asleep in the middle of a job: the book is locked, nothing half-made stays, and whoever comes back is told and can begin again.

import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aDraft } from '../support/build';
import { answerSaveDialog, launchApp, type RunningApp } from '../support/electron';
import { askPage, callPage, createBookIn, signInTo } from '../support/page-calls';

let userData: string;
let running: RunningApp;
beforeEach(async () => {
  userData = await mkdtemp(path.join(os.tmpdir(), 'shuke-asleep-'));
  running = await launchApp({ userData });
  await createBookIn(running.page);
  await callPage(running.page, 'clients.create', aDraft());
});
afterEach(async () => {
  await running.close();
  await rm(userData, { recursive: true, force: true });
});

/** At the first word of the next thread, before the main process hears it. */
const sleepInTheMiddle = () =>
  running.app.evaluate(({ powerMonitor }) => {
    const threads = process.mainModule?.require('node:worker_threads');
    const real = threads.Worker;
    threads.Worker = function (file: string, options: object) {
      threads.Worker = real;
      const thread = new real(file, options);
      thread.once('message', () => powerMonitor.emit('suspend'));
      return thread;
    };
  });

const unfinishedFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.part$|book\.next|staged/.test(name));

async function expectAsleep(): Promise<void> {
  const { page } = running;
  await page.getByText('电脑锁屏或休眠，客户簿也锁上了。').waitFor();
  expect(unfinishedFiles(userData)).toEqual([]);
}

test('an export', async () => {
  const target = path.join(userData, 'out.xlsx');
  const terms = { purpose: '盘点', password: null, approval: null };
  await answerSaveDialog(running.app, target);
  await sleepInTheMiddle();
  expect(await askPage(running.page, 'exports.book', { language: 'zh-CN', terms })).toMatchObject({ error: { code: 'bridge.cancelled' } });
  await expectAsleep();
  expect(existsSync(target)).toBe(false);
  await signInTo(running.page);
  await running.page.getByText(/的导出被打断了，没写完的文件已经删掉/).waitFor();
  expect(await callPage(running.page, 'exports.book', { language: 'zh-CN', terms })).toMatchObject({ cancelled: false });
  expect(existsSync(target)).toBe(true);
});

test('a backup', async () => {
  await sleepInTheMiddle();
  expect(await askPage(running.page, 'backups.make', null)).toMatchObject({ error: { code: 'bridge.cancelled' } });
  await expectAsleep();
  await signInTo(running.page);
  await running.page.getByText(/的备份被打断了，那一份不算数/).waitFor();
  expect(await callPage(running.page, 'backups.make', null)).toMatchObject({ failure: null, last: { kind: 'manual' } });
});
