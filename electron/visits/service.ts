// The rules of visits: at least one service, not in the future, the promised follow-up is written in the same act.

import { IsoDate, type IsoDate as Day } from '../../shared/core/date';
import { cents, type Cents } from '../../shared/core/money';
import type { AppContract } from '../../shared/contract';
import { VisitId } from '../../shared/ids';
import { refuse } from '../../shared/errors';
import type { Visit } from '../../shared/visits/contract';
import type { Context, Services } from '../core/context';
import { demand, may } from '../core/demand';
import { promiseFollowUp, withdrawPromises } from '../follow-ups/service';
import { visitChanges } from './changes';
import { insertItem, insertPayment, listItemRows, replaceItems, replacePayments, type ItemRow } from './item-store';
import { offer } from './offer';
import { dropOverrides, overridesGiven, overridesOf, seeOverride } from './overrides';
import { insertOverrides } from './override-store';
import { checked, itemsOf, refuseHiddenAlerts, refuseOtherPrice } from './rules';
import { shownVisit, shownVisits } from './shown';
import { getVisit, getVisitRow, insertVisit, listAmounts, listVisitDays, listVisitRows, updateVisit } from './store';
import { versionOf } from './version';

export const visitsService = {
  offer: ({ clientId }, context) => offer(context, clientId),
  get({ id }, context) {
    const { id: rowId } = getVisit(context, id);
    return { ...shownVisit(context.db, getVisitRow(context.db, rowId)), version: versionOf(context.db, rowId) };
  },
  // what was struck out is for those who may strike out
  changes: ({ id }, context) => visitChanges(context, getVisit(context, id, may(context, 'money', 'change'))),
  record(draft, context) {
    const { values, payments, ...caution } = checked(draft, context);
    refuseHiddenAlerts(context, draft.clientId, caution);
    refuseOtherPrice(context, draft);
    const overrides = caution.cautious ? overridesOf(context, values.clientId, draft, []) : [];
    const { id, uid } = insertVisit(context.db, values, context.now);
    itemsOf(draft, context).forEach((item, sort) => insertItem(context.db, id, item, sort, context.now));
    payments.forEach((paid, sort) => insertPayment(context.db, id, paid, sort, context.now));
    insertOverrides(context.db, id, overrides, context.now);
    const followUpId = draft.followUp ? promiseFollowUp(context, values.clientId, id, draft.followUp) : null;
    return { id: VisitId.parse(uid), followUpId };
  },
  update({ id, draft, version }, context) {
    demand(context, 'money', 'change');
    const row = getVisit(context, id);
    if (version !== null && version !== versionOf(context.db, row.id)) throw refuse('visits.changed-meanwhile');
    const { values, payments, ...caution } = checked(draft, context);
    const moved = row.clientId !== values.clientId;
    // what was done stays decided; of another client it was not decided at all
    const given = moved ? [] : offeredIn(listItemRows(context.db, [row.id]));
    const listed = draft.items.flatMap(({ serviceId, productId }) => serviceId ?? productId ?? []);
    if (moved || listed.some((id) => !given.includes(id))) refuseHiddenAlerts(context, draft.clientId, caution);
    const overrides = caution.cautious ? overridesOf(context, values.clientId, draft, given) : [];
    updateVisit(context.db, row.id, values);
    replaceItems(context.db, row.id, itemsOf(draft, context), context.now);
    replacePayments(context.db, row.id, payments, context.now);
    dropOverrides(context, row.id, moved ? [] : listed);
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
  return shownVisits(db, listVisitRows(db, clientId, before, limit, withStruck));
}

/** The services and products among them. */
function offeredIn(items: readonly ItemRow[]): string[] {
  return items.flatMap(({ service_uid: service, product_uid: product }) => service ?? product ?? []);
}
