// The rules of visits: at least one service, not in the future, the promised follow-up is written in the same act.

import { addMonths, instantOf, IsoDate, IsoInstant, type IsoDate as Day } from '../../shared/core/date';
import { Birthday, bornOn } from '../../shared/core/birthday';
import { cents, type Cents } from '../../shared/core/money';
import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { ClientId, ServiceId, StaffId, VisitId } from '../../shared/ids';
import { Payment, type Visit, type VisitDraft, type VisitItem, type VisitOffer } from '../../shared/visits/contract';
import { conflictWith } from '../../shared/visits/conflict';
import { listPrices, offeredServices } from '../catalogue/service';
import { clientRowId, clientRowIdOutOfBin } from '../clients/own';
import type { CommandContext, Context, Services } from '../core/context';
import { demand, may } from '../core/demand';
import { optionalRowId } from '../core/database/identity';
import { promiseFollowUp, withdrawPromises } from '../follow-ups/service';
import { knowsOfAlerts, seesAlerts } from '../preferences/alerts';
import { currentPreferences } from '../preferences/service';
import { wasRevealedToday } from '../reveals/today';
import { activeStaff } from '../staff/service';
import { overridesGiven, overridesOf, seeOverride } from './overrides';
import { deleteOverrides, insertOverrides } from './override-store';
import {
  aboutClient,
  cameBefore,
  deleteItems,
  findLastVisit,
  getVisitRow,
  getVisit,
  insertItems,
  insertVisit,
  listAmounts,
  listItemRows,
  listUsedServices,
  listVisitDays,
  listVisitRows,
  updateVisit,
  type ItemRow,
  type ItemValues,
  type VisitRecord,
  type VisitRow,
  type VisitValues,
} from './store';

export const visitsService = {
  offer: ({ clientId }, context) => offer(context, clientRowId(context, clientId)),
  get({ id }, context) {
    const row = getVisitRow(context.db, getVisit(context, id).id);
    return visitOf(row, listItemRows(context.db, [row.id]));
  },
  record(draft, context) {
    const { values, alerted } = valuesOf(draft, context);
    if (alerted) refuseHiddenAlerts(context, draft.clientId);
    refuseOtherPrice(context, draft);
    const overrides = alerted ? overridesOf(context, values.clientId, draft, []) : [];
    const { id, uid } = insertVisit(context.db, values, context.now);
    insertItems(context.db, id, itemsOf(draft, context), context.now);
    insertOverrides(context.db, id, overrides, context.now);
    const followUpId = draft.followUp ? promiseFollowUp(context, values.clientId, id, draft.followUp) : null;
    return { id: VisitId.parse(uid), followUpId };
  },
  update({ id, draft }, context) {
    demand(context, 'money', 'change');
    const row = getVisit(context, id);
    const { values, alerted } = valuesOf(draft, context);
    // what was done stays decided; of another client it was not decided at all
    const given = row.clientId === values.clientId ? servicesIn(listItemRows(context.db, [row.id])) : [];
    const overrides = alerted ? overridesOf(context, values.clientId, draft, given) : [];
    updateVisit(context.db, row.id, values);
    deleteItems(context.db, row.id);
    insertItems(context.db, row.id, itemsOf(draft, context), context.now);
    deleteOverrides(context.db, row.id, given.length === 0 ? [] : draft.items.flatMap(({ serviceId }) => serviceId ?? []));
    insertOverrides(context.db, row.id, overrides, context.now);
    if (draft.followUp) promiseFollowUp(context, values.clientId, row.id, draft.followUp);
    return null;
  },
  remove({ id, reason }, context) {
    demand(context, 'money', 'change');
    const row = getVisit(context, id);
    updateVisit(context.db, row.id, { deletedAt: context.now, voidReason: reason });
    withdrawPromises(context, row.id);
    return null;
  },
  overrides: ({ limit }, context) => overridesGiven(context, limit),
  seenOverride({ id }, context) {
    seeOverride(context, id);
    return null;
  },
} satisfies Services<AppContract>['visits'];

/** Distinct days the client came since a day, oldest first. */
export function visitDaysSince({ db }: Pick<Context, 'db'>, clientId: number, since: Day): Day[] {
  return listVisitDays(db, clientId, since).map((day) => IsoDate.parse(day));
}

/** What was taken at each visit, newest first: for who has been let see it for a reason. */
export function amountsOf({ db }: Pick<Context, 'db'>, clientId: number): { id: VisitId; amountCents: Cents }[] {
  return listAmounts(db, clientId).map((row) => ({ id: VisitId.parse(row.uid), amountCents: cents(row.amount_cents) }));
}

/** Visits of a client before an instant, newest first, with their items. `withStruck`: also those that were struck out. */
export function visitsBefore({ db }: Pick<Context, 'db'>, clientId: number, before: string, limit: number, withStruck = false): Visit[] {
  const rows = listVisitRows(db, clientId, before, limit, withStruck);
  const items = listItemRows(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) =>
    visitOf(
      row,
      items.filter((item) => item.visit_id === row.id),
    ),
  );
}

