// Rows of follow-ups.

import type { IsoDate, IsoInstant } from '../../shared/core/date';
import { and, eq } from 'drizzle-orm';
import { AppError } from '../../shared/errors';
import { refuseForeign, type Asker, type OwnClients } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';
import { followUp } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type FollowUpRecord = typeof followUp.$inferSelect;
export type FollowUpValues = Omit<typeof followUp.$inferInsert, 'id' | 'uid' | 'createdAt'>;

export interface FollowUpRow {
  readonly id: number;
  readonly uid: string;
  readonly client_id: number;
  readonly client_uid: string;
  readonly wechat: string | null;
  readonly kind: string;
  readonly due_on: string;
  readonly staff_uid: string | null;
  readonly staff_name: string | null;
  readonly note: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly outcome_note: string | null;
  readonly closed_at: string | null;
  readonly closed_by: string | null;
  readonly snoozed: number;
  readonly visit_uid: string | null;
}

const COLUMNS = `SELECT f.id, f.uid, f.client_id, c.uid AS client_uid, c.wechat, f.kind, f.due_on, s.uid AS staff_uid, s.name AS staff_name, f.note, f.state, f.outcome, f.outcome_note,
  f.closed_at, f.closed_by, f.snoozed, v.uid AS visit_uid
  FROM follow_up f JOIN client c ON c.id = f.client_id LEFT JOIN staff s ON s.id = f.staff_id LEFT JOIN visit v ON v.id = f.visit_id`;

/** Whoever left the list of current clients is not called. */
const CURRENT = 'c.deleted_at IS NULL AND c.archived_at IS NULL';

export function listOpenFollowUps(db: Db, until: IsoDate, staffUid: string | null, own: OwnClients, limit: number): FollowUpRow[] {
  return allRows(
    db,
    `${COLUMNS} WHERE f.state = 'open' AND f.due_on <= ? AND ${CURRENT} AND ${own.sql} AND (? IS NULL OR s.uid = ?) ORDER BY f.due_on, f.id LIMIT ?`,
    [until, ...own.parameters, staffUid, staffUid, limit],
  );
}

export function countOpenUntil(db: Db, until: IsoDate, own: OwnClients): number {
  return (
    oneRow<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM follow_up f JOIN client c ON c.id = f.client_id WHERE f.state = 'open' AND f.due_on <= ? AND ${CURRENT} AND ${own.sql}`,
      [until, ...own.parameters],
    )?.n ?? 0
  );
}

export function countClosedSince(db: Db, since: IsoInstant, { sql, parameters }: OwnClients): number {
  const closed = "SELECT count(*) AS n FROM follow_up f INDEXED BY follow_up_closed WHERE f.closed_at >= ? AND f.state = 'done'";
  return oneRow<{ n: number }>(db, `${closed} AND ${sql}`, [since, ...parameters])?.n ?? 0;
}

export function findNextDue(db: Db, after: IsoDate, own: OwnClients): string | null {
  return (
    oneRow<{ day: string | null }>(
      db,
      `SELECT min(f.due_on) AS day FROM follow_up f JOIN client c ON c.id = f.client_id WHERE f.state = 'open' AND f.due_on > ? AND ${CURRENT} AND ${own.sql}`,
      [after, ...own.parameters],
    )?.day ?? null
  );
}

export function listOpenFollowUpsOf(db: Db, clientId: number): FollowUpRow[] {
  return allRows(db, `${COLUMNS} WHERE f.client_id = ? AND f.state = 'open' ORDER BY f.due_on, f.id`, [clientId]);
}

/** Closed before an instant, the last one first; never part of a moment. */
export function listClosedFollowUpsOf(db: Db, clientId: number, { before, limit }: { before: string; limit: number }): FollowUpRow[] {
  return allRows(
    db,
    `${COLUMNS} WHERE f.client_id = :client AND f.closed_at < :before AND f.closed_at >= coalesce(
       (SELECT closed_at FROM follow_up WHERE client_id = :client AND closed_at < :before ORDER BY closed_at DESC LIMIT 1 OFFSET :limit - 1), '')
     ORDER BY f.closed_at DESC, f.id DESC`,
    { client: clientId, before, limit },
  );
}

/** Of a client the session may know of. */
export function getFollowUp(asker: Asker, uid: string): FollowUpRecord {
  const found = asker.db.select().from(followUp).where(eq(followUp.uid, uid)).get();
  if (!found) throw new AppError('record.not-found', { kind: 'follow-up' });
  refuseForeign(asker, found.clientId, 'follow-up');
  return found;
}

export function insertFollowUp(db: Db, values: FollowUpValues, now: IsoInstant): string {
  const uid = newUid(Date.parse(now));
  db.insert(followUp)
    .values({ ...values, uid, createdAt: now })
    .run();
  return uid;
}

export function updateFollowUp(db: Db, id: number, values: Partial<FollowUpValues>): void {
  db.update(followUp).set(values).where(eq(followUp.id, id)).run();
}

export function deleteOpenFollowUpsOf(db: Db, visitId: number): void {
  db.delete(followUp)
    .where(and(eq(followUp.visitId, visitId), eq(followUp.state, 'open')))
    .run();
}
