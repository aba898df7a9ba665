// A vault with the product's real tables in a folder of its own, cheap Argon2id at the floor, and a clock that tests turn.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BookConnection } from '../../electron/core/database/connection';
import type { NewBook } from '../../electron/vault/creation';
import { ARGON_FLOOR } from '../../electron/vault/derive';
import { vaultFiles, type VaultFiles } from '../../electron/vault/files';
import type { Protector } from '../../electron/vault/protection';
import { createVault, type Vault, type VaultOptions } from '../../electron/vault/vault';
import { AppError } from '../../shared/errors';
import { aFolder, removeFolder } from '../support/book-file';

export const PASSWORD = 'shanchahua-9-yue';

export interface TestClock {
  now(): Date;
  uptimeSeconds(): number;
  wall: number;
  uptime: number;
}

export function aClock(): TestClock {
  const clock = {
    wall: Date.parse('2026-11-22T04:00:00Z'),
    uptime: 5000,
    now: () => new Date(clock.wall),
    uptimeSeconds: () => clock.uptime,
  };
  return clock;
}

/** Stands for the operating system's store of secrets, which no test machine has: seals by turning bits, can lose everything. */
export function aProtector(protection: Protector['protection'] = 'os'): Protector & { lost: boolean } {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xa5));
  const protector = {
    protection,
    lost: false,
    protect: async (secret: Buffer) => turn(secret),
    unprotect: async (sealed: Buffer) => {
      if (protector.lost) throw new Error('the store does not know this secret');
      return turn(sealed);
    },
  };
  return protector;
}

/** The few tables the vault needs, and one for words that must never be seen on the disk. */
export function prepareTables(db: BookConnection): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS book (id INTEGER PRIMARY KEY, uid TEXT NOT NULL, shop_name TEXT NOT NULL, keys_epoch INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE IF NOT EXISTS account (uid TEXT NOT NULL, name TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, words TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS note_words ON note (words);`);
}

export function writeFirstRows(db: BookConnection, made: NewBook): void {
  db.prepare('INSERT INTO book (uid, shop_name) VALUES (?, ?)').run(made.bookUid, made.shopName);
  db.prepare('INSERT INTO account (uid, name) VALUES (?, ?)').run(made.accountUid, made.ownerName);
}

export interface TestVault {
  readonly vault: Vault;
  readonly files: VaultFiles;
  readonly clock: TestClock;
  readonly protector: Protector & { lost: boolean };
  /** The same folder as a program started anew sees it. */
  again(changes?: Partial<VaultOptions>): Vault;
}

export function aVault(changes: Partial<VaultOptions> = {}): TestVault {
  const parent = aFolder();
  onTestFinished(() => removeFolder(parent));
  const folder = join(parent, '熟客');
  mkdirSync(folder);
  const clock = aClock();
  const protector = aProtector();
  const options = {
    folder,
    clock,
    protector,
    argon: ARGON_FLOOR,
    schemaVersion: 1,
    prepare: prepareTables,
    onCreated: writeFirstRows,
    ...changes,
  };
  return {
    vault: createVault(options),
    files: vaultFiles(folder),
    clock,
    protector,
    again: (more) => createVault({ ...options, ...more }),
  };
}

export interface TestBook extends TestVault {
  readonly accountId: string;
  readonly recoveryKey: string;
}

/** An open book with some rows. */
export async function aBook(changes: Partial<VaultOptions> = {}): Promise<TestBook> {
  const made = aVault(changes);
  const sheet = made.vault.prepareRecovery();
  const answers = sheet.ask.map((number) => sheet.groups[number - 1] ?? '');
  const { accountId, db } = await made.vault.create({ shopName: '棠舍', ownerName: '苏敏', password: PASSWORD, answers });
  const insert = db.prepare('INSERT INTO note (words) VALUES (?)');
  db.transaction(() => {
    for (let row = 0; row < 300; row += 1) insert.run(`note ${row} ${'words '.repeat(20)}`);
  })();
  return { ...made, accountId, recoveryKey: sheet.groups.join(' ') };
}

export function countNotes(db: BookConnection): number {
  return Number(db.prepare('SELECT count(*) FROM note').pluck().get());
}

export async function refusalOf(promise: Promise<unknown>): Promise<AppError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was not refused');
}