function offer(context: Context, clientId: number): VisitOffer {
  const { db } = context;
  const last = findLastVisit(db, clientId);
  const used = listUsedServices(db, clientId);
  const place = new Map(used.map((row, i) => [row.service_id, i]));
  const preferences = currentPreferences(context, clientId);
  const staff = activeStaff(context);
  const services = offeredServices(context)
    .map(({ rowId, service }, i) => ({
      service,
      rank: place.get(rowId) ?? used.length + i,
      lastTime: last !== undefined && used[place.get(rowId) ?? -1]?.last_at === last.visitedAt,
    }))
    .sort((a, b) => a.rank - b.rank);
  const lastStaff = last?.staffId === undefined || last.staffId === null ? undefined : getVisitRow(db, last.id).staff_uid;
  return {
    services: services.map(({ service, lastTime }) => ({
      id: service.id,
      name: service.name,
      minutes: service.minutes,
      priceCents: service.priceCents,
      lastTime,
      conflict: conflictWith(service, preferences),
      followUpDays: service.followUpDays,
      followUpNote: service.followUpNote,
    })),
    staff,
    staffId: staff.find((one) => one.id === lastStaff)?.id ?? null,
    payment: Payment.nullable()
      .catch(null)
      .parse(last?.payment ?? null),
    firstVisit: last === undefined && !cameBefore(db, clientId),
    last: last === undefined ? null : lastTime(context, last),
  };
}

function lastTime({ db }: Context, { id, visitedOn, formula }: VisitRecord): VisitOffer['last'] {
  const items = listItemRows(db, [id]).map((row) => {
    const { serviceId, name, quantity, priceCents } = itemOf(row);
    return { serviceId, name, quantity, priceCents: row.list_cents === null ? priceCents : cents(row.list_cents) };
  });
  return { on: IsoDate.parse(visitedOn), items, formula };
}

/** Whoever does the work must know what to beware of: shown in full, or shown for a reason today. */
function refuseHiddenAlerts(context: CommandContext, client: ClientId): void {
  if (seesAlerts(context)) return;
  if (!knowsOfAlerts(context) || !wasRevealedToday(context, 'health', client)) throw refuse('visits.alerts-hidden');
}

/** Who may not change amounts takes what the list says: no discount, no refund, nothing that has no price. */
function refuseOtherPrice(context: CommandContext, { items, amountCents }: VisitDraft): void {
  if (may(context, 'money', 'change')) return;
  const listed = listPrices(
    context,
    items.flatMap(({ serviceId }) => serviceId ?? []),
  );
  const priceOf = ({ serviceId }: VisitDraft['items'][number]) => (serviceId === null ? undefined : listed.get(serviceId));
  const listCents = items.reduce((sum, item) => sum + Math.round((priceOf(item) ?? 0) * item.quantity), 0);
  const asListed = items.every((item) => item.priceCents === priceOf(item));
  if (!asListed || amountCents !== listCents) throw new AppError('visits.price-fixed', { listCents });
}

/** Nobody records a visit of fifty years ago: it is 1926 typed for 2026, and would count as the client's first. */
const MOST_MONTHS_AGO = 600;

function valuesOf(draft: VisitDraft, context: CommandContext): { readonly values: VisitValues; readonly alerted: boolean } {
  if (draft.on > context.today) throw refuse('visits.in-future');
  if (draft.on < addMonths(context.today, -MOST_MONTHS_AGO)) throw refuse('visits.too-early');
  const clientId = clientRowIdOutOfBin(context, draft.clientId);
  const { birthday, alerted } = aboutClient(context.db, clientId);
  refuseBeforeBirth(birthday, draft.on);
  const values = {
    clientId,
    visitedOn: draft.on,
    visitedTime: draft.time,
    visitedAt: instantOf(draft.on, draft.time),
    staffId: optionalRowId(context.db, 'staff', draft.staffId),
    payment: draft.payment,
    amountCents: draft.amountCents,
    note: draft.note === '' ? null : draft.note,
    formula: draft.formula === '' ? null : draft.formula,
  };
  return { values, alerted };
}

function refuseBeforeBirth(stored: string | null, on: Day): void {
  const birthday = Birthday.nullable().parse(stored);
  const born = birthday === null ? null : bornOn(birthday);
  if (born !== null && on < born) throw new AppError('visits.before-birth', { bornOn: born });
}

function servicesIn(items: readonly ItemRow[]): string[] {
  return items.flatMap(({ service_uid: uid }) => uid ?? []);
}

function itemsOf(draft: VisitDraft, { db }: Context): ItemValues[] {
  return draft.items.map(({ serviceId, name, quantity, priceCents }) => ({
    serviceId: optionalRowId(db, 'service', serviceId),
    name,
    quantity,
    priceCents,
  }));
}

function visitOf(row: VisitRow, items: readonly ItemRow[]): Visit {
  return {
    id: VisitId.parse(row.uid),
    clientId: ClientId.parse(row.client_uid),
    number: row.number,
    on: IsoDate.parse(row.visited_on),
    time: row.visited_time,
    at: IsoInstant.parse(row.visited_at),
    items: items.map(itemOf),
    staff: row.staff_uid === null ? null : { id: StaffId.parse(row.staff_uid), name: row.staff_name ?? '' },
    payment: row.payment,
    amountCents: cents(row.amount_cents),
    note: row.note,
    formula: row.formula,
    voided: row.deleted_at === null ? null : { reason: row.void_reason ?? '', at: IsoInstant.parse(row.deleted_at) },
  };
}

function itemOf(item: ItemRow): VisitItem {
  return {
    serviceId: item.service_uid === null ? null : ServiceId.parse(item.service_uid),
    name: item.name,
    quantity: item.quantity,
    priceCents: cents(item.price_cents),
    minutes: item.minutes,
  };
}
