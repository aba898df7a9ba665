// Drafts of one person; not journaled.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';

export interface DraftRow {
  readonly key: string;
  readonly value: string;
  readonly at: string;
}

/** What was typed: neither the place somebody was at nor the jobs they began, which are kept here too. */
const LIST =
  "SELECT key, '' AS value, at FROM draft WHERE account_id = ? AND key <> 'place' AND key NOT LIKE 'place:%' AND key NOT LIKE 'job.%' ORDER BY at DESC LIMIT 100";

export function findDraft(db: Db, accountId: number, key: string): DraftRow | undefined {
  return oneRow(db, 'SELECT key, value, at FROM draft WHERE account_id = ? AND key = ?', [accountId, key]);
}

export function listDrafts(db: Db, accountId: number): DraftRow[] {
  return allRows(db, LIST, [accountId]);
}

export function saveDraft(db: Db, accountId: number, key: string, value: string, at: IsoInstant): void {
  runSql(
    db,
    'INSERT INTO draft (account_id, key, value, at) VALUES (?, ?, ?, ?) ON CONFLICT (account_id, key) DO UPDATE SET value = excluded.value, at = excluded.at',
    [accountId, key, value, at],
  );
}

export function deleteDraft(db: Db, accountId: number, key: string): void {
  runSql(db, 'DELETE FROM draft WHERE account_id = ? AND key = ?', [accountId, key]);
}

/** Whosever they are. */
export function deleteDraftsUnder(db: Db, key: string): void {
  runSql(db, 'DELETE FROM draft WHERE key = ?', [key]);
}

/** But the jobs they began, which end by themselves. */
export function deleteDraftsOf(db: Db, accountId: number): void {
  runSql(db, "DELETE FROM draft WHERE account_id = ? AND key NOT LIKE 'job.%'", [accountId]);
}
