// Backups that hold a book of an older schema version: as the code of that time wrote them, and around the kept book where that code made none yet.

import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOfFile, newFileSalt, writeBackup, type BackupHeader } from '../../electron/backups/backup-file';
import { sealBookKey } from '../../electron/backups/backup-key';
import { contentsOf } from '../../electron/backups/contents';
import { wrapDatabase } from '../../electron/core/database/database';
import { IsoInstant } from '../../shared/core/date';
import { OLD_BOOKS, type OldBook } from './old-book';
import type { TestApp } from './app';

/** `app` has the same book open, brought up to date. Gives the backup's path, in the profile of the app. */
export function aBackupOf({ truth }: OldBook, app: TestApp): string {
  const { schemaVersion } = truth;
  const kept = join(OLD_BOOKS, `schema-${schemaVersion}`);
  const file = join(app.folder, 'brought.shukebackup');
  const made = join(kept, 'book.shukebackup');
  if (existsSync(made)) cpSync(made, file);
  else writeAround(app, join(kept, 'book', 'book.db'), truth, file);
  return file;
}

function writeAround({ house: { vault } }: TestApp, book: string, { schemaVersion, rows }: OldBook['truth'], file: string): void {
  const { bookUid, counts } = contentsOf(wrapDatabase(vault.database()));
  const [uid, fileSalt] = [randomUUID(), newFileSalt()];
  const fileKey = keyOfFile(vault.subKeys().audit, { bookUid, fileSalt });
  const bytes = readFileSync(book);
  const header: BackupHeader = {
    ...{ format: 1, uid, bookUid, sequence: 1, at: IsoInstant.parse('2026-03-14T04:00:00.000Z'), kind: 'daily', appVersion: '0' },
    ...{ schemaVersion, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ...{ counts, auditEntries: rows['audit']?.length ?? 0, erased: [], fileSalt },
    bookKey: sealBookKey(vault.readerAccess(), fileKey, { uid, bookUid }),
    keys: vault.keysText(),
  };
  writeBackup(file, book, header, fileKey);
}
