// New keys for the book: everything is there, under other keys, for the same people; and a crash at any moment leaves the old state or the new.

import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeFirstRows as writeShopRows } from '../../electron/book/first-rows';
import { connect, type BookConnection } from '../../electron/core/database/connection';
import { migrate, SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { openReadOnly } from '../../electron/core/database/open';
import { vaultFiles } from '../../electron/vault/files';
import type { KeyRing } from '../../electron/vault/key-ring';
import { placeOf, readKeys } from '../../electron/vault/keys-file';
import { planRotation, prepareRotation, settleRotation } from '../../electron/vault/rotation';
import { openWithRecovery, RECOVERY_OWNER } from '../../electron/vault/slot';
import { createVault } from '../../electron/vault/vault';
import { parseRecoveryKey } from '../../shared/book/recovery-key';
import { ARGON_FLOOR } from '../../electron/vault/derive';
import { aFolder, fingerprint, removeFolder } from '../support/book-file';
import { filesUnder } from '../support/bytes';
import { NOW } from '../support/shop-book';
import { startChild } from '../support/child';
import { addLin, ALL, answersOf, HEALTH, keysIn, LIN, NOTHING, OWN, ringOf, START, WEN, withLin } from './people';
import { aClock, aProtector, PASSWORD, prepareTables, writeFirstRows } from './stand-ins';
import { aBook, aVault, countNotes, refusalOf, type TestBook } from './support';

const wen = { id: WEN, name: '文静', role: 'manager', roleName: null, startPassword: START, grants: NOTHING };

async function rotated(book: TestBook, reseal?: Parameters<TestBook['vault']['rotate']>[0]['reseal']): Promise<string> {
  const { answers, recoveryKey } = answersOf(book.vault);
  await book.vault.rotate({ answers, ...(reseal ? { reseal } : {}) });
  return recoveryKey;
}

function hex(keys: readonly Buffer[]): string[] {
  return keys.map((key) => key.toString('hex'));
}

describe('a book with new keys', () => {
  test('holds what it held, for the same people with the same passwords, and locks itself for it', async () => {
    const book = await aBook();
    const { vault, accountId } = book;
    await withLin(book, HEALTH);
    await vault.unlock({ accountId, password: PASSWORD });
    await vault.addAccount(wen);
    vault.database().exec('CREATE TRIGGER note_stays BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 1); END');
    const words = vault.database().prepare('SELECT group_concat(words) FROM note').pluck().get();
    const before = readKeys(book.files).keys;
    const heard: string[] = [];
    vault.onLocked(({ reason }) => heard.push(reason));
    await rotated(book);
    expect(heard).toEqual(['key']);
    expect(vault.status()).toMatchObject({ state: 'locked', refusal: null });
    const { keys, healthy } = readKeys(book.files);
    expect([healthy, keys.epoch, keys.accounts.map(({ id }) => id)]).toEqual([true, before.epoch + 1, [accountId, LIN, WEN]]);
    const { db } = await vault.unlock({ accountId: LIN, password: OWN });
    expect(db.prepare('SELECT group_concat(words) FROM note').pluck().get()).toBe(words);
    expect(db.prepare('SELECT keys_epoch FROM book').pluck().get()).toBe(keys.epoch);
    expect(() => db.prepare('DELETE FROM note').run()).toThrow();
    expect(vault.subKeys()).toMatchObject({ photos: null });
    expect(await vault.switchTo({ accountId: WEN, password: START })).toMatchObject({ mustChoose: true });
    await vault.switchTo({ accountId, password: PASSWORD });
    await vault.changeAccounts([{ id: LIN, role: 'owner', grants: ALL }]);
    vault.lock('quit');
    expect([book.files.nextBook, book.files.rotation].filter(existsSync)).toEqual([]);
  });

  test('has another file key and another salt; whoever kept the old ones opens nothing', async () => {
    const book = await aBook();
    await withLin(book, HEALTH);
    const kept = { keys: readFileSync(book.files.keys), access: await accessOf(book) };
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    await book.vault.closeAccount(LIN);
    await rotated(book);
    expect(readFileSync(book.files.book).subarray(0, 16).equals(kept.access.salt)).toBe(false);
    expect(() => openReadOnly(book.files.book, { ...kept.access, schemaVersion: 1 })).toThrow('book.foreign');
    for (const file of [book.files.keys, book.files.keysBackup]) writeFileSync(file, kept.keys);
    expect((await refusalOf(book.vault.unlock({ accountId: LIN, password: OWN }))).code).toBe('book.foreign');
    expect((await refusalOf(book.vault.unlock({ accountId: book.accountId, password: PASSWORD }))).code).toBe('book.foreign');
  });

  test('leaves no copy under the old key beside it, and no word of the old keys', async () => {
    const book = await aBook();
    const copy = `${book.files.book}.before-schema-0`;
    copyFileSync(book.files.book, copy);
    const { key } = await accessOf(book);
    await rotated(book);
    expect(existsSync(copy)).toBe(false);
    expect(filesUnder(book.files.folder).filter((file) => readFileSync(file).includes(key))).toEqual([]);
    expect(
      filesUnder(book.files.folder)
        .map((file) => basename(file))
        .sort(),
    ).toEqual(['book.db', 'book.lock', 'keys.backup.json', 'keys.json', 'pepper.bin']);
  });

  test('opens with the new recovery key and not with the old one', async () => {
    const book = await aBook();
    const fresh = await rotated(book);
    const input = { newPassword: 'another-way-in-27' };
    expect((await refusalOf(book.vault.recover({ ...input, recoveryKey: book.recoveryKey }))).code).toBe('keys.wrong-recovery-key');
    await book.vault.recover({ ...input, recoveryKey: fresh });
    expect(countNotes(book.vault.database())).toBe(300);
    book.vault.lock('quit');
  });

  test('keeps the audit key, and the health key when nobody seals the notes anew', async () => {
    const book = await aBook();
    const before = await ringOf(book, { id: book.accountId, password: PASSWORD });
    await rotated(book);
    const after = await ringOf(book, { id: book.accountId, password: PASSWORD });
    expect(hex([after.audit, after.health!, after.photos!])).toEqual(hex([before.audit, before.health!, before.photos!]));
    expect(after.book.equals(before.book)).toBe(false);
  });

  test('has other keys for health and photos when what they sealed is sealed anew', async () => {
    const book = await aBook();
    await addLin(book, HEALTH);
    const before = await ringOf(book, { id: book.accountId, password: PASSWORD });
    const seen: string[] = [];
    book.vault.database().exec("CREATE TRIGGER note_fixed BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'a write outside an act'); END");
    await rotated(book, (copy, from, to) => {
      seen.push(...hex([from.health, from.photos, to.health, to.photos]));
      copy.prepare('UPDATE note SET words = ?').run(to.health.toString('hex'));
    });
    const after = await ringOf(book, { id: book.accountId, password: PASSWORD });
    expect(seen).toEqual(hex([before.health!, before.photos!, after.health!, after.photos!]));
    expect(new Set(seen).size).toBe(4);
    const lin = await ringOf(book, { id: LIN, password: START });
    expect([lin.health?.equals(after.health!), lin.photos]).toEqual([true, null]);
    expect(hex(keysIn(lin))).not.toContain(before.health?.toString('hex'));
    const { db } = await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    expect(db.prepare('SELECT DISTINCT words FROM note').pluck().all()).toEqual([after.health?.toString('hex')]);
    expect(() => db.prepare("UPDATE note SET words = ''").run()).toThrow('a write outside an act');
    book.vault.lock('quit');
  });

  test('with the product’s own tables brings over all of them with their triggers, and is sealed anew without an act', async () => {
    const made = aVault({
      schemaVersion: SCHEMA_VERSION,
      prepare: (sqlite) => migrate(sqlite, () => undefined),
      onCreated: (sqlite, fresh) => writeShopRows(sqlite, fresh, NOW),
    });
    const first = answersOf(made.vault);
    const { db, accountId } = await made.vault.create({ shopName: '棠舍', ownerName: '苏敏', password: PASSWORD, answers: first.answers });
    const parts = (of: BookConnection) => of.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all();
    const before = parts(db);
    const next = answersOf(made.vault);
    await made.vault.rotate({ answers: next.answers, reseal: (copy) => copy.prepare("UPDATE account SET name = '苏敏敏'").run() });
    const after = (await made.vault.unlock({ accountId, password: PASSWORD })).db;
    expect(parts(after)).toEqual(before);
    expect(after.prepare('SELECT name FROM account').pluck().all()).toEqual(['苏敏敏']);
    expect(() => after.prepare("UPDATE account SET name = ''").run()).toThrow('a write outside an act');
    made.vault.lock('quit');
  });

  test('can be given new keys again', async () => {
    const book = await aBook();
    for (let time = 0; time < 3; time += 1) {
      await rotated(book, time === 1 ? () => undefined : undefined);
      await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    }
    await book.vault.changePassword({ password: PASSWORD, newPassword: 'another-way-in-27' });
    book.vault.lock('key');
    await book.vault.unlock({ accountId: book.accountId, password: 'another-way-in-27' });
    expect(countNotes(book.vault.database())).toBe(300);
    book.vault.lock('quit');
  });
});

describe('is refused, and the book stays as it was', () => {
  test('for anybody but an owner, and without the groups of a new recovery key', async () => {
    const book = await aBook();
    await addLin(book, HEALTH);
    const { answers } = answersOf(book.vault);
    const before = readFileSync(book.files.keys, 'utf8');
    expect((await refusalOf(book.vault.rotate({ answers: ['ABCD', 'EFGH'] }))).code).toBe('keys.groups-differ');
    await book.vault.switchTo({ accountId: LIN, password: START });
    expect((await refusalOf(book.vault.rotate({ answers }))).code).toBe('session.not-allowed');
    expect(book.vault.status().state).toBe('open');
    expect(readFileSync(book.files.keys, 'utf8')).toBe(before);
    book.vault.lock('quit');
  });

  test('when sealing anew fails, or nobody left the book', async () => {
    const book = await aBook();
    const { answers } = answersOf(book.vault);
    expect((await refusalOf(book.vault.rotate({ answers, leave: () => undefined }))).code).toBe('book.already-open');
    book.vault.lock('key');
    const before = fingerprint(book.files.folder);
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    const failing = rotated(book, () => {
      throw new Error('a note would not open');
    });
    await expect(failing).rejects.toThrow('a note would not open');
    expect(fingerprint(book.files.folder)).toEqual(before);
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    book.vault.lock('quit');
  });

  test('when the copy does not hold all that the book holds', async () => {
    const book = await aBook();
    const lossy = await refusalOf(rotated(book, (copy) => copy.prepare('DELETE FROM note WHERE id = 7').run()));
    expect(lossy).toMatchObject({ code: 'book.damaged', details: { found: 'note' } });
    const { db } = await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    expect(countNotes(db)).toBe(300);
    book.vault.lock('quit');
  });

  test('a next book is thrown away when the present one was written to since', async () => {
    const book = await aBook();
    await prepared(book);
    expect([book.files.nextBook, book.files.rotation].every(existsSync)).toBe(true);
    // By another version of the program, which knows nothing of a next book.
    const db = connect(book.files.book, await accessOf(book), { readonly: false, mustExist: true });
    db.exec("UPDATE note SET words = 'later' WHERE id = 1");
    db.close();
    settleRotation(book.files);
    expect([book.files.nextBook, book.files.rotation].filter(existsSync)).toEqual([]);
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    expect(book.vault.database().prepare('SELECT words FROM note WHERE id = 1').pluck().get()).toBe('later');
    book.vault.lock('quit');
  });

  test('a next book that was damaged, or its record, is thrown away', async () => {
    for (const which of ['nextBook', 'rotation'] as const) {
      const book = await aBook();
      await prepared(book);
      const bytes = readFileSync(book.files[which]);
      bytes.fill(0, 100, 200);
      writeFileSync(book.files[which], bytes);
      await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
      expect([book.files.nextBook, book.files.rotation].filter(existsSync)).toEqual([]);
      book.vault.lock('quit');
    }
  });
});

test('killed at any step, everybody gets in: the book is the old one or the new one, and whole', { timeout: 180_000 }, async () => {
  const book = await aBook();
  await withLin(book, HEALTH);
  const folder = aFolder();
  onTestFinished(() => removeFolder(folder));
  const whole = await rotatedIn(book, join(folder, 'whole'), null);
  const steps = Number(whole.lines[1]?.replace('rotated ', ''));
  expect(whole.state).toBe('new');
  expect(steps).toBeGreaterThan(10);
  const states: string[] = [];
  for (const dieAt of ['copy' as const, ...Array.from({ length: steps }, (_, step) => step)]) {
    const { state, lines } = await rotatedIn(book, join(folder, String(dieAt)), dieAt);
    expect(lines).toHaveLength(1);
    states.push(state);
  }
  // Never back again: what is new stays new.
  expect(states.join(' ')).toMatch(/^(old )+(new ?)+$/);
});

/** Rotates in a process of its own, which is killed; says in which state a fresh program finds the book, once everybody has been in it. */
async function rotatedIn(book: TestBook, folder: string, dieAt: number | 'copy' | null) {
  cpSync(book.files.folder, folder, { recursive: true });
  const files = vaultFiles(folder);
  const old = readKeys(files).keys.epoch;
  const input = { folder, accountId: book.accountId, password: PASSWORD, dieAt };
  const child = startChild(join(__dirname, '../torture/child/rotate-keys.ts'), input);
  onTestFinished(() => child.kill());
  await child.said(1);
  await child.ended();
  const vault = createVault({
    folder,
    clock: aClock(),
    protector: aProtector(),
    argon: ARGON_FLOOR,
    schemaVersion: 1,
    prepare: prepareTables,
    onCreated: writeFirstRows,
  });
  expect(vault.status()).toMatchObject({ state: 'locked', refusal: null });
  const { db } = await vault.unlock({ accountId: LIN, password: OWN });
  expect([countNotes(db), vault.subKeys().health !== null]).toEqual([300, true]);
  expect(
    createHash('sha256')
      .update(db.prepare('SELECT group_concat(words) FROM note').pluck().get() as string)
      .digest('hex'),
  ).toBe(wordsOf());
  await vault.switchTo({ accountId: book.accountId, password: PASSWORD });
  vault.lock('quit');
  expect([files.nextBook, files.rotation, `${files.nextBook}-journal`].filter(existsSync)).toEqual([]);
  const { keys, healthy } = readKeys(files);
  expect(healthy).toBe(true);
  const state = keys.epoch === old ? ('old' as const) : ('new' as const);
  const valid = state === 'old' ? book.recoveryKey : (child.lines[0] ?? '');
  expect(openWithRecovery(keys.recovery, parseRecoveryKey(valid), placeOf(keys, RECOVERY_OWNER))).toHaveLength(96);
  return { state, lines: child.lines };
}

function wordsOf(): string {
  const words = Array.from({ length: 300 }, (_, row) => `note ${row} ${'words '.repeat(20)}`);
  return createHash('sha256').update(words.join(',')).digest('hex');
}

/** A book closed for its rotation, with the next one ready to take its place. */
async function prepared(book: TestBook): Promise<void> {
  const { owner } = await ringOf(book, { id: book.accountId, password: PASSWORD });
  book.vault.lock('key');
  const maker = {
    files: book.files,
    protector: book.protector,
    clock: book.clock,
    schemaVersion: 1,
    prepare: prepareTables,
    onCreated: writeFirstRows,
  };
  prepareRotation(maker, planRotation(readKeys(book.files).keys, owner!, Buffer.alloc(20, 7), undefined));
}

async function accessOf(book: TestBook): Promise<{ key: Buffer; salt: Buffer }> {
  const ring: KeyRing = await ringOf(book, { id: book.accountId, password: PASSWORD });
  return { key: Buffer.from(ring.book), salt: Buffer.from(readKeys(book.files).keys.salt, 'base64') };
}
