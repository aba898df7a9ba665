// Reads accounts: who may open the book, and what they may do in it.

import type { Db } from '../core/database/database';
import { oneRow } from '../core/database/rows';

export interface AccountStanding {
  readonly id: number;
  readonly name: string;
  readonly role: string;
  readonly stands: number;
  readonly staff_id: number | null;
  readonly staff_uid: string | null;
  readonly role_key: string | null;
  readonly role_name: string | null;
  readonly levels: string | null;
  readonly own_clients_only: number;
  readonly export_rows: number | null;
  readonly reveals_per_day: number | null;
}

const STANDING = `
  SELECT a.id, a.name, a.role, a.disabled_at IS NULL AND a.removed_at IS NULL AS stands, a.staff_id, s.uid AS staff_uid,
    r.key AS role_key, r.name AS role_name, r.levels, coalesce(r.own_clients_only, 1) AS own_clients_only,
    CASE WHEN r.id IS NULL THEN 0 ELSE r.export_rows END AS export_rows, CASE WHEN r.id IS NULL THEN 0 ELSE r.reveals_per_day END AS reveals_per_day
  FROM account a LEFT JOIN role r ON r.removed_at IS NULL AND (r.key = a.role OR (r.key IS NULL AND r.uid = a.role)) LEFT JOIN staff s ON s.id = a.staff_id
  WHERE a.uid = ?`;

export function findAccountStanding(db: Db, uid: string): AccountStanding | undefined {
  return oneRow(db, STANDING, [uid]);
}
