// Whether a book that came out of a backup is the one its header promises, on every page and in every count.

import { refuse } from '../../shared/errors';
import type { BackupHeader } from '../backups/backup-file';
import { contentsOf } from '../backups/contents';
import type { BookConnection } from '../core/database/connection';
import { findDamage } from '../core/database/copy';
import { wrapDatabase } from '../core/database/database';

export function refuseDifferent(db: BookConnection, header: Pick<BackupHeader, 'counts' | 'auditEntries'>): void {
  const { counts, auditEntries } = contentsOf(wrapDatabase(db));
  if (JSON.stringify(counts) !== JSON.stringify(header.counts) || auditEntries !== header.auditEntries) throw refuse('backup.damaged');
}

export function refuseUnsound(db: BookConnection): void {
  const broken = db.prepare('SELECT 1 FROM pragma_foreign_key_check').get() === undefined ? undefined : 'foreign_key_check';
  const found = findDamage(db) ?? broken;
  if (found !== undefined) throw Object.assign(refuse('backup.damaged'), { cause: new Error(found) });
}
