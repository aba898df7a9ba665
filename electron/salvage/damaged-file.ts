// The damaged book as salvage reads it: the file itself, or a copy into which SQLite has moved the log that a crash left behind.

import { constants, copyFileSync, rmSync } from 'node:fs';
import { refuse } from '../../shared/errors';
import { connect, pragmaValue, settleReader, type BookAccess } from '../core/database/connection';
import { findDamage } from '../core/database/copy';
import { failureOf } from '../core/database/failures';
import { APPLICATION_ID, endedUncleanly } from '../core/database/open';
import { PageFile } from '../core/database/page-file';

export interface DamagedFile {
  readonly pages: PageFile;
  /** How many pages there are, or should be. */
  readonly count: number;
  readonly schemaVersion: number;
  readonly logLost: boolean;
  close(): void;
}

/** Refuses a file of which not even the first page can be read. `copy` is written only when there is a log, and removed at the end. */
export function openDamaged(file: string, copy: string, access: BookAccess): DamagedFile {
  const hasLog = endedUncleanly(file);
  const logLost = hasLog && !copyWithLog(file, copy, access);
  const pages = new PageFile(hasLog ? copy : file, access.key, access.salt);
  const close = () => {
    pages.close();
    removeCopy(copy);
  };
  try {
    const first = pages.page(1);
    if (!first) throw refuse('salvage.nothing-readable');
    if (first.readUInt32BE(AT.applicationId) !== APPLICATION_ID) throw refuse('book.foreign');
    // The count holds only when both counters agree.
    const isCounted = first.readUInt32BE(AT.changes) === first.readUInt32BE(AT.countedAt);
    const count = isCounted ? first.readUInt32BE(AT.count) : pages.count;
    return { pages, count, schemaVersion: first.readUInt32BE(AT.schemaVersion), logLost, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Whether SQLite finds nothing wrong with a file whose pages are all sound. */
export function isWhole(file: string, access: BookAccess): boolean {
  try {
    const db = connect(file, access, { readonly: true, mustExist: true });
    try {
      settleReader(db);
      return findDamage(db) === undefined && db.prepare('SELECT 1 FROM pragma_foreign_key_check').get() === undefined;
    } finally {
      db.close();
    }
  } catch (error) {
    if (failureOf(error)?.code === 'book.damaged') return false;
    throw error;
  }
}

const AT = { changes: 24, count: 28, schemaVersion: 60, applicationId: 68, countedAt: 92 } as const;

/** False when the log cannot be read: then the copy is the book without it. */
function copyWithLog(file: string, copy: string, access: BookAccess): boolean {
  removeCopy(copy);
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${copy}${end}`, constants.COPYFILE_FICLONE);
  try {
    const db = connect(copy, access, { readonly: false, mustExist: true });
    try {
      db.prepare('SELECT count(*) FROM sqlite_master').get();
      pragmaValue(db, 'wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
    }
    return !endedUncleanly(copy);
  } catch (error) {
    const failure = failureOf(error);
    if (failure?.code !== 'book.damaged') throw failure ?? error;
    copyFileSync(file, copy);
    return false;
  }
}

function removeCopy(copy: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${end}`, { force: true });
}
