// Accounts and roles as the book keeps them.

import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';

export interface RoleRow {
  readonly id: number;
  readonly uid: string;
  readonly key: string | null;
  readonly name: string | null;
  readonly levels: string;
  readonly own_clients_only: number;
  readonly export_rows: number | null;
  readonly reveals_per_day: number | null;
}

export interface RoleValues {
  readonly levels: string;
  readonly ownClientsOnly: boolean;
  readonly exportRows: number | null;
  readonly revealsPerDay: number | null;
}

const ROLE = 'SELECT id, uid, key, name, levels, own_clients_only, export_rows, reveals_per_day FROM role';

export function listRoles(db: Db): RoleRow[] {
  return allRows(db, `${ROLE} WHERE removed_at IS NULL ORDER BY sort, id`);
}

/** By the key of a built-in role or the uid of one of the shop's own. */
export function findRole(db: Db, id: string): RoleRow | undefined {
  return oneRow(db, `${ROLE} WHERE removed_at IS NULL AND (key = ? OR (key IS NULL AND uid = ?))`, [id, id]);
}

export function insertRole(
  db: Db,
  row: RoleValues & { readonly uid: string; readonly key: string | null; readonly name: string | null },
): void {
  runSql(
    db,
    `INSERT INTO role (uid, key, name, levels, own_clients_only, export_rows, reveals_per_day, sort)
     VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(sort) + 1, 0) FROM role))`,
    [row.uid, row.key, row.name, row.levels, Number(row.ownClientsOnly), row.exportRows, row.revealsPerDay],
  );
}

export function updateRole(db: Db, id: number, values: RoleValues): void {
  runSql(db, 'UPDATE role SET levels = ?, own_clients_only = ?, export_rows = ?, reveals_per_day = ? WHERE id = ?', [
    values.levels,
    Number(values.ownClientsOnly),
    values.exportRows,
    values.revealsPerDay,
    id,
  ]);
}

export function renameRole(db: Db, id: number, name: string): void {
  runSql(db, 'UPDATE role SET name = ? WHERE id = ?', [name, id]);
}

export function removeRole(db: Db, id: number, at: string): void {
  runSql(db, 'UPDATE role SET removed_at = ? WHERE id = ?', [at, id]);
}

export function insertAccount(
  db: Db,
  row: { readonly uid: string; readonly name: string; readonly role: string; readonly staffId: number | null; readonly at: string },
): void {
  runSql(db, 'INSERT INTO account (uid, name, role, staff_id, created_at) VALUES (?, ?, ?, ?, ?)', [
    row.uid,
    row.name,
    row.role,
    row.staffId,
    row.at,
  ]);
}

export function updateAccount(db: Db, id: number, name: string, staffId: number | null): void {
  runSql(db, 'UPDATE account SET name = ?, staff_id = ? WHERE id = ?', [name, staffId, id]);
}

export function setAccountRole(db: Db, id: number, role: string): void {
  runSql(db, 'UPDATE account SET role = ? WHERE id = ?', [role, id]);
}

export function setAccountDisabled(db: Db, id: number, at: string | null): void {
  runSql(db, 'UPDATE account SET disabled_at = ? WHERE id = ?', [at, id]);
}

export function setAccountRemoved(db: Db, id: number, at: string): void {
  runSql(db, 'UPDATE account SET removed_at = ?, staff_id = NULL WHERE id = ?', [at, id]);
}

/** Account row id → when they last signed in or took over. */
export function listLastSignIns(db: Db): ReadonlyMap<number, string> {
  const rows = allRows<{ id: number; at: string }>(
    db,
    "SELECT account_id AS id, max(at) AS at FROM audit WHERE event IN ('signed-in', 'switched') AND account_id IS NOT NULL GROUP BY account_id",
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}
