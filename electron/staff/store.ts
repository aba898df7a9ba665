// Rows of staff, in the shop's own order.

import { asc, eq } from 'drizzle-orm';
import type { IsoDate, IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import type { StaffDraft } from '../../shared/staff/contract';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';
import { staff } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type StaffRecord = typeof staff.$inferSelect;

export function listStaff(db: Db): StaffRecord[] {
  return db.select().from(staff).orderBy(asc(staff.sort), asc(staff.id)).all();
}

export function getStaff(db: Db, uid: string): StaffRecord {
  const found = db.select().from(staff).where(eq(staff.uid, uid)).get();
  if (!found) throw new AppError('record.not-found', { kind: 'staff' });
  return found;
}

export function findStaffByName(db: Db, name: string): StaffRecord | undefined {
  return db.select().from(staff).where(eq(staff.name, name)).get();
}

export function insertStaff(db: Db, draft: StaffDraft, now: IsoInstant): string {
  const uid = newUid(Date.parse(now));
  const sort = (oneRow<{ n: number | null }>(db, 'SELECT max(sort) AS n FROM staff')?.n ?? 0) + 1;
  db.insert(staff)
    .values({ ...draft, uid, sort })
    .run();
  return uid;
}

export function updateStaff(db: Db, id: number, values: Partial<StaffDraft> & { sort?: number }): void {
  db.update(staff).set(values).where(eq(staff.id, id)).run();
}

/** Visits since a day, by staff row id. */
export function countVisitsByStaff(db: Db, since: IsoDate): Map<number, number> {
  const rows = allRows<{ id: number; n: number }>(
    db,
    // By the day: the index of who served whom would have every visit there ever was looked at.
    'SELECT staff_id AS id, count(*) AS n FROM visit INDEXED BY visit_on WHERE visited_on >= ? AND deleted_at IS NULL AND staff_id IS NOT NULL GROUP BY staff_id',
    [since],
  );
  return new Map(rows.map((row) => [row.id, row.n]));
}
