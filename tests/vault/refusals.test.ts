// Files of a book that vanish, are damaged, edited, exchanged or put back: each has its own name, and a refusal leaves every file as it was.

import { chmodSync, copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keyFromPassword } from '../../electron/vault/derive';
import { readKeys, writeKeys } from '../../electron/vault/keys-file';
import type { ErrorCode } from '../../shared/errors';
import { fingerprint } from '../support/book-file';
import { PASSWORD } from './stand-ins';
import { aBook, countNotes, refusalOf, type TestBook } from './support';

const NEW_PASSWORD = '桃花开在三月里呀';

async function aLockedBook(): Promise<TestBook> {
  const made = await aBook();
  made.vault.lock('quit');
  return made;
}

async function refusedUntouched({ vault, files, accountId }: TestBook, code: ErrorCode): Promise<void> {
  // A try is counted and the writer's lock was taken: these files are not the book.
  const before = fingerprint(files.folder);
  expect((await refusalOf(vault.unlock({ accountId, password: PASSWORD }))).code).toBe(code);
  expect(bookOf(fingerprint(files.folder))).toMatchObject(bookOf(before));
}

function bookOf({ '/throttle.json': _tries, '/throttle.backup.json': _same, ...book }: Record<string, string>) {
  return book;
}

async function opens({ vault, accountId }: TestBook): Promise<void> {
  const { db } = await vault.unlock({ accountId, password: PASSWORD });
  expect(countNotes(db)).toBe(300);
  vault.lock('quit');
}

function damage(file: string): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe('keys.json', () => {
  test('gone with its copy: the book is refused, and no new one is offered', async () => {
    const book = await aLockedBook();
    rmSync(book.files.keys);
    rmSync(book.files.keysBackup);
    expect(book.vault.status()).toMatchObject({ state: 'refused', refusal: { code: 'keys.missing' } });
    await refusedUntouched(book, 'keys.missing');
    const sheet = book.vault.prepareRecovery();
    const answers = sheet.ask.map((number) => sheet.groups[number - 1] ?? '');
    const again = book.vault.create({ shopName: 'B', ownerName: 'C', password: PASSWORD, answers });
    expect((await refusalOf(again)).code).toBe('book.already-exists');
  });

  test.each(['keys', 'keysBackup'] as const)('one copy (%s) gone or damaged: the other opens the book and mends it', async (which) => {
    const book = await aLockedBook();
    const before = fingerprint(book.files.folder);
    damage(book.files[which]);
    await opens(book);
    expect(fingerprint(book.files.folder)).toMatchObject({
      '/keys.json': before['/keys.json'],
      '/keys.backup.json': before['/keys.backup.json'],
    });
    rmSync(book.files[which]);
    await opens(book);
    expect(readKeys(book.files).healthy).toBe(true);
  });

  test.each(['', '{', 'null', '{"format":1}', '\u0000'.repeat(3000), '[[[['])(
    'both copies damaged (%j): told from a wrong password',
    async (content) => {
      const book = await aLockedBook();
      writeFileSync(book.files.keys, content);
      damage(book.files.keysBackup);
      expect(book.vault.status()).toMatchObject({ state: 'refused', refusal: { code: 'keys.damaged' } });
      await refusedUntouched(book, 'keys.damaged');
    },
  );

  test('one copy older than the other: the newer counts', async () => {
    const book = await aBook();
    const old = readFileSync(book.files.keys);
    await book.vault.changePassword({ password: PASSWORD, newPassword: NEW_PASSWORD });
    book.vault.lock('quit');
    writeFileSync(book.files.keys, old);
    expect((await refusalOf(book.vault.unlock({ accountId: book.accountId, password: PASSWORD }))).code).toBe('keys.wrong-password');
    await book.vault.unlock({ accountId: book.accountId, password: NEW_PASSWORD });
    book.vault.lock('quit');
  });

  test('an old one put back does not bring an old password back; the recovery key still opens', async () => {
    const book = await aBook();
    const old = readFileSync(book.files.keys);
    await book.vault.changePassword({ password: PASSWORD, newPassword: NEW_PASSWORD });
    book.vault.lock('quit');
    writeFileSync(book.files.keys, old);
    writeFileSync(book.files.keysBackup, old);
    await refusedUntouched(book, 'keys.rolled-back');
    expect(book.vault.status()).toMatchObject({ state: 'refused', refusal: { code: 'keys.rolled-back' } });
    await book.vault.recover({ recoveryKey: book.recoveryKey, newPassword: 'another-way-in-27' });
    expect(countNotes(book.vault.database())).toBe(300);
    book.vault.lock('quit');
    const { accountId } = book;
    await book.vault.unlock({ accountId, password: 'another-way-in-27' });
    book.vault.lock('quit');
  });

  test('one change behind the book’s memory after a crash catches up', async () => {
    const book = await aBook();
    await book.vault.changePassword({ password: PASSWORD, newPassword: NEW_PASSWORD });
    // As if the process had died after keys.json was written and before the book took note.
    book.vault.database().prepare('UPDATE book SET keys_epoch = 1').run();
    book.vault.lock('quit');
    const { db } = await book.vault.unlock({ accountId: book.accountId, password: NEW_PASSWORD });
    expect(db.prepare('SELECT keys_epoch FROM book').pluck().get()).toBe(2);
    book.vault.lock('quit');
  });

  test('of another book: the password fits no slot, or the key no file', async () => {
    const book = await aLockedBook();
    const other = await aLockedBook();
    for (const file of ['keys', 'keysBackup', 'pepper'] as const) copyFileSync(other.files[file], book.files[file]);
    await refusedUntouched(book, 'keys.no-account');
    await refusedUntouched({ ...book, accountId: other.accountId }, 'book.foreign');
    expect(book.vault.status()).toMatchObject({ state: 'refused', refusal: { code: 'book.foreign' } });
  });

  test('edited by somebody who cannot open the book: noticed', async () => {
    const book = await aLockedBook();
    const stored = readKeys(book.files);
    // Anybody can make the checksum right again, but not the seal under the book's key.
    writeKeys(book.files, { ...stored.keys, shopName: '别家的店' }, Buffer.alloc(32));
    await refusedUntouched(book, 'keys.damaged');
    await book.vault.recover({ recoveryKey: book.recoveryKey, newPassword: NEW_PASSWORD });
    book.vault.lock('quit');
  });

  test.each([
    ['memoryKiB', 19_455],
    ['passes', 1],
  ] as const)('a slot made cheap to guess (%s %i) is refused before anything is derived', async (field, value) => {
    const book = await aLockedBook();
    const { keys } = readKeys(book.files);
    const accounts = keys.accounts.map((account) => ({ ...account, slot: { ...account.slot, [field]: value } }));
    writeKeys(book.files, { ...keys, accounts }, Buffer.alloc(32));
    await refusedUntouched(book, 'keys.weak-slot');
    expect(book.vault.status().waitSeconds).toBe(0);
  });

  test('of a later version is refused as such, not as damage', async () => {
    const book = await aLockedBook();
    const later = readFileSync(book.files.keys, 'utf8').replace('"format": 2', '"format": 4');
    writeFileSync(book.files.keys, later);
    await refusedUntouched(book, 'keys.newer');
  });
});

