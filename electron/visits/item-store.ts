// Rows of what was done and sold on a visit, and of how it was paid when that was in more than one way.

import { asc, eq } from 'drizzle-orm';
import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { allRows, runSql } from '../core/database/rows';
import { visitItem, visitPayment } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type ItemValues = Required<Omit<typeof visitItem.$inferInsert, 'id' | 'uid' | 'visitId' | 'sort'>>;
export type PaymentValues = Pick<typeof visitPayment.$inferInsert, 'payment' | 'amountCents'>;

export interface ItemRow {
  readonly visit_id: number;
  readonly service_uid: string | null;
  readonly product_uid: string | null;
  readonly staff_uid: string | null;
  readonly staff_name: string | null;
  readonly staff_active: number | null;
  readonly name: string;
  readonly quantity: number;
  readonly price_cents: number;
  readonly discount_cents: number;
  readonly minutes: number | null;
  /** What the catalogue says now. */
  readonly list_cents: number | null;
}

export interface PaymentRow {
  readonly visit_id: number;
  readonly payment: string;
  readonly amount_cents: number;
}

export function listItemRows(db: Db, visitIds: readonly number[]): ItemRow[] {
  return allRows(
    db,
    `SELECT i.visit_id, s.uid AS service_uid, p.uid AS product_uid, w.uid AS staff_uid, w.name AS staff_name, w.active AS staff_active,
       i.name, i.quantity, i.price_cents, i.discount_cents, s.minutes, coalesce(s.price_cents, p.price_cents) AS list_cents
     FROM visit_item i LEFT JOIN service s ON s.id = i.service_id LEFT JOIN product p ON p.id = i.product_id LEFT JOIN staff w ON w.id = i.staff_id
     WHERE i.visit_id IN (SELECT value FROM json_each(?)) ORDER BY i.visit_id, i.sort, i.id`,
    [JSON.stringify(visitIds)],
  );
}

export function listPaymentRows(db: Db, visitIds: readonly number[]): PaymentRow[] {
  return allRows(
    db,
    `SELECT visit_id, payment, amount_cents FROM visit_payment WHERE visit_id IN (SELECT value FROM json_each(?)) ORDER BY visit_id, sort, id`,
    [JSON.stringify(visitIds)],
  );
}

// Prepared once and kept, as the visit's own.
const INSERT_ITEM = `INSERT INTO visit_item (uid, visit_id, service_id, product_id, staff_id, name, quantity, price_cents, discount_cents, sort)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_PAYMENT = 'INSERT INTO visit_payment (uid, visit_id, payment, amount_cents, sort) VALUES (?, ?, ?, ?, ?)';

export function insertItem(db: Db, visitId: number, item: ItemValues, sort: number, now: IsoInstant): void {
  const { serviceId, productId, staffId, name, quantity, priceCents, discountCents } = item;
  const ids = [newUid(Date.parse(now)), visitId, serviceId, productId, staffId];
  runSql(db, INSERT_ITEM, [...ids, name, quantity, priceCents, discountCents, sort]);
}

export function insertPayment(db: Db, visitId: number, { payment, amountCents }: PaymentValues, sort: number, now: IsoInstant): void {
  runSql(db, INSERT_PAYMENT, [newUid(Date.parse(now)), visitId, payment, amountCents, sort]);
}

const ITEM_COLUMNS = ['serviceId', 'productId', 'staffId', 'name', 'quantity', 'priceCents', 'discountCents'] as const;

/** Writes only the lines that changed, each where it stood: the history then says what became of it. */
export function replaceItems(db: Db, visitId: number, items: readonly ItemValues[], now: IsoInstant): void {
  const rows = db.select().from(visitItem).where(eq(visitItem.visitId, visitId)).orderBy(asc(visitItem.sort), asc(visitItem.id)).all();
  items.forEach((item, sort) => {
    const row = rows[sort];
    if (!row) insertItem(db, visitId, item, sort, now);
    else if (row.sort !== sort || ITEM_COLUMNS.some((column) => row[column] !== item[column]))
      db.update(visitItem)
        .set({ ...item, sort })
        .where(eq(visitItem.id, row.id))
        .run();
  });
  for (const { id } of rows.slice(items.length)) db.delete(visitItem).where(eq(visitItem.id, id)).run();
}

export function replacePayments(db: Db, visitId: number, payments: readonly PaymentValues[], now: IsoInstant): void {
  const rows = db
    .select()
    .from(visitPayment)
    .where(eq(visitPayment.visitId, visitId))
    .orderBy(asc(visitPayment.sort), asc(visitPayment.id))
    .all();
  payments.forEach((paid, sort) => {
    const row = rows[sort];
    if (!row) insertPayment(db, visitId, paid, sort, now);
    else if (row.sort !== sort || row.payment !== paid.payment || row.amountCents !== paid.amountCents)
      db.update(visitPayment)
        .set({ ...paid, sort })
        .where(eq(visitPayment.id, row.id))
        .run();
  });
  for (const { id } of rows.slice(payments.length)) db.delete(visitPayment).where(eq(visitPayment.id, id)).run();
}
