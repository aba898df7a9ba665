// Rows of the service catalogue, in the shop's own order.

import { asc, eq, inArray } from 'drizzle-orm';
import type { IsoDate, IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import type { ServiceDraft } from '../../shared/catalogue/contract';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';
import { service } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type ServiceRecord = typeof service.$inferSelect;

export function listServices(db: Db): ServiceRecord[] {
  return db.select().from(service).orderBy(asc(service.sort), asc(service.id)).all();
}

export function listServicesOf(db: Db, uids: readonly string[]): ServiceRecord[] {
  return db
    .select()
    .from(service)
    .where(inArray(service.uid, [...uids]))
    .orderBy(asc(service.sort), asc(service.id))
    .all();
}

export function getService(db: Db, uid: string): ServiceRecord {
  const found = db.select().from(service).where(eq(service.uid, uid)).get();
  if (!found) throw new AppError('record.not-found', { kind: 'service' });
  return found;
}

export function findServiceByName(db: Db, name: string): ServiceRecord | undefined {
  return db.select().from(service).where(eq(service.name, name)).get();
}

export function insertService(db: Db, draft: ServiceDraft, now: IsoInstant): string {
  const uid = newUid(Date.parse(now));
  const sort = (oneRow<{ n: number | null }>(db, 'SELECT max(sort) AS n FROM service')?.n ?? 0) + 1;
  db.insert(service)
    .values({ ...columnsOf(draft), uid, sort })
    .run();
  return uid;
}

export function updateService(db: Db, id: number, draft: ServiceDraft): void {
  db.update(service).set(columnsOf(draft)).where(eq(service.id, id)).run();
}

export function arrangeService(db: Db, id: number, sort: number): void {
  db.update(service).set({ sort }).where(eq(service.id, id)).run();
}

export function listPricesOf(db: Db, uids: readonly string[]): { uid: string; price_cents: number }[] {
  return allRows(db, 'SELECT uid, price_cents FROM service WHERE price_cents IS NOT NULL AND uid IN (SELECT value FROM json_each(?))', [
    JSON.stringify(uids),
  ]);
}

export function anyNeedsPatchTest(db: Db, uids: readonly string[]): boolean {
  const sql = 'SELECT 1 FROM service WHERE needs_patch_test = 1 AND uid IN (SELECT value FROM json_each(?)) LIMIT 1';
  return oneRow(db, sql, [JSON.stringify(uids)]) !== undefined;
}

/** Visits since a day, by service row id. */
export function countVisitsByService(db: Db, since: IsoDate): Map<number, number> {
  const rows = allRows<{ id: number; n: number }>(
    db,
    `SELECT i.service_id AS id, count(DISTINCT i.visit_id) AS n FROM visit v JOIN visit_item i ON i.visit_id = v.id
     WHERE v.visited_on >= ? AND v.deleted_at IS NULL AND i.service_id IS NOT NULL GROUP BY i.service_id`,
    [since],
  );
  return new Map(rows.map((row) => [row.id, row.n]));
}

function columnsOf({ group, ingredients, ...draft }: ServiceDraft) {
  return { ...draft, groupName: group, ingredients: JSON.stringify(ingredients) };
}
