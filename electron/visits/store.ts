// Rows of visits and their items.

import { and, desc, eq, isNull } from 'drizzle-orm';
import type { IsoDate, IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { refuseForeign, type Asker } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';
import { visit } from '../core/database/schema';
import { newUid } from '../core/database/uid';
import { ALERT_ROWS } from '../preferences/alerts';

export type VisitRecord = typeof visit.$inferSelect;
export type VisitValues = Omit<typeof visit.$inferInsert, 'id' | 'uid' | 'createdAt' | 'deletedAt' | 'voidReason' | 'importId' | 'number'>;

export interface VisitRow {
  readonly id: number;
  readonly uid: string;
  readonly client_uid: string;
  readonly number: string | null;
  readonly visited_on: string;
  readonly visited_time: string | null;
  readonly visited_at: string;
  readonly payment: string | null;
  readonly amount_cents: number;
  readonly note: string | null;
  readonly formula: string | null;
  readonly deleted_at: string | null;
  readonly void_reason: string | null;
  readonly staff_uid: string | null;
  readonly staff_name: string | null;
}

const VISITS = `SELECT v.id, v.uid, c.uid AS client_uid, v.number, v.visited_on, v.visited_time, v.visited_at, v.payment, v.amount_cents, v.note, v.formula, v.deleted_at, v.void_reason, s.uid AS staff_uid, s.name AS staff_name
  FROM visit v JOIN client c ON c.id = v.client_id LEFT JOIN staff s ON s.id = v.staff_id`;

/** Of a client the session may know of. `withStruck`: also one that was struck out. */
export function getVisit(asker: Asker, uid: string, withStruck = false): VisitRecord {
  const found = asker.db.select().from(visit).where(eq(visit.uid, uid)).get();
  if (!found || (found.deletedAt !== null && !(withStruck && found.voidReason !== null)))
    throw new AppError('record.not-found', { kind: 'visit' });
  refuseForeign(asker, found.clientId, 'visit');
  return found;
}

export function getVisitRow(db: Db, id: number): VisitRow {
  const row = oneRow<VisitRow>(db, `${VISITS} WHERE v.id = ?`, [id]);
  if (!row) throw new AppError('record.not-found', { kind: 'visit' });
  return row;
}

/** A visit that was struck out is one that was taken back with a reason. */
const STANDS = 'v.deleted_at IS NULL';
const STANDS_OR_STRUCK = '(v.deleted_at IS NULL OR v.void_reason IS NOT NULL)';

/** Visits of a client before an instant, newest first: at least `limit` if there are so many, and never only some of one moment. */
export function listVisitRows(db: Db, clientId: number, before: string, limit: number, withStruck: boolean): VisitRow[] {
  const shown = withStruck ? STANDS_OR_STRUCK : STANDS;
  const rows = allRows<VisitRow>(
    db,
    `${VISITS} WHERE v.client_id = ? AND ${shown} AND v.visited_at < ? ORDER BY v.visited_at DESC, v.id DESC LIMIT ?`,
    [clientId, before, limit],
  );
  const last = rows.at(-1);
  if (!last || rows.length < limit) return rows;
  const rest = `${VISITS} WHERE v.client_id = ? AND ${shown} AND v.visited_at = ? AND v.id < ? ORDER BY v.id DESC`;
  return [...rows, ...allRows<VisitRow>(db, rest, [clientId, last.visited_at, last.id])];
}

/** Distinct days a client came since a day, oldest first. Taking money back is no visit, as in the loyal-client list. */
export function listVisitDays(db: Db, clientId: number, since: IsoDate): string[] {
  const rows = allRows<{ day: string }>(
    db,
    'SELECT DISTINCT visited_on AS day FROM visit WHERE client_id = ? AND visited_on >= ? AND amount_cents >= 0 AND deleted_at IS NULL ORDER BY visited_on',
    [clientId, since],
  );
  return rows.map((row) => row.day);
}

export function listAmounts(db: Db, clientId: number): { uid: string; amount_cents: number }[] {
  return allRows(db, 'SELECT uid, amount_cents FROM visit WHERE client_id = ? AND deleted_at IS NULL ORDER BY visited_at DESC, id DESC', [
    clientId,
  ]);
}

/** Services by how often this client had them, the last visit's first. */
export function listUsedServices(db: Db, clientId: number): { service_id: number; last_at: string; times: number }[] {
  return allRows(
    db,
    `SELECT i.service_id, max(v.visited_at) AS last_at, count(*) AS times FROM visit v JOIN visit_item i ON i.visit_id = v.id
     WHERE v.client_id = ? AND v.deleted_at IS NULL AND i.service_id IS NOT NULL GROUP BY i.service_id ORDER BY last_at DESC, times DESC LIMIT 30`,
    [clientId],
  );
}

export function findLastVisit(db: Db, clientId: number): VisitRecord | undefined {
  return db
    .select()
    .from(visit)
    .where(and(eq(visit.clientId, clientId), isNull(visit.deletedAt)))
    .orderBy(desc(visit.visitedAt), desc(visit.id))
    .limit(1)
    .get();
}

const ABOUT_CLIENT = `SELECT birthday,
  EXISTS (SELECT 1 FROM preference WHERE client_id = client.id AND ended_at IS NULL AND ${ALERT_ROWS}) AS alerted,
  EXISTS (SELECT 1 FROM patch_test WHERE client_id = client.id AND ended_at IS NULL) AS tested
  FROM client WHERE id = ?`;

/** What recording a visit asks about its client, in the one statement it has for it. */
export interface AboutClient {
  readonly birthday: string | null;
  readonly alerted: boolean;
  /** Some patch test was done. */
  readonly tested: boolean;
}

export function aboutClient(db: Db, clientId: number): AboutClient {
  const row = oneRow<{ birthday: string | null; alerted: number; tested: number }>(db, ABOUT_CLIENT, [clientId]);
  return { birthday: row?.birthday ?? null, alerted: row?.alerted === 1, tested: row?.tested === 1 };
}

/** An older system knew this client: they are new to the book, not to the shop. */
export function cameBefore(db: Db, clientId: number): boolean {
  return (
    oneRow(db, 'SELECT 1 FROM brought_over WHERE client_id = ? AND (visits > 0 OR last_visit_on IS NOT NULL OR spent_cents > 0)', [
      clientId,
    ]) !== undefined
  );
}

// Prepared once and kept: building the statement anew was a tenth of what recording a visit costs.
const INSERT_VISIT = `INSERT INTO visit (uid, client_id, visited_on, visited_time, visited_at, staff_id, payment, amount_cents, note, formula, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function insertVisit(db: Db, values: VisitValues, now: IsoInstant): { readonly id: number; readonly uid: string } {
  const uid = newUid(Date.parse(now));
  const { clientId, visitedOn, visitedTime, visitedAt, staffId, payment, amountCents, note, formula } = values;
  const optional = [staffId ?? null, payment ?? null, amountCents, note ?? null, formula ?? null];
  const { lastId } = runSql(db, INSERT_VISIT, [uid, clientId, visitedOn, visitedTime ?? null, visitedAt, ...optional, now]);
  return { id: lastId, uid };
}

export function updateVisit(
  db: Db,
  id: number,
  values: Partial<VisitValues> & { deletedAt?: IsoInstant | null; voidReason?: string },
): void {
  db.update(visit).set(values).where(eq(visit.id, id)).run();
}
