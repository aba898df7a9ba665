// The rows of an imported visit, put with those of others: itself, and one item when the list says what was done.

import type { IsoInstant } from '../../shared/core/date';
import { newUid } from '../core/database/uid';
import type { VisitCandidate } from './checking/candidates';
import type { Finder } from './names-store';
import type { BatchTable, RowBatch } from './row-batch';

export interface VisitTools {
  readonly importId: number;
  readonly now: IsoInstant;
  readonly staff: Finder;
  readonly service: Finder;
  readonly instantOf: (on: VisitCandidate['on'], time: string | null) => IsoInstant;
}

const VISIT: BatchTable = {
  name: 'visit',
  columns: [
    ...['id', 'uid', 'client_id', 'number', 'visited_on', 'visited_time', 'visited_at', 'staff_id', 'payment', 'amount_cents', 'note'],
    ...['import_id', 'created_at'],
  ],
};
const ITEM: BatchTable = { name: 'visit_item', columns: ['uid', 'visit_id', 'service_id', 'name', 'quantity', 'price_cents', 'sort'] };

/** In the order in which they are written. */
export const VISIT_TABLES = [VISIT, ITEM];

export function addImportedVisit(
  rows: RowBatch,
  visit: VisitCandidate,
  clientId: number,
  payment: string | null,
  tools: VisitTools,
): number {
  const { now, importId } = tools;
  const id = rows.takeId(VISIT);
  rows.add(VISIT, [
    id,
    uidAt(now),
    clientId,
    visit.number,
    visit.on,
    visit.time,
    tools.instantOf(visit.on, visit.time),
    visit.staff === null ? null : tools.staff(visit.staff),
    payment,
    visit.amountCents,
    visit.note,
    importId,
    now,
  ]);
  if (visit.service === null) return id;
  rows.add(ITEM, [uidAt(now), id, tools.service(visit.service), visit.service, visit.quantity, unitPrice(visit), 0]);
  return id;
}

export function unitPrice(visit: VisitCandidate): number {
  return Math.round(visit.amountCents / visit.quantity);
}

function uidAt(now: IsoInstant): string {
  return newUid(Date.parse(now));
}
