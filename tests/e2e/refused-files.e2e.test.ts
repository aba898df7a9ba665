// Every file and every key that is refused, in the real app and in both languages: what is wrong with it, that nothing was touched, what to do; never a stack.
// SHUKE_SHOTS names a folder for a picture of each.

import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest';
import { formatRecoveryKey } from '../../shared/book/recovery-key';
import { anApp, OWNER } from '../support/app';
import { aClient, aDraft } from '../support/build';
import { answerOpenDialog, launchApp, type RunningApp } from '../support/electron';
import { makeNewer } from '../support/newer-backup';
import { callPage, createBookIn, signInTo } from '../support/page-calls';
import { expectSaid, go, LANGUAGES, shoot, speak, type Language, type Said } from '../support/walk';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shuke-refused-'));
let running: RunningApp;
let backup: string;
let foreign: string;
beforeAll(async () => {
  running = await launchApp({ userData: path.join(folder, 'profile') });
  running.page.setDefaultTimeout(10_000);
  await createBookIn(running.page);
  foreign = await backupOfAnother();
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Refused extends Said {
  readonly code: string;
  readonly file: () => string;
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
    zh: /更新版本的熟客做的，没有用它，客户簿没有被改动。请先升级/,
    en: /made by a newer version of Shuke, so it was not used and your book was not touched\. Please update/,
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

const file = (name: string, content: string) => () => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};

const WHOLE_BOOKS: readonly Refused[] = [
  {
    code: 'transfer.not-a-book',
    file: file('list.json', '{"format":"a list","tables":{}}'),
    zh: /不是熟客的整本导出，没有写入/,
    en: /not a whole book exported by Shuke; nothing was written/,
  },
  {
    code: 'transfer.newer',
    file: file('newer.json', '{"format":"shuke-book","version":99,"about":{},"counts":{},"tables":{}}'),
    zh: /更新版本的熟客写的，这里读不懂。先更新/,
    en: /A newer version of Shuke wrote this file\. Update/,
  },
];

/** A key that nobody has, in the right form, and none at all. */
const PAPERS = [
  {
    code: 'keys.mistyped-recovery-key',
    paper: 'AAAA BBBB',
    zh: /8组、每组4个字符|第\d组抄错了/,
    en: /8 groups of 4 characters|Group \d is mistyped/,
  },
  {
    code: 'keys.wrong-recovery-key',
    paper: formatRecoveryKey(Buffer.alloc(20, 0)).join('-'),
    zh: /恢复钥匙不对/,
    en: /Wrong recovery key/,
  },
] as const;
const NEXT_PASSWORD = 'yuegui-hua-kai-7';

describe.each(LANGUAGES)('a whole book to bring back (%s)', (language) => {
  beforeAll(async () => {
    await speak(running.page, language);
    await go(running.page, '#/data');
  });
  test.each(WHOLE_BOOKS)('$code', async ({ code, file, zh, en }) => {
    await answerOpenDialog(running.app, [file()]);
    await running.page.getByRole('button', { name: language === 'en' ? 'Choose a whole export' : '选整本导出' }).click();
    await say(code, language, { zh, en });
  });
});

describe.each(LANGUAGES)('a list to import (%s)', (language) => {
  beforeAll(async () => {
    const { state } = await callPage(running.page, 'book.status', null);
    if (state === 'locked') await signInTo(running.page);
    await speak(running.page, language);
    await go(running.page, '#/data');
  });
  test.each(LISTS)('$code', async ({ code, file, zh, en }) => {
    await answerOpenDialog(running.app, [file()]);
    await running.page
      .getByRole('button', { name: language === 'en' ? /^Choose a file/ : /^选/ })
      .first()
      .click();
    await say(code, language, { zh, en });
  });
});

describe.each(LANGUAGES)('with the book open (%s)', (language) => {
  beforeAll(async () => {
    await makeBackup();
    await speak(running.page, language);
    await go(running.page, '#/data?tab=backups');
  });
  test('backup.other-book', async () => {
    await answerOpenDialog(running.app, [foreign]);
    await running.page.getByRole('button', { name: language === 'en' ? 'Restore from a file' : '从文件恢复' }).click();
    await say('backup.other-book', language, {
      zh: /另一本客户簿的备份，没有用它。现在的客户簿没有被改动/,
      en: /backup of another book, so it was not used\. Your present book was not touched/,
    });
    await go(running.page, '#/today');
  });
});

describe.each(LANGUAGES)('at the lock (%s)', (language) => {
  beforeAll(makeBackup);
  beforeEach(async () => {
    const { state } = await callPage(running.page, 'book.status', null);
    if (state === 'open') await callPage(running.page, 'book.lock', { reason: 'key' });
    await speak(running.page, language);
  });
  test.each(BACKUPS)('$code', async ({ code, file, zh, en }) => {
    const { page } = running;
    await lookForBackups(language);
    await answerOpenDialog(running.app, [file()]);
    await page.getByRole('button', { name: language === 'en' ? 'Choose a file' : '从文件选' }).click();
    await say(code, language, { zh, en });
    await page.getByRole('button', { name: language === 'en' ? 'Back' : '返回' }).click();
  });
  test('keys.wrong-backup-password', async () => {
    const { page } = running;
    await lookForBackups(language);
    await answerOpenDialog(running.app, [backup]);
    await page.getByRole('button', { name: language === 'en' ? 'Choose a file' : '从文件选' }).click();
    await page.getByRole('button', { name: language === 'en' ? 'Use the backup password' : '用备份密码' }).click();
    await page.locator('#restore-closed-backup').fill('falsch-falsch-falsch');
    await page.locator('#restore-closed-new').fill(NEXT_PASSWORD);
    await page.locator('#restore-closed-new').press('Enter');
    await say('keys.wrong-backup-password', language, { zh: /备份密码不对/, en: /Wrong backup password/ });
    await backAtLock();
  });
  test.each(PAPERS)('$code', async ({ code, paper, zh, en }) => {
    const { page } = running;
    await page.getByRole('button', { name: language === 'en' ? 'Use the recovery key' : '用恢复钥匙' }).click();
    await page.locator('#recover-key').fill(paper);
    await page.locator('#recover-password').fill(NEXT_PASSWORD);
    await page.locator('#recover-password').press('Enter');
    await say(code, language, { zh, en });
    await backAtLock();
  });
});

/** The list of backups moves what is below it when it comes: nothing is pressed before. */
async function lookForBackups(language: Language): Promise<void> {
  const { page } = running;
  await page.getByRole('button', { name: language === 'en' ? /^Cannot get in/ : /^进不去/ }).click();
  await page.getByRole('radio').first().waitFor();
}

async function backAtLock(): Promise<void> {
  await running.page.reload();
  await running.page.locator('#unlock-password').waitFor();
}

/** Of this book, with a client and a backup password. */
async function makeBackup(): Promise<void> {
  const { page } = running;
  const { state } = await callPage(page, 'book.status', null);
  if (state === 'locked') await signInTo(page);
  const own = path.join(folder, 'profile', 'book', 'backups');
  if (existsSync(own)) return;
  await callPage(page, 'clients.create', aDraft());
  await callPage(page, 'backups.setPassword', { password: OWNER.password, backupPassword: 'gui-hua-nian-gao-2026' });
  await callPage(page, 'backups.make', null);
  backup = path.join(own, readdirSync(own)[0] ?? '');
}

async function backupOfAnother(): Promise<string> {
  const app = await anApp();
  await aClient(app);
  await app.call('backups.make', null);
  const own = path.join(app.folder, 'book', 'backups');
  const target = path.join(folder, 'another.shukebackup');
  copyFileSync(path.join(own, readdirSync(own)[0] ?? ''), target);
  app.close();
  return target;
}

/** Said, and a picture taken. */
async function say(code: string, language: Language, said: Said): Promise<void> {
  await expectSaid(running.page, said, language, 'shuke-refused');
  await shoot(running.page, code, language);
}
