// What the chain itself reads and writes: its end, one row more, and what an act changed.

import { createHash } from 'node:crypto';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';
import type { ChainRow } from './chain';

export interface Head {
  readonly entries: number;
  readonly mac: string;
}

export const CHAIN_COLUMNS = 'id, at, account_id, event, operation, client_uid, act_id, details, mac';

export function findHead(db: Db): Head | undefined {
  return oneRow(db, 'SELECT id AS entries, mac FROM audit ORDER BY id DESC LIMIT 1');
}

export function findMac(db: Db, id: number): string | undefined {
  return oneRow<{ mac: string }>(db, 'SELECT mac FROM audit WHERE id = ?', [id])?.mac;
}

/** What the entries of erasures say, the oldest first. */
export function listErasures(db: Db): string[] {
  return allRows<{ details: string }>(db, "SELECT details FROM audit INDEXED BY audit_event WHERE event = 'erased' ORDER BY id").map(
    (row) => row.details,
  );
}

/** What the entry of an act says. */
export function findToldOfAct(db: Db, actId: number): string | undefined {
  return oneRow<{ details: string }>(db, 'SELECT details FROM audit WHERE act_id = ?', [actId])?.details;
}

/** The last entry whose end was certainly mirrored: the book was locked after it. */
export function lastLock(db: Db): number {
  return oneRow<{ id: number | null }>(db, "SELECT max(id) AS id FROM audit INDEXED BY audit_event WHERE event = 'locked'")?.id ?? 0;
}

export function insertRow(db: Db, row: ChainRow): void {
  runSql(db, `INSERT INTO audit (${CHAIN_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
    row.id,
    row.at,
    row.account_id,
    row.event,
    row.operation,
    row.client_uid,
    row.act_id,
    row.details,
    row.mac,
  ]);
}

export function bookUid(db: Db): string {
  return oneRow<{ uid: string }>(db, 'SELECT uid FROM book')?.uid ?? '';
}

export function clientUid(db: Db, id: number): string | null {
  return oneRow<{ uid: string }>(db, 'SELECT uid FROM client WHERE id = ?', [id])?.uid ?? null;
}

export function countChanges(db: Db, actId: number): number {
  return oneRow<{ n: number }>(db, 'SELECT count(*) AS n FROM journal WHERE act_id = ?', [actId])?.n ?? 0;
}

export interface Changes {
  readonly rows: number;
  /** SHA-256 over what an act changed, row by row: altering the journal afterwards shows. */
  readonly digest: string;
  /** Some of it was erased since, or by it. */
  readonly erased: boolean;
}

export function digestOfChanges(db: Db, actId: number): Changes {
  const hash = createHash('sha256');
  const rows = allRows<Record<string, string | number | null>>(
    db,
    'SELECT id, table_name, row_uid, kind, before, after FROM journal WHERE act_id = ? ORDER BY id',
    [actId],
  );
  for (const row of rows) hash.update(JSON.stringify(Object.values(row)));
  return { rows: rows.length, digest: hash.digest('hex'), erased: rows.some(({ before }) => before === '{}') };
}
