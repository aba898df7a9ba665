// A visit as it is told: from its row, its lines and the ways it was paid.

import { IsoDate, IsoInstant } from '../../shared/core/date';
import { cents } from '../../shared/core/money';
import { ClientId, ProductId, ServiceId, StaffId, VisitId } from '../../shared/ids';
import type { Visit, VisitItem } from '../../shared/visits/contract';
import type { Db } from '../core/database/database';
import { listItemRows, listPaymentRows, type ItemRow, type PaymentRow } from './item-store';
import type { VisitRow } from './store';

/** With everything that hangs on them, in two statements however many they are. */
export function shownVisits(db: Db, rows: readonly VisitRow[]): Visit[] {
  const items = byVisit(listItemRows(db, idsOf(rows)));
  // what stands on the visit itself was paid in one way
  const split = rows.filter(({ payment }) => payment === null);
  const payments = byVisit(split.length === 0 ? [] : listPaymentRows(db, idsOf(split)));
  return rows.map((row) => visitOf(row, items.get(row.id) ?? [], payments.get(row.id) ?? []));
}

export function shownVisit(db: Db, row: VisitRow): Visit {
  return visitOf(row, listItemRows(db, [row.id]), row.payment === null ? listPaymentRows(db, [row.id]) : []);
}

export function itemOf(item: ItemRow): VisitItem {
  return {
    serviceId: item.service_uid === null ? null : ServiceId.parse(item.service_uid),
    productId: item.product_uid === null ? null : ProductId.parse(item.product_uid),
    name: item.name,
    quantity: item.quantity,
    priceCents: cents(item.price_cents),
    discountCents: cents(item.discount_cents),
    staff: staffOf(item),
    minutes: item.minutes,
  };
}

function visitOf(row: VisitRow, items: readonly ItemRow[], payments: readonly PaymentRow[]): Visit {
  return {
    id: VisitId.parse(row.uid),
    clientId: ClientId.parse(row.client_uid),
    number: row.number,
    on: IsoDate.parse(row.visited_on),
    time: row.visited_time,
    at: IsoInstant.parse(row.visited_at),
    items: items.map(itemOf),
    staff: staffOf(row),
    payment: row.payment,
    payments: payments.map(({ payment, amount_cents }) => ({ payment, amountCents: cents(amount_cents) })),
    amountCents: cents(row.amount_cents),
    note: row.note,
    formula: row.formula,
    voided: row.deleted_at === null ? null : { reason: row.void_reason ?? '', at: IsoInstant.parse(row.deleted_at) },
  };
}

function staffOf({ staff_uid: uid, staff_name: name }: Pick<VisitRow, 'staff_uid' | 'staff_name'>): Visit['staff'] {
  return uid === null ? null : { id: StaffId.parse(uid), name: name ?? '' };
}

function idsOf(rows: readonly VisitRow[]): number[] {
  return rows.map(({ id }) => id);
}

function byVisit<Row extends { readonly visit_id: number }>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.visit_id);
    if (group) group.push(row);
    else groups.set(row.visit_id, [row]);
  }
  return groups;
}
