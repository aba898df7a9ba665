// Writes what happened with one client of the sample salon: visits with their lines and payments, follow-ups, contacts.

import { instantOf, type IsoDate } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import type { Sealer } from '../core/sealing';
import type { SampleContent } from './content';
import { addOverrides } from './overrides';
import type { SampleClient } from './salon';
import { addRow } from './store';
import type { SampleVisit } from './visits';

interface Ledger {
  readonly db: Db;
  readonly health: Sealer;
  readonly today: IsoDate;
  readonly content: SampleContent;
  readonly ids: { readonly staff: readonly number[]; readonly services: readonly number[]; readonly products: readonly number[] };
}

export function addHistory(ledger: Ledger, client: SampleClient, clientId: number): void {
  const visits = client.visits.map((visit) => {
    const id = addVisit(ledger, visit, clientId);
    if (client.alert) addOverrides(ledger, visit, id, client.alert);
    return id;
  });
  addFollowUps(ledger, client, clientId, visits);
  const { db, content } = ledger;
  for (const { which, on } of client.contacts) {
    const told = content.said[which];
    const at = instantOf(on, '15:20');
    if (told) addRow(db, 'contact', at, { client_id: clientId, ...told, by: content.staff[1]?.name ?? '', at, created_at: at });
  }
}

function addVisit({ db, ids, content }: Ledger, visit: SampleVisit, clientId: number): number {
  const at = instantOf(visit.on, visit.time);
  const { payments, amountCents, note, formula } = visit;
  const id = addRow(db, 'visit', at, {
    ...{ client_id: clientId, visited_on: visit.on, visited_time: visit.time, visited_at: at, staff_id: ids.staff[visit.staff] ?? null },
    ...{ payment: payments.length === 1 ? (payments[0]?.payment ?? null) : null, amount_cents: amountCents, note, formula, created_at: at },
    ...(visit.voided ? { deleted_at: at, void_reason: content.voidReason } : {}),
  });
  for (const [sort, { service, product, name, priceCents, discountCents }] of visit.items.entries())
    addRow(db, 'visit_item', at, {
      ...{ visit_id: id, service_id: service === null ? null : (ids.services[service] ?? null), name, sort },
      ...{ product_id: product === null ? null : (ids.products[product] ?? null), price_cents: priceCents, discount_cents: discountCents },
    });
  if (payments.length > 1)
    for (const [sort, { payment, amountCents: part }] of payments.entries())
      addRow(db, 'visit_payment', at, { visit_id: id, payment, amount_cents: part, sort });
  return id;
}

function addFollowUps({ db, ids, content }: Ledger, client: SampleClient, clientId: number, visits: readonly number[]): void {
  for (const { kind, visit, madeOn, dueOn, note, state, outcome, outcomeNote, closedOn } of client.followUps) {
    const at = instantOf(madeOn, '20:00');
    addRow(db, 'follow_up', at, {
      ...{ client_id: clientId, visit_id: visit === null ? null : (visits[visit] ?? null), kind, due_on: dueOn, note, state, outcome },
      ...{ staff_id: ids.staff[client.staff] ?? null, outcome_note: outcomeNote, created_at: at },
      closed_at: closedOn === null ? null : instantOf(closedOn, '16:40'),
      closed_by: closedOn === null ? null : (content.staff[1]?.name ?? null),
    });
  }
}
