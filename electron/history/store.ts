// Acts of the journal, for the list of what can be taken back.

import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';

export interface ActRow {
  readonly uid: string;
  readonly at: string;
  readonly by: string | null;
  readonly operation: string;
  readonly rows: number;
  readonly undone: number;
}

/** Of one account, or of everybody. */
export function listActs(db: Db, limit: number, accountId: number | null): ActRow[] {
  return allRows(
    db,
    `SELECT a.uid, a.at, p.name AS by, a.operation, a.rows, a.undone_by_id IS NOT NULL AS undone FROM act a LEFT JOIN account p ON p.id = a.account_id
     WHERE a.rows > 0 AND (? IS NULL OR a.account_id = ?) ORDER BY a.id DESC LIMIT ?`,
    [accountId, accountId, limit],
  );
}

export function findAct(
  db: Db,
  uid: string,
): { readonly id: number; readonly account_id: number | null; readonly operation: string } | undefined {
  return oneRow(db, 'SELECT id, account_id, operation FROM act WHERE uid = ?', [uid]);
}

/** People, their roles and signed reviews: keys.json changed with them. */
export function touchesFinalTables(db: Db, actId: number): boolean {
  return (
    oneRow(db, "SELECT 1 FROM journal WHERE act_id = ? AND table_name IN ('account', 'role', 'permission_review') LIMIT 1", [actId]) !==
    undefined
  );
}
