// What the journal knows of one visit: the entries about it, its lines and its payments, and the rows as they stand.

import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';

export type Values = Readonly<Record<string, string | number | null>>;

export interface Entry {
  readonly act_uid: string;
  readonly at: string;
  readonly by: string | null;
  readonly operation: string;
  readonly undone: number;
  readonly table_name: 'visit' | 'visit_item' | 'visit_payment';
  readonly row_uid: string;
  readonly kind: 'insert' | 'update' | 'delete';
  readonly before: string | null;
}

const ENTRIES = `
  WITH mine (uid, name) AS (
    SELECT uid, 'visit' FROM visit WHERE id = :id
    UNION SELECT uid, 'visit_item' FROM visit_item WHERE visit_id = :id
    UNION SELECT uid, 'visit_payment' FROM visit_payment WHERE visit_id = :id
    UNION SELECT row_uid, table_name FROM journal
      WHERE kind = 'delete' AND table_name IN ('visit_item', 'visit_payment') AND before ->> 'visit_id' = :id
  )
  SELECT a.uid AS act_uid, a.at, p.name AS by, a.operation, a.undone_by_id IS NOT NULL AS undone, j.table_name, j.row_uid, j.kind, j.before
  FROM mine JOIN journal j ON j.row_uid = mine.uid AND j.table_name = mine.name
  JOIN act a ON a.id = j.act_id LEFT JOIN account p ON p.id = a.account_id ORDER BY j.id DESC`;

/** Latest first. */
export function listVisitEntries(db: Db, visitId: number): Entry[] {
  return allRows(db, ENTRIES, { id: visitId });
}

/** How the rows stand now, by their uid. */
export function currentVisitRows(db: Db, visitId: number): ReadonlyMap<string, Values> {
  const rows = [
    'SELECT * FROM visit WHERE id = :id',
    'SELECT * FROM visit_item WHERE visit_id = :id',
    'SELECT * FROM visit_payment WHERE visit_id = :id',
  ].flatMap((sql) => allRows<Values>(db, sql, { id: visitId }));
  return new Map(rows.map((row) => [String(row['uid']), row]));
}

/** What the row is called that another names by its local id; null when it is gone. */
export function nameIn(db: Db, table: 'staff' | 'client', id: number): string | null {
  return oneRow<{ name: string }>(db, `SELECT name FROM ${table} WHERE id = ?`, [id])?.name ?? null;
}
