// Writes the visits of an import: one row, and one item when the list says what was done.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { runSql } from '../core/database/rows';
import { newUid } from '../core/database/uid';
import type { VisitCandidate } from './checking/candidates';
import type { Finder } from './names-store';

export interface VisitTools {
  readonly importId: number;
  readonly now: IsoInstant;
  readonly staff: Finder;
  readonly service: Finder;
  readonly instantOf: (on: VisitCandidate['on'], time: string | null) => IsoInstant;
}

export function insertImportedVisit(db: Db, visit: VisitCandidate, clientId: number, payment: string | null, tools: VisitTools): number {
  const { now, importId } = tools;
  const { lastId } = runSql(
    db,
    `INSERT INTO visit (uid, client_id, number, visited_on, visited_time, visited_at, staff_id, payment, amount_cents, note, import_id, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
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
    ],
  );
  if (visit.service === null) return lastId;
  runSql(db, 'INSERT INTO visit_item (uid, visit_id, service_id, name, quantity, price_cents, sort) VALUES (?, ?, ?, ?, ?, ?, 0)', [
    uidAt(now),
    lastId,
    tools.service(visit.service),
    visit.service,
    visit.quantity,
    unitPrice(visit),
  ]);
  return lastId;
}

export function unitPrice(visit: VisitCandidate): number {
  return Math.round(visit.amountCents / visit.quantity);
}

function uidAt(now: IsoInstant): string {
  return newUid(Date.parse(now));
}
