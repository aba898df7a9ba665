// The accounts of the book, for everybody who needs to know who there is. Removed ones are left out.

import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';

export interface AccountRow {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  readonly role: string;
  readonly staff_id: number | null;
  readonly staff_uid: string | null;
  readonly staff_name: string | null;
  readonly disabled_at: string | null;
}

export function listAccounts(db: Db): AccountRow[] {
  return allRows(db, `${ACCOUNT} ORDER BY a.id`);
}

export function findAccount(db: Db, uid: string): AccountRow | undefined {
  return oneRow(db, `${ACCOUNT} AND a.uid = ?`, [uid]);
}

const ACCOUNT = `
  SELECT a.id, a.uid, a.name, a.role, a.staff_id, s.uid AS staff_uid, s.name AS staff_name, a.disabled_at
  FROM account a LEFT JOIN staff s ON s.id = a.staff_id WHERE a.removed_at IS NULL`;
