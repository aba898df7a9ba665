// Rows of the reasons why a service was given although something spoke against it.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';
import type { conflictOverride } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type OverrideValues = Pick<typeof conflictOverride.$inferInsert, 'serviceId' | 'kind' | 'sealed' | 'by'>;

const INSERT = 'INSERT INTO conflict_override (uid, visit_id, service_id, kind, sealed, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)';

export function insertOverrides(db: Db, visitId: number, overrides: readonly OverrideValues[], now: IsoInstant): void {
  for (const { serviceId, kind, sealed, by } of overrides)
    runSql(db, INSERT, [newUid(Date.parse(now)), visitId, serviceId ?? null, kind, sealed, by, now]);
}

/** Of which product one without a service is, only its seal says. */
export interface VisitOverride {
  readonly id: number;
  readonly service_uid: string | null;
  readonly sealed: string;
}

export function listVisitOverrides(db: Db, visitId: number): VisitOverride[] {
  const sql =
    'SELECT o.id, s.uid AS service_uid, o.sealed FROM conflict_override o LEFT JOIN service s ON s.id = o.service_id WHERE o.visit_id = ?';
  return allRows(db, sql, [visitId]);
}

export function deleteOverride(db: Db, id: number): void {
  runSql(db, 'DELETE FROM conflict_override WHERE id = ?', [id]);
}

export interface OverrideRow {
  readonly uid: string;
  readonly client_uid: string;
  readonly client_name: string;
  readonly service_name: string | null;
  readonly sealed: string;
  readonly by: string;
  readonly at: string;
  readonly seen_at: string | null;
}

const OVERRIDES = `SELECT o.uid, c.uid AS client_uid, c.name AS client_name, s.name AS service_name, o.sealed, o.by, o.at, o.seen_at
  FROM conflict_override o JOIN visit v ON v.id = o.visit_id JOIN client c ON c.id = v.client_id LEFT JOIN service s ON s.id = o.service_id`;

export function listOverrides(db: Db, limit: number): OverrideRow[] {
  return allRows(db, `${OVERRIDES} ORDER BY o.at DESC, o.id DESC LIMIT ?`, [limit]);
}

export function findOverride(db: Db, uid: string): OverrideRow | undefined {
  return oneRow(db, `${OVERRIDES} WHERE o.uid = ?`, [uid]);
}

export function countOverrides(db: Db): { readonly total: number; readonly unseen: number } {
  const sql = 'SELECT count(*) AS total, count(*) FILTER (WHERE seen_at IS NULL) AS unseen FROM conflict_override';
  return oneRow<{ total: number; unseen: number }>(db, sql) ?? { total: 0, unseen: 0 };
}

export function markOverrideSeen(db: Db, uid: string, now: IsoInstant): void {
  runSql(db, 'UPDATE conflict_override SET seen_at = ? WHERE uid = ? AND seen_at IS NULL', [now, uid]);
}
