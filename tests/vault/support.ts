// A vault in a folder of its own, cheap Argon2id at the floor, and a clock that tests turn.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BookConnection } from '../../electron/core/database/connection';
import { ARGON_FLOOR } from '../../electron/vault/derive';
import { vaultFiles, type VaultFiles } from '../../electron/vault/files';
import type { Protector } from '../../electron/vault/protection';
import { createVault, type Vault, type VaultOptions } from '../../electron/vault/vault';
import { AppError } from '../../shared/errors';
import { aFolder, removeFolder } from '../support/book-file';
import { aClock, aProtector, PASSWORD, prepareTables, writeFirstRows, type TestClock } from './stand-ins';

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
