// Backups as files, before any key is there: what their headers say, and who could open them on this PC.

import { statSync } from 'node:fs';
import { AccountTile } from '../../shared/book/contract';
import { AppError, refuse } from '../../shared/errors';
import type { ChosenBackup } from '../../shared/restore/contract';
import { readHeader, type BackupHeader } from '../backups/backup-file';
import type { Backups } from '../backups/backups';
import { failureOf, resultCodeOf } from '../core/database/failures';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { vaultFiles } from '../vault/files';
import { keysFromText, readKeys } from '../vault/keys-file';

export interface BackupOfToken {
  readonly file: string;
  readonly header: BackupHeader;
}

export function backupOf(backups: Pick<Backups, 'fileOf'>, token: string): BackupOfToken {
  const file = backups.fileOf(token);
  if (file === undefined) throw refuse('backup.gone');
  return { file, header: headerOf(file) };
}

export function headerOf(file: string): BackupHeader {
  try {
    const header = readHeader(file);
    if (header.schemaVersion > SCHEMA_VERSION) throw refuse('backup.newer');
    return header;
  } catch (error) {
    if (resultCodeOf(error) === 'ENOENT') throw refuse('backup.gone');
    throw failureOf(error) ?? error;
  }
}

export function chosen(file: string, token: string, folder: string): ChosenBackup {
  const header = headerOf(file);
  const { at, kind, counts, bookUid, keys } = header;
  const inside = keysFromText(keys)?.keys;
  return {
    ...{ token, at, kind, counts },
    bytes: statSync(file).size,
    shopName: inside?.shopName ?? '',
    hasPassword: Boolean(inside?.backup),
    owners: ownersHere(folder, bookUid),
  };
}

/** Newest first; one of a later version is none that this one could restore. */
export async function knownHere(backups: Pick<Backups, 'known' | 'register'>, folder: string): Promise<ChosenBackup[]> {
  const files = await backups.known();
  const found = files.flatMap((file) => unlessRefused(() => [chosen(file, backups.register(file), folder)]));
  return found.sort((a, b) => b.at.localeCompare(a.at));
}

/** Every backup of this book that can be reached: whoever was erased before one of them was made is known to it. */
export async function erasedElsewhere(backups: Pick<Backups, 'known'>, bookUid: string): Promise<string[]> {
  const files = await backups.known();
  return [...new Set(files.flatMap((file) => erasedIn(file, bookUid)))];
}

function erasedIn(file: string, bookUid: string): readonly string[] {
  return unlessRefused(() => {
    const header = headerOf(file);
    return header.bookUid === bookUid ? header.erased : [];
  });
}

function ownersHere(folder: string, bookUid: string): ChosenBackup['owners'] {
  // No keys, or none that can be read: then it takes the recovery key.
  return unlessRefused(() => {
    const { keys } = readKeys(vaultFiles(folder));
    return keys.bookUid === bookUid
      ? keys.accounts.filter(({ role }) => role === 'owner').map((account) => AccountTile.parse(account))
      : [];
  });
}

function unlessRefused<T>(look: () => readonly T[]): T[] {
  try {
    return [...look()];
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}
