// Every file and every key that is refused, in the real app and in both languages: what is wrong with it, that nothing was touched, what to do; never a stack.
// SHUKE_SHOTS names a folder for a picture of each.

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OWNER } from '../support/app';
import { aDraft } from '../support/build';
import { answerOpenDialog, launchApp, type RunningApp } from '../support/electron';
import { makeNewer } from '../support/newer-backup';
import { callPage, createBookIn, signInTo } from '../support/page-calls';

const SHOTS = process.env['SHUKE_SHOTS'];
const LANGUAGES = ['zh-CN', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

const folder = mkdtempSync(path.join(os.tmpdir(), 'shuke-refused-'));
let running: RunningApp;
let backup: string;
beforeAll(async () => {
  running = await launchApp({ userData: path.join(folder, 'profile') });
  running.page.setDefaultTimeout(10_000);
  await createBookIn(running.page);
  await callPage(running.page, 'clients.create', aDraft());
  await callPage(running.page, 'backups.make', null);
  const own = path.join(folder, 'profile', 'book', 'backups');
  backup = path.join(own, readdirSync(own)[0] ?? '');
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Refused {
  readonly code: string;
  readonly file: () => string;
  readonly zh: RegExp;
  readonly en: RegExp;
}

const fixture = (name: string) => () => path.resolve('tests/fixtures', name);
const changed = (name: string, change: (file: string) => void) => () => {
  const file = path.join(folder, `${name}.shukebackup`);
  copyFileSync(backup, file);
  change(file);
  return file;
};

const BACKUPS: readonly Refused[] = [
  {
    code: 'backup.newer',
    file: changed('newer', (file) => makeNewer(file, (header) => ({ ...header, schemaVersion: 99 }))),
    zh: /更新版本的熟客做的。请先升级/,
    en: /made by a newer version of Shuke\. Please update/,
  },
  {
    code: 'backup.damaged',
    file: changed('damaged', (file) => writeFileSync(file, readFileSync(file).subarray(0, 9000))),
    zh: /这份备份不完整或被改动过，没有用它。客户簿没有被改动/,
    en: /incomplete or was altered, so it was not used\. Your book was not touched/,
  },
  {
    code: 'backup.not-a-backup',
    file: fixture('customers-us.csv'),
    zh: /不是熟客的备份。客户簿没有被改动/,
    en: /no backup of Shuke\. Your book was not touched/,
  },
];

const LISTS: readonly Refused[] = [
  {
    code: 'file.damaged',
    file: fixture('refused-cut-short.xlsx'),
    zh: /文件不完整，读不出来。请从原来的地方再拷一份/,
    en: /is incomplete/,
  },
  { code: 'file.too-large', file: fixture('refused-bomb.xlsx'), zh: /没有读|没有打开它/, en: /not opened|reading stopped/ },
  {
    code: 'file.doctype',
    file: fixture('refused-doctype.xlsx'),
    zh: /不该有的内容，没有打开它/,
    en: /does not belong there and was not opened/,
  },
  { code: 'file.not-a-workbook', file: fixture('refused-document.xlsx'), zh: /这不是Excel文件/, en: /not an Excel file/ },
  { code: 'file.empty', file: fixture('refused-empty.csv'), zh: /文件是空的/, en: /The file is empty/ },
  { code: 'file.no-rows', file: fixture('refused-header-only.xlsx'), zh: /只有表头/, en: /headings but no rows/ },
  { code: 'file.macros', file: fixture('refused-macros.xlsx'), zh: /文件里带宏，没有打开它/, en: /contains macros and was not opened/ },
  { code: 'file.xls-legacy', file: fixture('refused-old-format.xls'), zh: /旧版Excel的 \.xls/, en: /old \.xls format/ },
  { code: 'file.encrypted', file: fixture('refused-protected.xlsx'), zh: /有打开密码/, en: /has a password/ },
  { code: 'file.unreadable', file: () => path.join(folder, 'gone.xlsx'), zh: /文件打不开/, en: /cannot be opened/ },
];

describe.each(LANGUAGES)('a list to import (%s)', (language) => {
  beforeAll(async () => {
    const { state } = await callPage(running.page, 'book.status', null);
    if (state === 'locked') await signInTo(running.page);
    await speak(language);
    await go('#/data');
  });
  test.each(LISTS)('$code', async ({ code, file, zh, en }) => {
    await answerOpenDialog(running.app, [file()]);
    await running.page
      .getByRole('button', { name: language === 'en' ? /^Choose a file/ : /^选/ })
      .first()
      .click();
    await expectSaid(code, language, { zh, en });
  });
});

describe.each(LANGUAGES)('at the lock (%s)', (language) => {
  beforeEach(async () => {
    const { state } = await callPage(running.page, 'book.status', null);
    if (state === 'open') await callPage(running.page, 'book.lock', { reason: 'key' });
    await speak(language);
  });
  test.each(BACKUPS)('$code', async ({ code, file, zh, en }) => {
    const { page } = running;
    await page.getByRole('button', { name: language === 'en' ? /^Cannot get in/ : /^进不去/ }).click();
    await answerOpenDialog(running.app, [file()]);
    await page.getByRole('button', { name: language === 'en' ? 'Choose a file' : '从文件选' }).click();
    await expectSaid(code, language, { zh, en });
    await page.getByRole('button', { name: language === 'en' ? 'Back' : '返回' }).click();
  });
  test.each([
    {
      code: 'keys.mistyped-recovery-key',
      key: 'AAAA BBBB',
      zh: /8组、每组4个字符|第\d组抄错了/,
      en: /8 groups of 4 characters|Group \d is mistyped/,
    },
  ])('$code', async ({ code, key, zh, en }) => {
    const { page } = running;
    await page.getByRole('button', { name: language === 'en' ? 'Use the recovery key' : '用恢复钥匙' }).click();
    await page.locator('#recover-key').fill(key);
    await page.locator('#recover-password').fill('yuegui-hua-kai-7');
    await page.locator('#recover-password').press('Enter');
    await expectSaid(code, language, { zh, en });
    await page.reload();
    await page
      .getByLabel(language === 'en' ? /password/i : `${OWNER.ownerName}的密码`)
      .first()
      .waitFor();
  });
});

async function go(hash: string): Promise<void> {
  await running.page.evaluate((wanted) => {
    location.hash = wanted;
  }, hash);
}

async function speak(language: Language): Promise<void> {
  await callPage(running.page, 'appearance.set', { language, theme: 'light' });
  await running.page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}

/** A sentence for people, and nothing of the machine's. */
async function expectSaid(code: string, language: Language, { zh, en }: Pick<Refused, 'zh' | 'en'>): Promise<void> {
  const sentence = language === 'en' ? en : zh;
  await running.page.getByText(sentence).first().waitFor();
  const text = await running.page.locator('body').innerText();
  expect(text).not.toMatch(/\bat \S+\.js|Error: |SQLITE_|ENOENT|undefined|\[object|\{\{|shuke-refused/);
  if (SHOTS !== undefined) await running.page.screenshot({ path: path.join(SHOTS, `${code}-${language}.png`) });
}
