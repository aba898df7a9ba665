// Disks that fail while the shop works, in the real app and in both languages: full, broken, pulled out, slow, write-protected.
// SHUKE_SHOTS names a folder for a picture of each.

import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aDraft } from '../support/build';
import { answerOpenDialog, launchApp, type RunningApp } from '../support/electron';
import { breakFolder, failWrites, fillBook, mendFolder } from '../support/failing-disk';
import { askPage, callPage, createBookIn } from '../support/page-calls';
import { expectSaid, go, LANGUAGES, shoot, speak, type Language, type Said } from '../support/walk';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shuke-failing-disk-'));
const own = path.join(folder, 'profile', 'book', 'backups');
const stick = path.join(folder, 'U盘');

let running: RunningApp;
beforeAll(async () => {
  mkdirSync(stick);
  running = await launchApp({ userData: path.join(folder, 'profile') });
  running.page.setDefaultTimeout(15_000);
  await createBookIn(running.page);
  await callPage(running.page, 'clients.create', aDraft());
  await answerOpenDialog(running.app, [stick]);
  await callPage(running.page, 'backups.addFolder', null);
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(LANGUAGES)('while a client is saved (%s)', (language) => {
  beforeEach(async () => {
    await speak(running.page, language);
    // What was said before stays until somebody closes it.
    await running.page.reload();
  });

  test('book.disk-full', async () => {
    await typeClient(language);
    const makeRoom = await fillBook(running.app);
    await untilFull();
    await save();
    await say('book.disk-full', language, { zh: /磁盘满了.*之前的都在/, en: /The disk is full.*Everything before it is safe/ });
    await makeRoom();
    await savedAfterAll();
  });

  test('book.disk-error', async () => {
    await typeClient(language);
    const mend = await failWrites(running.app);
    try {
      await save();
      await say('book.disk-error', language, { zh: /磁盘读写出错，这一步没有保存/, en: /The disk failed.*was not saved/ });
    } finally {
      mend();
    }
    await savedAfterAll();
  });
});

const FOLDERS = [
  { state: 'full', code: 'ENOSPC', zh: /“U盘”满了，写不下/, en: /“U盘” is full/ },
  { state: 'read-only', code: 'EROFS', zh: /“U盘”只能读，写不进去/, en: /“U盘” can only be read/ },
  { state: 'slow', code: 'ETIMEDOUT', zh: /写到“U盘”很慢/, en: /Writing to “U盘” is very slow/ },
  { state: 'share-gone', code: 'ENOTCONN', zh: /找不到“U盘”，今天没有写到那里/, en: /“U盘” is missing; nothing written there today/ },
] as const;

describe.each(LANGUAGES)('backups (%s)', (language) => {
  beforeEach(async () => {
    await speak(running.page, language);
    await go(running.page, '#/data?tab=backups');
  });

  test.each(FOLDERS)('a folder that is $state', async ({ state, code, zh, en }) => {
    await breakFolder(running.app, stick, code);
    await backUp(language);
    await say(`backup-folder-${state}`, language, { zh, en });
    await mendFolder(running.app);
  });

  test('a folder that was pulled out', async () => {
    renameSync(stick, `${stick} away`);
    await backUp(language);
    await say('backup-folder-missing', language, { zh: /找不到“U盘”.*别处的备份照常/s, en: /“U盘” is missing.*Backups elsewhere go on/s });
    renameSync(`${stick} away`, stick);
  });

  test('backup.disk-full: no folder has room', async () => {
    await breakFolder(running.app, folder, 'ENOSPC');
    await backUp(language);
    await say('backup.disk-full', language, {
      zh: /备份没有写成：磁盘还差\d+ MB。客户簿完好，以前的备份都在/,
      en: /was not written: the disk is \d+ MB short\. Your book is fine and earlier backups are there/,
    });
    await mendFolder(running.app);
  });

  test('backup.nowhere: no folder can be written to', async () => {
    for (const place of [own, stick]) {
      renameSync(place, `${place} away`);
      writeFileSync(place, 'in the way');
    }
    await backUp(language);
    await say('backup.nowhere', language, {
      zh: /没有一个备份文件夹可用.*客户簿完好；请插上U盘/,
      en: /No backup folder can be used.*Your book is fine; plug/,
    });
    for (const place of [own, stick]) {
      rmSync(place);
      renameSync(`${place} away`, place);
    }
  });

  test('backup.gone: the one to restore is not there any more', async () => {
    await callPage(running.page, 'backups.make', null);
    const restore = running.page.getByRole('link', { name: language === 'en' ? /^Restore/ : /^恢复/ }).first();
    await restore.waitFor();
    for (const place of [own, stick]) for (const name of readdirSync(place)) rmSync(path.join(place, name));
    await restore.click();
    await say('backup.gone', language, {
      zh: /找不到这份备份了.*客户簿没有被改动，插好后再试/,
      en: /cannot be found any more.*Your book was not touched; plug it in/,
    });
  });
});

async function typeClient(language: Language): Promise<void> {
  const { page } = running;
  await go(page, '#/clients/new');
  await page
    .getByRole('textbox', { name: language === 'en' ? /^Name/ : /^姓名/ })
    .first()
    .fill('林若溪');
}

/** What is free in the pages the book has already is used up first. */
async function untilFull(): Promise<void> {
  for (let i = 0; i < 500; i += 1) {
    const { ok, error } = await askPage(running.page, 'clients.create', aDraft({ name: `客户${i}` }));
    if (!ok) return expect(error?.code).toBe('book.disk-full');
  }
  throw new Error('the disk never was full');
}

async function save(): Promise<void> {
  await running.page.keyboard.press('Control+Enter');
}

async function savedAfterAll(): Promise<void> {
  await save();
  await running.page.waitForURL(/clients\/[0-9a-f-]{36}/);
}

async function backUp(language: Language): Promise<void> {
  await running.page
    .getByRole('button', { name: language === 'en' ? 'Back up now' : '现在备份' })
    .first()
    .click();
}

async function say(code: string, language: Language, said: Said): Promise<void> {
  try {
    await expectSaid(running.page, said, language, 'shuke-failing');
  } finally {
    await shoot(running.page, code, language);
  }
}
