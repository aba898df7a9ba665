// What the journal knows of one client: the entries about them and about all that hangs on them, and the rows as they stand.

import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';

export type Values = Readonly<Record<string, string | number | null>>;

export interface Entry {
  readonly id: number;
  readonly act_uid: string;
  readonly at: string;
  readonly by: string | null;
  readonly operation: string;
  readonly undone: number;
  readonly table_name: Table;
  readonly row_uid: string;
  readonly kind: 'insert' | 'update' | 'delete';
  readonly before: string | null;
}

const CHILDREN = ['client_phone', 'client_tag', 'client_field_value', 'preference', 'client_relation'] as const;
export type Table = 'client' | (typeof CHILDREN)[number];

function hangsOn(table: string, column: (name: string) => string): string {
  return table === 'client_relation' ? `(${column('client_id')} = :id OR ${column('other_id')} = :id)` : `${column('client_id')} = :id`;
}

const ENTRIES = `
  WITH here (uid, name) AS MATERIALIZED (
    SELECT uid, 'client' FROM client WHERE id = :id
    ${CHILDREN.map((table) => `UNION ALL SELECT uid, '${table}' FROM ${table} WHERE ${hangsOn(table, (column) => column)}`).join('\n    ')}
  ), mine (uid, name) AS (
    SELECT uid, name FROM here UNION ALL
    SELECT DISTINCT row_uid, table_name FROM journal WHERE kind = 'delete' AND table_name IN (${CHILDREN.map((table) => `'${table}'`).join(', ')})
      AND (before ->> 'client_id' = :id OR table_name = 'client_relation' AND before ->> 'other_id' = :id) AND row_uid NOT IN (SELECT uid FROM here)
  )
  SELECT j.id, a.uid AS act_uid, a.at, p.name AS by, a.operation, a.undone_by_id IS NOT NULL AS undone, j.table_name, j.row_uid, j.kind, j.before
  FROM mine JOIN journal j ON j.row_uid = mine.uid AND j.table_name = mine.name
  JOIN act a ON a.id = j.act_id LEFT JOIN account p ON p.id = a.account_id`;

/** Latest first. */
export function listEntries(db: Db, clientId: number): Entry[] {
  return allRows<Entry>(db, ENTRIES, { id: clientId }).sort((a, b) => b.id - a.id);
}

/** How the rows stand now, by their uid. */
export function currentRows(db: Db, clientId: number): ReadonlyMap<string, Values> {
  const tables = CHILDREN.map((table) => `SELECT * FROM ${table} WHERE ${hangsOn(table, (column) => column)}`);
  const rows = ['SELECT * FROM client WHERE id = :id', ...tables].flatMap((sql) => allRows<Values>(db, sql, { id: clientId }));
  return new Map(rows.map((row) => [String(row['uid']), row]));
}

const NAMES = { staff_id: 'staff', tier_id: 'tier', tag_id: 'tag' } as const;

/** What the row is called that another names by its local id; null when it is gone. */
export function nameOf(db: Db, column: keyof typeof NAMES, id: number): string | null {
  return oneRow<{ name: string }>(db, `SELECT name FROM ${NAMES[column]} WHERE id = ?`, [id])?.name ?? null;
}

export function findField(db: Db, id: number): { readonly name: string; readonly kind: string } | undefined {
  return oneRow(db, 'SELECT name, kind FROM client_field WHERE id = ?', [id]);
}

export function findPerson(db: Db, id: number): { readonly name: string; readonly gender: string | null } | undefined {
  return oneRow(db, 'SELECT name, gender FROM client WHERE id = ?', [id]);
}
