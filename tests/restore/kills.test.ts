// A restore that is killed: before any of its file operations, in every way there is. What is there afterwards is the old book or the new one, whole.

import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mirrorFile } from '../../electron/audit/mirror';
import { ARGON_FLOOR } from '../../electron/vault/derive';
import { vaultFiles } from '../../electron/vault/files';
import { readKeys } from '../../electron/vault/keys-file';
import { createVault } from '../../electron/vault/vault';
import { aFolder, removeFolder } from '../support/book-file';
import { startChild } from '../support/child';
import { aClock, aProtector, PASSWORD, prepareTables, writeFirstRows } from '../vault/stand-ins';
import { aBook, countNotes, type TestBook } from '../vault/support';

const WAYS = ['open', 'closed', 'new PC'] as const;
const MIRROR = 'the end of the restored log';
const NEW_PASSWORD = 'xin-mima-lai-le-8';
const STAGED = 'restore-0199aaaa-0000-7000-8000-000000000001.part';

test.each(WAYS)('killed at any step (%s), the book is the old one or the new one, and opens', { timeout: 300_000 }, async (way) => {
  const book = await staged();
  const folder = aFolder();
  onTestFinished(() => removeFolder(folder));
  const whole = await restoredIn(book, path.join(folder, 'whole'), way, null);
  expect(whole.state).toBe('new');
  expect(whole.steps).toBeGreaterThan(5);
  const states: string[] = [];
  for (let step = 0; step < whole.steps; step += 1) states.push((await restoredIn(book, path.join(folder, String(step)), way, step)).state);
  // Never back again: what is new stays new.
  expect(states.join(' ')).toMatch(/^(old )+(new ?)+$/);
});

/** 300 notes are staged; the present book has one more. */
async function staged(): Promise<TestBook> {
  const book = await aBook();
  const db = book.vault.database();
  db.prepare('VACUUM INTO ?').run(path.join(book.files.folder, STAGED));
  db.prepare('INSERT INTO note (words) VALUES (?)').run('written since');
  book.vault.lock('key');
  return book;
}

async function restoredIn(book: TestBook, folder: string, way: (typeof WAYS)[number], dieAt: number | null) {
  cpSync(book.files.folder, folder, { recursive: true });
  const files = vaultFiles(folder);
  const keys = readFileSync(files.keys, 'utf8');
  const { bookUid } = readKeys(files).keys;
  if (way === 'new PC') for (const file of [files.book, files.keys, files.keysBackup, files.pepper]) rmSync(file, { force: true });
  const child = startChild(path.join(import.meta.dirname, '../torture/child/restore-book.ts'), {
    ...{ folder, dieAt, mirror: MIRROR, staged: path.join(folder, STAGED), person: { accountId: book.accountId, password: PASSWORD } },
    closed: way === 'open' ? null : { bookUid, keys, recoveryKey: book.recoveryKey, newPassword: NEW_PASSWORD },
  });
  onTestFinished(() => child.kill());
  await child.ended();
  const steps = Number(child.lines[0]?.replace('restored ', ''));
  expect(child.lines).toHaveLength(dieAt === null ? 1 : 0);
  return { steps, state: await stateIn(book, folder, way) };
}

/** As a program started anew finds it. */
async function stateIn(book: TestBook, folder: string, way: (typeof WAYS)[number]): Promise<'old' | 'new'> {
  const files = vaultFiles(folder);
  const vault = createVault({
    ...{ folder, clock: aClock(), protector: aProtector(), argon: ARGON_FLOOR, schemaVersion: 1 },
    ...{ prepare: prepareTables, onCreated: writeFirstRows },
  });
  const isNew = existsSync(mirrorFile(folder));
  const { state, refusal } = vault.status();
  if (!isNew && way === 'new PC') {
    expect(state).toBe('none');
    return 'old';
  }
  expect([state, refusal]).toEqual(['locked', null]);
  const { db } = await vault.unlock({ accountId: book.accountId, password: isNew && way !== 'open' ? NEW_PASSWORD : PASSWORD });
  expect(countNotes(db)).toBe(isNew ? 300 : 301);
  vault.lock('quit');
  if (isNew) expect(readFileSync(mirrorFile(folder), 'utf8')).toBe(MIRROR);
  expect(readKeys(files).healthy).toBe(true);
  // Nor anything half made of them.
  expect([files.nextBook, files.rotation, `${files.rotation}.part`].filter(existsSync)).toEqual([]);
  return isNew ? 'new' : 'old';
}
