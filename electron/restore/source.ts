// A backup opened beside the book, in the thread: every chunk is authenticated before anything in it is believed.

import { AppError, refuse } from '../../shared/errors';
import { openBackup, type BackupHeader } from '../backups/backup-file';
import { bookKeyIn } from '../backups/backup-key';
import type { BookAccess, BookConnection } from '../core/database/connection';
import { migrate, SCHEMA_VERSION } from '../core/database/migrate';
import { openBookFile } from '../core/database/open';
import type { WorkerTools } from '../core/worker-side';

export interface SourceOrder {
  readonly backup: string;
  readonly bookUid: string;
  /** This thread's own copy. */
  readonly fileKey: Uint8Array;
  /** Where the book of the backup is put. */
  readonly staged: string;
  readonly nativeBinding: string | undefined;
}

export interface Source {
  readonly header: BackupHeader;
  /** The caller wipes the key. */
  readonly access: BookAccess;
}

export function extract({ backup, bookUid, fileKey, staged, nativeBinding }: SourceOrder, tools: WorkerTools): Source {
  const key = bufferOf(fileKey);
  try {
    const header = openBackup(backup, key, staged, { progress: (done, total) => tools.progress('extract', done, total) });
    if (header.bookUid !== bookUid) throw refuse('backup.other-book');
    if (header.schemaVersion > SCHEMA_VERSION) throw refuse('backup.newer');
    return { header, access: { ...bookKeyIn(header, key), nativeBinding } };
  } finally {
    key.fill(0);
  }
}

/** For writing; a book of an older version is brought up to date on the way. */
export function openExtracted(file: string, access: BookAccess, bookUid: string): BookConnection {
  const verify = (db: BookConnection) => {
    if (db.prepare<[], { uid: string }>('SELECT uid FROM book').get()?.uid !== bookUid) throw refuse('backup.other-book');
  };
  try {
    return openBookFile(file, { ...access, schemaVersion: SCHEMA_VERSION, verify, prepare: (db) => migrate(db, () => undefined) });
  } catch (error) {
    throw error instanceof AppError && DAMAGE.has(error.code) ? Object.assign(refuse('backup.damaged'), { cause: error }) : error;
  }
}

export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const DAMAGE = new Set(['book.damaged', 'book.cut-short', 'book.foreign']);