test('no weak derivation can be asked for', async () => {
  const place = { bookUid: 'b', owner: 'o' };
  const weak = keyFromPassword(PASSWORD, Buffer.alloc(16), { memoryKiB: 8, passes: 1 }, Buffer.alloc(32), place);
  expect((await refusalOf(weak)).code).toBe('keys.weak-slot');
});

describe('the book file', () => {
  test('gone while its keys are there: refused, not made anew', async () => {
    const book = await aLockedBook();
    renameSync(book.files.book, `${book.files.book}.elsewhere`);
    expect(book.vault.status()).toMatchObject({ state: 'refused', shopName: '棠舍', refusal: { code: 'book.missing' } });
    await refusedUntouched(book, 'book.missing');
    renameSync(`${book.files.book}.elsewhere`, book.files.book);
    await opens(book);
  });

  test('gone with its whole folder, as when a stick is pulled out: refused', async () => {
    const book = await aLockedBook();
    renameSync(book.files.folder, `${book.files.folder}-elsewhere`);
    expect(book.vault.status()).toMatchObject({ state: 'refused', refusal: { code: 'book.missing' } });
  });

  test('cut short: said before any password is asked', async () => {
    const book = await aLockedBook();
    writeFileSync(book.files.book, readFileSync(book.files.book).subarray(0, 100));
    expect(book.vault.status()).toMatchObject({ state: 'refused', refusal: { code: 'book.cut-short', details: { bytes: 100 } } });
    await refusedUntouched(book, 'book.cut-short');
  });

  test('damaged: the right password says so, and the status keeps saying it until the file is another', async () => {
    const book = await aLockedBook();
    const whole = readFileSync(book.files.book);
    const bytes = Buffer.from(whole);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(book.files.book, bytes);
    await refusedUntouched(book, 'book.damaged');
    expect(book.vault.status()).toMatchObject({ state: 'refused', refusal: { code: 'book.damaged' } });
    writeFileSync(book.files.book, Buffer.concat([whole]));
    expect(book.vault.status().state).toBe('locked');
    await opens(book);
  });

  test('of a newer version: refused', async () => {
    const book = await aBook();
    book.vault.database().pragma('user_version = 99');
    book.vault.lock('quit');
    await refusedUntouched(book, 'book.newer');
    expect(book.vault.status()).toMatchObject({ state: 'refused', refusal: { code: 'book.newer', details: { theirs: 99, ours: 1 } } });
  });

  test('that knows itself as another book: refused', async () => {
    const book = await aBook();
    book.vault.database().prepare("UPDATE book SET uid = '00000000-0000-7000-8000-000000000000'").run();
    book.vault.lock('quit');
    await refusedUntouched(book, 'keys.other-book');
  });
});

describe('a place that cannot be written', () => {
  test('a folder: refused, and no password is tried', async () => {
    const book = await aLockedBook();
    await asStranger(book, 0o555, 0o644, () => refusedUntouched(book, 'book.read-only'));
  });

  test('a book file: refused', async () => {
    const book = await aLockedBook();
    await asStranger(book, 0o777, 0o444, () => refusedUntouched(book, 'book.read-only'));
  });
});

// The administrator may write anywhere, so as administrator the test becomes somebody else for a while.
async function asStranger({ files }: TestBook, folderMode: number, fileMode: number, work: () => Promise<void>): Promise<void> {
  const administrator = process.geteuid?.() === 0;
  const restore = () => {
    if (administrator) process.seteuid?.(0);
    chmodSync(files.folder, 0o700);
  };
  onTestFinished(restore);
  for (const file of [files.keys, files.keysBackup, files.pepper]) chmodSync(file, 0o444);
  if (fileMode === 0o444) rmSync(files.writerLock);
  chmodSync(files.book, fileMode);
  chmodSync(dirname(files.folder), 0o755);
  chmodSync(files.folder, folderMode);
  if (administrator) process.seteuid?.(65_534);
  await work();
  restore();
}
