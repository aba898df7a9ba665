// Which backups a scan need not read to their end: every one was read back and compared when it was made, so their headers and the newest are enough.

import { AppError } from '../../shared/errors';
import { BACKUP_ENDING, readHead } from '../backups/backup-file';
import type { FoundFile } from './files';

/** How far to read them, by file; whatever is not a whole backup is read like any other file. */
export function headsOnly(files: readonly FoundFile[]): ReadonlyMap<string, number> {
  const heads = files.filter(({ file }) => file.endsWith(BACKUP_ENDING)).flatMap(({ file }) => headIn(file));
  const newest = Math.max(...heads.map(({ sequence }) => sequence));
  return new Map(heads.filter(({ sequence }) => sequence !== newest).map(({ file, length }) => [file, length]));
}

function headIn(file: string): { readonly file: string; readonly sequence: number; readonly length: number }[] {
  try {
    const { header, length } = readHead(file);
    return [{ file, sequence: header.sequence, length }];
  } catch (error) {
    if (error instanceof AppError || (error instanceof Error && 'code' in error)) return [];
    throw error;
  }
}
