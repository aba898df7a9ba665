// Power cuts, simulated: a real child works while its disk is written down, and any moment of that can be the one at which the power failed.

import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { findDamage } from '../../electron/core/database/copy';
import { SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { openBookFile } from '../../electron/core/database/open';
import { addNotes, aBookFile, aFolder, removeFolder, type BookFile } from '../support/book-file';
import { anOldBook, missingRows, OLD_VERSIONS, openOld, vaultOf } from '../support/old-book';
import { vaultFiles } from '../../electron/vault/files';
import { PASSWORD } from '../vault/stand-ins';
import { recordChild, type Recording } from './disk/recording';
import { countGroups } from './groups';
import { openedBy, stateAfterKill, stateAfterRotation } from './kills';
import { below, randomFrom } from './random';
import { makeBookIn } from './vault-folder';

export interface PowerResult {
  readonly cuts: number;
  readonly acknowledged: number;
  /** Cuts after which a row that had been acknowledged was missing. */
  readonly lost: number;
  /** Cuts after which a transaction was there in part. */
  readonly half: number;
  /** Cuts after which the book did not open or was not sound. */
  readonly shut: number;
}

const CUTS_EACH = 50;
const GROUPS = 40;

/** While rows are written. */
export async function cutPower(cuts: number, seed: number, synchronous: 'FULL' | 'NORMAL' = 'FULL'): Promise<PowerResult> {
  const random = randomFrom(seed);
  const count = { cuts: 0, acknowledged: 0, lost: 0, half: 0, shut: 0 };
  while (count.cuts < cuts) {
    const made = inFolder(aBookFile(150));
    const { key, salt } = made.options;
    const given = { key: key.toString('hex'), salt: salt.toString('hex'), from: 0, groups: GROUPS, emptyEvery: 3 + below(random, 20) };
    const inputFor = (folder: string) => ({ file: join(folder, 'book.db'), ...given, synchronous });
    const recording = await recordChild('write-groups', made.folder, inputFor);
    for (const last = Math.min(cuts, count.cuts + CUTS_EACH); count.cuts < last; count.cuts += 1) {
      const found = await recording.cut(random, (folder, said) => groupsIn({ ...made, file: join(folder, 'book.db') }, said));
      count.acknowledged += found.acknowledged;
      if (found.lost > 0) count.lost += 1;
      if (found.half > 0) count.half += 1;
      if (found.shut) count.shut += 1;
    }
    recording.remove();
    removeFolder(join(made.folder, '..'));
  }
  return count;
}

/** While a password changes: the old or the new one must open the book. */
export async function cutPasswordChange(cuts: number, seed: number): Promise<{ readonly lockedOut: number; readonly renewed: number }> {
  const passwords = [PASSWORD, '桃花开在三月里呀'] as const;
  const count = { lockedOut: 0, renewed: 0 };
  const original = aFolder();
  const accountId = await makeBookIn(original);
  const inputFor = (folder: string) => ({ folder, accountId, passwords, times: 1 });
  const recording = await recordChild('change-password', original, inputFor);
  await cutOften(recording, cuts, seed, async (folder, said) => {
    const opened = await openedBy(folder, accountId, passwords);
    if (opened === passwords[1]) count.renewed += 1;
    // The new one only, once the change was acknowledged.
    if (opened === undefined || (said.includes('changed') && opened !== passwords[1])) count.lockedOut += 1;
  });
  removeFolder(original);
  return count;
}

/** While a book is made: it must be absent or whole, and whole once that was said. */
export async function cutCreation(
  cuts: number,
  seed: number,
): Promise<{ readonly halfMade: number; readonly absent: number; readonly whole: number }> {
  const count = { halfMade: 0, absent: 0, whole: 0 };
  const original = aFolder();
  const recording = await recordChild('make-book', original, (folder) => ({ folder, password: PASSWORD }));
  await cutOften(recording, cuts, seed, async (folder, said) => {
    const state = await stateAfterKill(folder);
    count[state === 'absent' && said.includes('made') ? 'halfMade' : state] += 1;
  });
  removeFolder(original);
  return count;
}

/** While the book gets new keys: it must be whole under the old or the new ones. */
export async function cutRotation(
  cuts: number,
  seed: number,
): Promise<{ readonly broken: number; readonly old: number; readonly renewed: number }> {
  const count = { broken: 0, old: 0, renewed: 0 };
  const rows = 300;
  const original = aFolder();
  const accountId = await makeBookIn(original, (db) => addNotes(db, rows));
  const inputFor = (folder: string) => ({ folder, accountId, password: PASSWORD, dieAt: null });
  const recording = await recordChild('rotate-keys', original, inputFor);
  await cutOften(recording, cuts, seed, async (folder, said) => {
    const state = await stateAfterRotation(folder, accountId, rows);
    count[state === 'old' && said.some((line) => line.startsWith('rotated')) ? 'broken' : state] += 1;
  });
  removeFolder(original);
  return count;
}

export interface MigrationCuts {
  /** The book did not open afterwards, or rows were missing from it: must be none. */
  readonly broken: number;
  /** Found migrated; the others were still as they had been and were migrated then. */
  readonly migrated: number;
}

/** While a book of an older version is brought up to date. */
export async function cutMigration(cuts: number, seed: number): Promise<MigrationCuts> {
  const count = { broken: 0, migrated: 0 };
  const older = OLD_VERSIONS.filter((version) => version < SCHEMA_VERSION);
  for (const [turn, version] of older.entries()) {
    const old = anOldBook(version);
    const recording = await recordChild('migrate-book', old.files.folder, (folder) => ({ folder }));
    const share = Math.ceil(((turn + 1) * cuts) / older.length) - Math.ceil((turn * cuts) / older.length);
    await cutOften(recording, share, seed + turn, async (folder, said) => {
      if (said.includes('migrated')) count.migrated += 1;
      if (!(await isWholeOld(folder, old))) count.broken += 1;
    });
    removeFolder(old.profile);
  }
  return count;
}

export async function isWholeOld(folder: string, { truth }: Parameters<typeof missingRows>[1]): Promise<boolean> {
  const vault = vaultOf({ files: vaultFiles(folder) });
  try {
    const db = await openOld(vault);
    return findDamage(db) === undefined && missingRows(db, { truth }).length === 0;
  } catch {
    return false;
  } finally {
    vault.lock('quit');
  }
}

type Look = Parameters<Recording['cut']>[1];

async function cutOften(recording: Recording, cuts: number, seed: number, look: Look): Promise<void> {
  const random = randomFrom(seed);
  for (let cut = 0; cut < cuts; cut += 1) await recording.cut(random, look);
  recording.remove();
}

/** The same book in a folder with nothing else in it. */
function inFolder(made: BookFile): BookFile {
  const folder = join(made.folder, 'shop');
  mkdirSync(folder);
  const file = join(folder, 'book.db');
  renameSync(made.file, file);
  return { ...made, folder, file };
}

function groupsIn({ file, options }: BookFile, said: readonly string[]) {
  const acknowledged = said.filter((word) => /^\d+$/.test(word)).map(Number);
  try {
    const db = openBookFile(file, options);
    try {
      return { acknowledged: acknowledged.length, shut: findDamage(db) !== undefined, ...countGroups(db, acknowledged) };
    } finally {
      db.close();
    }
  } catch {
    return { acknowledged: acknowledged.length, shut: true, lost: 0, half: 0 };
  }
}
