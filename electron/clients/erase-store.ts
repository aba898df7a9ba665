// What an erasure reads and writes: the rows that are the client's, what the journal still knows of them, and the tombstone that stays.

import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';

/** Who was erased, when and by whom: a number and uids, nothing personal. */
export interface Tombstone {
  readonly uid: string;
  readonly number: string;
  readonly at: string;
  /** The account's uid. */
  readonly by: string;
}

export function listTombstones(db: Db): Tombstone[] {
  return allRows(db, 'SELECT uid, number, at, by FROM erased_client ORDER BY at, uid');
}

export function insertTombstone(db: Db, { uid, number, at, by }: Tombstone): void {
  runSql(db, 'INSERT INTO erased_client (uid, number, at, by) VALUES (?, ?, ?, ?) ON CONFLICT (uid) DO NOTHING', [uid, number, at, by]);
}

export function isErasedNumber(db: Db, number: string): boolean {
  return oneRow(db, 'SELECT 1 FROM erased_client WHERE number = ?', [number]) !== undefined;
}

/** Of these, who is in the book now. */
export function listPresent(db: Db, uids: readonly string[]): string[] {
  return allRows<{ uid: string }>(db, 'SELECT uid FROM client WHERE uid IN (SELECT value FROM json_each(?))', [JSON.stringify(uids)]).map(
    (row) => row.uid,
  );
}

const OF_CLIENT = [
  'client_phone',
  'client_tag',
  'client_field_value',
  'client_relation',
  'preference',
  'patch_test',
  'brought_over',
  'visit',
  'follow_up',
  'contact',
  'photo',
  'import_remark',
] as const;
const OF_VISIT = ['visit_item', 'visit_payment', 'conflict_override', 'import_remark'] as const;
/** Children before their parents. */
const IN_ORDER = [
  'import_remark',
  'photo',
  'contact',
  'follow_up',
  'conflict_override',
  'visit_payment',
  'visit_item',
  'visit',
  'patch_test',
  'brought_over',
  'preference',
  'client_relation',
  'client_field_value',
  'client_tag',
  'client_phone',
] as const;

/**
 * Puts every row that is or ever was one of these clients' among those the journal may forget: also phones, tags and visits that were
 * taken away long ago and stand in the journal only.
 */
export function markRows(db: Db, clientUids: readonly string[]): void {
  const uids = JSON.stringify(clientUids);
  runSql(db, 'INSERT OR IGNORE INTO erasing_row (row_uid) SELECT value FROM json_each(?)', [uids]);
  const clients = JSON.stringify(idsOf(db, 'client', uids));
  for (const table of OF_CLIENT) markChildren(db, table, 'client_id', clients);
  markChildren(db, 'client_relation', 'other_id', clients);
  const marked = allRows<{ row_uid: string }>(db, 'SELECT row_uid FROM erasing_row').map((row) => row.row_uid);
  const visits = JSON.stringify(idsOf(db, 'visit', JSON.stringify(marked)));
  for (const table of OF_VISIT) markChildren(db, table, 'visit_id', visits);
}

export function forgetMarks(db: Db): void {
  runSql(db, 'DELETE FROM erasing_row');
}

/** The acts that wrote these rows. */
export function listActsOfMarked(db: Db): number[] {
  return allRows<{ act_id: number }>(
    db,
    'SELECT DISTINCT act_id FROM journal WHERE row_uid IN (SELECT row_uid FROM erasing_row) ORDER BY act_id',
  ).map((row) => row.act_id);
}

/** That something happened stays in the journal; what stood there goes. */
export function scrubJournal(db: Db): void {
  runSql(
    db,
    "UPDATE journal SET before = '{}', after = '{}' WHERE row_uid IN (SELECT row_uid FROM erasing_row) AND (before IS NOT '{}' OR after IS NOT '{}')",
  );
}

export function deleteMarked(db: Db): void {
  runSql(db, "DELETE FROM draft WHERE substr(key, instr(key, ':') + 1) IN (SELECT row_uid FROM erasing_row)");
  runSql(db, 'DELETE FROM photo_content WHERE photo_uid IN (SELECT row_uid FROM erasing_row)');
  for (const table of IN_ORDER) runSql(db, `DELETE FROM ${table} WHERE uid IN (SELECT row_uid FROM erasing_row)`);
  const clients = 'SELECT id FROM client WHERE uid IN (SELECT row_uid FROM erasing_row)';
  for (const table of ['opened_client', 'client_totals']) runSql(db, `DELETE FROM ${table} WHERE client_id IN (${clients})`);
  runSql(db, 'DELETE FROM client WHERE uid IN (SELECT row_uid FROM erasing_row)');
}

/** Row ids of these uids, of rows that are there and of rows that were. */
function idsOf(db: Db, table: 'client' | 'visit', uids: string): number[] {
  return allRows<{ id: number }>(
    db,
    `SELECT id FROM ${table} WHERE uid IN (SELECT value FROM json_each(:uids))
     UNION SELECT before ->> 'id' FROM journal WHERE kind = 'delete' AND table_name = '${table}'
       AND row_uid IN (SELECT value FROM json_each(:uids)) AND before ->> 'id' IS NOT NULL`,
    { uids },
  ).map((row) => row.id);
}

function markChildren(db: Db, table: string, column: 'client_id' | 'visit_id' | 'other_id', ids: string): void {
  runSql(
    db,
    `INSERT OR IGNORE INTO erasing_row (row_uid)
     SELECT uid FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(:ids))
     UNION SELECT row_uid FROM journal WHERE kind = 'delete' AND table_name = '${table}'
       AND before ->> '${column}' IN (SELECT value FROM json_each(:ids))`,
    { ids },
  );
}
