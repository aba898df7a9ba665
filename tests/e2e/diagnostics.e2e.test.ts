// The diagnostics file of the built app: the real versions and screen, the log as the app itself wrote it, and neither the folder nor whoever uses the PC.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDraft } from '../support/build';
import { answerSaveDialog, launchApp, type RunningApp } from '../support/electron';
import { askPage, callPage, createBookIn } from '../support/page-calls';

const NAME = '苏敏苏敏';
const folder = mkdtempSync(path.join(os.tmpdir(), 'shuke-diagnostics-'));
let running: RunningApp;
beforeAll(async () => {
  running = await launchApp({ userData: path.join(folder, NAME) });
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

test('holds what helps, and nothing of anybody', async () => {
  const { page } = running;
  await createBookIn(page);
  await callPage(page, 'clients.create', aDraft({ name: '欧阳娜娜' }));
  await askPage(page, 'clients.get', { id: '0199aaaa-0000-7000-8000-000000000002' as never });
  await page.evaluate(() => {
    location.hash = '#/settings/about';
  });
  await page.getByRole('button', { name: '做一份诊断包' }).click();
  const target = path.join(folder, 'out.zip');
  await answerSaveDialog(running.app, target);
  await page.getByRole('button', { name: '存成文件' }).click();
  await page.getByText('已存好。').waitFor();
  const texts = Object.fromEntries(Object.entries(unzipSync(readFileSync(target))).map(([name, bytes]) => [name, strFromU8(bytes)]));
  expect(texts['app.txt']).toMatch(/^electron: \d+\.\d+/m);
  expect(texts['app.txt']).toMatch(/^screen 1: \d+ x \d+, \d+ %$/m);
  expect(texts['book.txt']).toMatch(/^rows client: 1$/m);
  expect(texts['log.txt']).toMatch(/clients\.get \d+ ms record\.not-found/);
  const all = Object.values(texts).join('\n');
  expect(all).not.toMatch(/[\u4e00-\u9fff]|shuke-diagnostics-|ouyang/i);
});
