// Every failure a person can meet at the book, in the real app and in both languages: what happened, what is safe, what to do; never a stack.
// SHUKE_SHOTS names a folder for a picture of each.

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vaultFiles } from '../../electron/vault/files';
import { readKeys, writeKeys } from '../../electron/vault/keys-file';
import { holdWriterLock } from '../../electron/vault/writer-lock';
import { anApp, OWNER } from '../support/app';
import { aClient, aDraft } from '../support/build';
import { answerSaveDialog, crashPage, inNewPage, launchApp, type RunningApp } from '../support/electron';
import { askPage, callPage } from '../support/page-calls';
import { expectSaid, go, LANGUAGES, SHOTS, shoot, speak, type Language, type Said } from '../support/walk';

const PASSWORD = 'dongzhi-jiaozi-2026';
const PLACE = 'shuke-failures';

const folder = mkdtempSync(path.join(os.tmpdir(), 'shuke-failures-'));
const profile = path.join(folder, 'profile');
const book = path.join(profile, 'book');
const kept = (name: string) => path.join(folder, name);
const inBook = (name: string) => path.join(book, name);

let running: RunningApp;
beforeAll(async () => {
  await makeFixtures();
  mkdirSync(profile);
  cpSync(kept('whole'), book, { recursive: true });
  running = await launchApp({ userData: profile });
  running.page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A whole book, the keys it had before the password was changed, and the same book as a later version would leave it, and under another's name. */
async function makeFixtures(): Promise<void> {
  const app = await anApp();
  await aClient(app);
  const keep = (name: string) => cpSync(path.join(app.folder, 'book'), kept(name), { recursive: true });
  keep('old');
  await app.call('book.changePassword', { password: OWNER.password, newPassword: PASSWORD });
  app.house.lock('quit');
  keep('whole');
  const { accounts } = await app.call('book.status', null);
  const unlocked = async () => {
    await app.call('book.unlock', { accountId: accounts[0]!.id, password: PASSWORD });
    return app.house.vault.database();
  };
  (await unlocked()).pragma('user_version = 99');
  app.house.lock('quit');
  keep('newer');
  rmSync(path.join(app.folder, 'book'), { recursive: true });
  cpSync(kept('whole'), path.join(app.folder, 'book'), { recursive: true });
  (await unlocked()).prepare("UPDATE book SET uid = '00000000-0000-7000-8000-000000000000'").run();
  app.house.lock('quit');
  keep('other');
  app.close();
}

interface Failure extends Said {
  readonly code: string;
  readonly arrange: () => void | Promise<void>;
  /** Without one, it is said before any password is asked. */
  readonly password?: string;
}

const overwrite = (name: string, change: (bytes: Buffer) => Buffer) => writeFileSync(inBook(name), change(readFileSync(inBook(name))));
const inBothKeys = (content: (old: string) => string) => {
  for (const name of ['keys.json', 'keys.backup.json']) overwrite(name, (bytes) => Buffer.from(content(bytes.toString())));
};
const flipped = (from: number) => (bytes: Buffer) => {
  for (let at = from; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
};

const PAGES: readonly Failure[] = [
  { code: 'book.missing', arrange: () => rmSync(inBook('book.db')), zh: /放回/, en: /put it back/i },
  { code: 'book.cut-short', arrange: () => overwrite('book.db', (bytes) => bytes.subarray(0, 100)), zh: /100字节/, en: /100 bytes/ },
  {
    code: 'book.damaged',
    arrange: () => overwrite('book.db', flipped(200)),
    password: PASSWORD,
    zh: /损坏/,
    en: /damaged/,
  },
  {
    code: 'book.foreign',
    arrange: () => overwrite('book.db', (bytes) => Buffer.alloc(bytes.length, 'not a book ')),
    password: PASSWORD,
    zh: /不是熟客的客户簿/,
    en: /not a Shuke book/,
  },
  {
    code: 'book.newer',
    arrange: () => cpSync(kept('newer'), book, { recursive: true }),
    password: PASSWORD,
    zh: /更新的熟客/,
    en: /newer Shuke/,
  },
  {
    code: 'keys.missing',
    arrange: () => ['keys.json', 'keys.backup.json'].forEach((name) => rmSync(inBook(name))),
    zh: /keys\.json/,
    en: /keys\.json/,
  },
  { code: 'keys.damaged', arrange: () => inBothKeys(() => '{'), zh: /钥匙文件/, en: /key file/ },
  { code: 'keys.newer', arrange: () => inBothKeys((old) => old.replace('"format": 2', '"format": 9')), zh: /新版/, en: /newer/ },
  {
    code: 'keys.other-book',
    arrange: () => cpSync(kept('other'), book, { recursive: true }),
    password: PASSWORD,
    zh: /钥匙文件是另一本客户簿的/,
    en: /belongs to another book/,
  },
  {
    code: 'keys.rolled-back',
    arrange: () => ['keys.json', 'keys.backup.json'].forEach((name) => cpSync(path.join(kept('old'), name), inBook(name))),
    password: OWNER.password,
    zh: /钥匙文件/,
    en: /key file/,
  },
];

describe.each(PAGES)('$code', ({ code, arrange, password, ...said }) => {
  test('says what happened, that nothing was touched and what to do, on a page of its own in both languages', async () => {
    await freshBook();
    await arrange();
    const before = filesOf();
    await look();
    if (password !== undefined) await typePassword(password);
    for (const language of LANGUAGES) {
      const { page } = running;
      await speak(page, language);
      await page.getByText(language === 'en' ? `Error ${code}` : `错误编号 ${code}`).waitFor();
      await expectSaid(page, said, language, PLACE);
      expect(await page.getByText(language === 'en' ? /No file was changed/ : /没有改动任何文件/).count()).toBe(1);
      expect(await page.locator('ol li').count()).toBeGreaterThan(0);
      await shoot(running.page, code, language);
    }
    expect(filesOf()).toMatchObject(before);
  });
});

/** The administrator may write anywhere, so for a while the app is somebody else. */
const becomes = (user: number) =>
  running.app.evaluate((_electron, wanted) => {
    if (process.getuid?.() === 0) process.seteuid?.(wanted);
  }, user);

const LINES: readonly (Failure & { readonly restore?: () => void | Promise<void> })[] = [
  { code: 'keys.pepper-lost', arrange: () => rmSync(inBook('pepper.bin')), password: PASSWORD, zh: /恢复钥匙/, en: /recovery key/ },
  {
    code: 'keys.weak-slot',
    arrange() {
      const files = vaultFiles(book);
      const { keys } = readKeys(files);
      const accounts = keys.accounts.map((account) => ({ ...account, slot: { ...account.slot, memoryKiB: 1024 } }));
      writeKeys(files, { ...keys, accounts }, Buffer.alloc(32));
    },
    password: PASSWORD,
    zh: /保护强度被调低了，没有使用它/,
    en: /protection in the key file has been lowered/,
  },
  { code: 'keys.wrong-password', arrange: () => undefined, password: 'falsch-falsch-1', zh: /密码不对。再错/, en: /Wrong password/ },
  {
    code: 'book.in-use',
    arrange: () => {
      letGo = holdWriterLock(inBook('book.lock'), undefined);
    },
    restore: () => letGo(),
    password: PASSWORD,
    zh: /另一个程序占用。关掉它/,
    en: /Another program/,
  },
  {
    code: 'book.read-only',
    async arrange() {
      for (const place of [folder, profile]) chmodSync(place, 0o755);
      chmodSync(book, 0o555);
      for (const name of readdirSync(book)) chmodSync(inBook(name), 0o444);
      await becomes(65_534);
    },
    async restore() {
      await becomes(0);
      chmodSync(book, 0o700);
    },
    password: PASSWORD,
    zh: /不能写入，这一步没有做成；之前记下的都在/,
    en: /cannot be written to/,
  },
];
let letGo = () => {};

describe.each(LINES)('$code', ({ arrange, password = PASSWORD, restore, code, ...said }) => {
  test('is said beside the password in both languages, and the book opens when the cause is gone', async () => {
    for (const language of LANGUAGES) {
      await freshBook();
      await look();
      await speak(running.page, language);
      await arrange();
      try {
        await typePassword(password);
        await expectSaid(running.page, said, language, PLACE);
        await shoot(running.page, code, language);
      } finally {
        await restore?.();
      }
    }
    await freshBook();
    expect(await unlock(PASSWORD)).toMatchObject({ ok: true });
    await callPage(running.page, 'book.lock', { reason: 'key' });
  });
});

describe('with the book open', () => {
  beforeAll(async () => {
    await freshBook();
    await look();
    expect(await unlock(PASSWORD)).toMatchObject({ ok: true });
    await running.page.getByRole('navigation').first().waitFor();
  });

  const exportNow = async (language: Language, said: Said) => {
    await speak(running.page, language);
    await go(running.page, '#/data');
    await running.page.getByRole('tab', { name: language === 'en' ? /Export/ : /导出/ }).click();
    await running.page
      .getByRole('button', { name: language === 'en' ? /Export/ : /导出/ })
      .first()
      .click();
    const dialog = running.page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('盘点');
    await dialog.getByRole('button', { name: language === 'en' ? /^Export/ : /^导出/ }).click();
    await expectSaid(running.page, said, language, PLACE);
  };

  test.each(LANGUAGES)('bridge.worker-died: a thread that dies ends its job with its own sentence (%s)', async (language) => {
    await answerSaveDialog(running.app, kept('out.xlsx'));
    await running.app.evaluate(() => {
      const threads = process.mainModule?.require('node:worker_threads');
      const real = threads.Worker;
      threads.Worker = function (_file: string, options: object) {
        threads.Worker = real;
        return new real('process.exit(7)', { ...options, eval: true });
      };
    });
    await exportNow(language, {
      zh: /后台程序意外停了，这一步没有做成。客户簿完好/,
      en: /stopped unexpectedly, so it was not done\. Your book is fine/,
    });
    await shoot(running.page, 'bridge.worker-died', language);
    await closeDialog();
    expect(existsSync(kept('out.xlsx.part'))).toBe(false);
  });

  test.each(LANGUAGES)('exports.cannot-write: a full disk is named, and the book goes on (%s)', async (language) => {
    await answerSaveDialog(running.app, kept('full.xlsx'));
    symlinkSync('/dev/full', kept('full.xlsx.part'));
    await exportNow(language, { zh: /没有导出：磁盘满了。腾出地方/, en: /Not exported: the disk is full\. Make room/ });
    await shoot(running.page, 'exports.cannot-write', language);
    await closeDialog();
    expect(await askPage(running.page, 'clients.create', aDraft())).toMatchObject({ ok: true });
  });
});

test.each(LANGUAGES)('keys.wait: after too many wrong passwords the lock says how long to wait (%s)', async (language) => {
  await freshBook();
  await look();
  await speak(running.page, language);
  for (let i = 0; i < 6; i += 1) await unlock('falsch-falsch-1');
  await typePassword('falsch-falsch-1');
  await expectSaid(running.page, { zh: /请等\d+秒再试。/, en: /Wait \d+ seconds?\./ }, language, PLACE);
  await shoot(running.page, 'keys.wait', language);
});

test('the page crashing: the lock says what happened in both languages', async () => {
  for (const language of LANGUAGES) {
    await speak(running.page, language).catch(() =>
      inNewPage(running.app, `window.shuke.call('appearance.set', { language: '${language}', theme: 'light' })`),
    );
    await crashPage(running.app);
    const wanted = language === 'en' ? 'was opened anew' : '已重新打开';
    await expect.poll(() => inNewPage(running.app, 'document.body.innerText'), { timeout: 15_000 }).toContain(wanted);
    if (SHOTS !== undefined) writeFileSync(path.join(SHOTS, `page-crashed-${language}.png`), Buffer.from(await picture(), 'base64'));
  }
});

/** The app is at the lock, before a whole book nobody has touched. */
async function freshBook(): Promise<void> {
  await askPage(running.page, 'book.lock', { reason: 'key' });
  for (const name of readdirSync(book)) rmSync(inBook(name), { recursive: true });
  cpSync(kept('whole'), book, { recursive: true });
}

function filesOf(): Record<string, string> {
  const names = readdirSync(book).filter((name) => /^(book\.db|keys)/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(inBook(name)).toString('base64')]));
}

/** As when somebody comes back to the window: it asks how the book stands. */
async function look(): Promise<void> {
  await running.page.evaluate(() => void window.dispatchEvent(new Event('visibilitychange')));
}

async function closeDialog(): Promise<void> {
  await running.page.keyboard.press('Escape');
  await running.page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function unlock(password: string) {
  const { accounts } = await callPage(running.page, 'book.status', null);
  return askPage(running.page, 'book.unlock', { accountId: accounts[0]!.id, password });
}

async function typePassword(password: string): Promise<void> {
  const field = running.page.locator('#unlock-password');
  await field.fill(password);
  await field.press('Enter');
}

function picture(): Promise<string> {
  return running.app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
}
