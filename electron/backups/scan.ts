// The backups in a folder, by what their headers say. Whatever is not a whole backup is not there.

import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/errors';
import { BACKUP_ENDING, readHeader, type BackupHeader } from './backup-file';

export type FoundBackup = Pick<BackupHeader, 'uid' | 'bookUid' | 'sequence' | 'at' | 'kind' | 'counts'> & {
  readonly fileName: string;
  /** Of the file. */
  readonly bytes: number;
};

/** Those of one book, or of every book. A folder that is not there holds none. */
export function scanFolder(folder: string, bookUid: string | null): FoundBackup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(BACKUP_ENDING))
    .flatMap((fileName) => foundIn(folder, fileName))
    .filter((found) => bookUid === null || found.bookUid === bookUid);
}

function foundIn(folder: string, fileName: string): FoundBackup[] {
  const file = path.join(folder, fileName);
  try {
    const { uid, bookUid, sequence, at, kind, counts } = readHeader(file);
    return [{ uid, bookUid, sequence, at, kind, counts, fileName, bytes: statSync(file).size }];
  } catch (error) {
    // Half a file, another program's, or gone since: no backup. A folder that cannot be read has failed before.
    if (error instanceof AppError || (error instanceof Error && 'code' in error)) return [];
    throw error;
  }
}
