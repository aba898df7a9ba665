// The rows of the audit log: written at the end, never anywhere else.

import { createHash } from 'node:crypto';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';
import type { AuditRow } from './chain';

export interface Head {
  readonly id: number;
  readonly mac: string;
}

export function bookUidOf(db: Db): string {
  return oneRow<{ uid: string }>(db, 'SELECT uid FROM book')?.uid ?? '';
}

/** The last entry; undefined while there is none. */
export function findHead(db: Db): Head | undefined {
  return oneRow(db, 'SELECT id, mac FROM audit ORDER BY id DESC LIMIT 1');
}

export function insertEntry(db: Db, row: AuditRow): void {
  runSql(
    db,
    'INSERT INTO audit (id, at, account_id, event, operation, client_uid, act_id, details, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [row.id, row.at, row.account_id, row.event, row.operation, row.client_uid, row.act_id, row.details, row.mac],
  );
}

/** More rows than this are vouched for by their number only: an import would otherwise be read a second time while everybody waits. */
export const MOST_DIGESTED = 2000;

/** SHA-256 over what an act changed, as the journal holds it. */
export function journalDigest(db: Db, actId: number): string {
  const hash = createHash('sha256');
  const rows = allRows<Readonly<Record<string, unknown>>>(
    db,
    'SELECT id, table_name, row_uid, kind, before, after FROM journal WHERE act_id = ? ORDER BY id',
    [actId],
  );
  for (const row of rows) hash.update(JSON.stringify(Object.values(row))).update('\n');
  return hash.digest('hex');
}

export function countJournal(db: Db, actId: number): number {
  return oneRow<{ n: number }>(db, 'SELECT count(*) AS n FROM journal WHERE act_id = ?', [actId])?.n ?? 0;
}

export function clientUidOf(db: Db, id: number): string | null {
  return oneRow<{ uid: string }>(db, 'SELECT uid FROM client WHERE id = ?', [id])?.uid ?? null;
}
