// Acts of the journal, for the list of what can be taken back.

import type { Db } from '../core/database/database';
import { allRows } from '../core/database/rows';

export interface ActRow {
  readonly uid: string;
  readonly at: string;
  readonly by: string | null;
  readonly operation: string;
  readonly rows: number;
  readonly undone: number;
}

export function listActs(db: Db, limit: number): ActRow[] {
  return allRows(
    db,
    `SELECT a.uid, a.at, p.name AS by, a.operation, a.rows, a.undone_by_id IS NOT NULL AS undone FROM act a LEFT JOIN account p ON p.id = a.account_id
     WHERE a.rows > 0 ORDER BY a.id DESC LIMIT ?`,
    [limit],
  );
}
