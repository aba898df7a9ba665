// What a book holds, in the few numbers by which a copy is compared with it and a backup is known in a list.

import type { BackupCounts } from '../../shared/backups/contract';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';

export interface BookContents {
  readonly bookUid: string;
  readonly counts: BackupCounts;
  readonly auditEntries: number;
  /** Number of the last act: when it is another, something has been changed. */
  readonly lastAct: number;
}

export function contentsOf(db: Db): BookContents {
  return {
    bookUid: oneRow<{ uid: string }>(db, 'SELECT uid FROM book')?.uid ?? '',
    counts: {
      clients: count(db, 'SELECT count(*) AS n FROM client WHERE deleted_at IS NULL'),
      visits: count(db, 'SELECT count(*) AS n FROM visit WHERE deleted_at IS NULL'),
      followUps: count(db, 'SELECT count(*) AS n FROM follow_up'),
      preferences: count(db, 'SELECT count(*) AS n FROM preference WHERE ended_at IS NULL'),
    },
    auditEntries: has(db, 'audit') ? count(db, 'SELECT coalesce(max(id), 0) AS n FROM audit') : 0,
    lastAct: lastActOf(db),
  };
}

export function lastActOf(db: Db): number {
  return count(db, 'SELECT coalesce(max(id), 0) AS n FROM act');
}

/** Of a book that was just made there is nothing to lose yet. */
export function ageOf(db: Db): { readonly bookUid: string; readonly createdAt: string; readonly clients: number } {
  const row = oneRow<{ uid: string; created_at: string }>(db, 'SELECT uid, created_at FROM book');
  return {
    bookUid: row?.uid ?? '',
    createdAt: row?.created_at ?? '',
    clients: count(db, 'SELECT coalesce(sum(clients), 0) AS n FROM shelf_count'),
  };
}

/** By uid. */
export function erasedIn(db: Db): string[] {
  if (!has(db, 'erased_client')) return [];
  return allRows<{ uid: string }>(db, 'SELECT uid FROM erased_client ORDER BY uid').map(({ uid }) => uid);
}

/** A book as it was before a migration lacks what the migration brought. */
function has(db: Db, table: string): boolean {
  return oneRow(db, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [table]) !== undefined;
}

function count(db: Db, sql: string): number {
  return oneRow<{ n: number }>(db, sql)?.n ?? 0;
}
