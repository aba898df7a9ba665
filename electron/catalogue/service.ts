// The rules of the catalogue: names are told apart, a service is retired rather than deleted, prices change for the future only.

import { z } from 'zod';
import type { Service } from '../../shared/catalogue/contract';
import { addDays } from '../../shared/core/date';
import { cents } from '../../shared/core/money';
import type { AppContract } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { ServiceId } from '../../shared/ids';
import type { Context, Services } from '../core/context';
import { productOperations } from './products';
import {
  anyNeedsPatchTest,
  arrangeService,
  countVisitsByService,
  findServiceByName,
  getService,
  insertService,
  listPricesOf,
  listServices,
  listServicesOf,
  updateService,
  type ServiceRecord,
} from './store';

export const catalogueService = {
  list({ activeOnly }, { db, today }) {
    const visits = countVisitsByService(db, addDays(today, -90));
    return listServices(db)
      .filter((row) => row.active || !activeOnly)
      .map((row) => serviceOf(row, visits.get(row.id) ?? 0));
  },
  create(draft, context) {
    refuseTakenName(context, draft.name, null);
    return { id: ServiceId.parse(insertService(context.db, draft, context.now)) };
  },
  update({ id, draft }, context) {
    refuseTakenName(context, draft.name, id);
    updateService(context.db, getService(context.db, id).id, draft);
    return null;
  },
  arrange({ ids }, { db }) {
    ids.forEach((id, sort) => arrangeService(db, getService(db, id).id, sort));
    return null;
  },
  ...productOperations,
} satisfies Services<AppContract>['catalogue'];

/** Services on offer, with their row ids, for the visit panel. */
export function offeredServices({ db }: Pick<Context, 'db'>): { rowId: number; service: Service }[] {
  return listServices(db).flatMap((row) => (row.active ? [{ rowId: row.id, service: serviceOf(row, 0) }] : []));
}

/** What the list says each of these services costs; without those that have no price. */
export function listPrices({ db }: Pick<Context, 'db'>, ids: readonly ServiceId[]): ReadonlyMap<string, number> {
  return new Map(listPricesOf(db, ids).map(({ uid, price_cents }) => [uid, price_cents]));
}

export function someNeedPatchTest({ db }: Pick<Context, 'db'>, ids: readonly ServiceId[]): boolean {
  return anyNeedsPatchTest(db, ids);
}

/** These services, on offer or not, with their row ids. */
export function servicesByIds({ db }: Pick<Context, 'db'>, ids: readonly ServiceId[]): { rowId: number; service: Service }[] {
  return listServicesOf(db, ids).map((row) => ({ rowId: row.id, service: serviceOf(row, 0) }));
}

function serviceOf(row: ServiceRecord, visits90: number): Service {
  const ingredients = z.array(z.string()).parse(JSON.parse(row.ingredients));
  return {
    id: ServiceId.parse(row.uid),
    name: row.name,
    group: row.groupName,
    minutes: row.minutes,
    priceCents: row.priceCents === null ? null : cents(row.priceCents),
    followUpDays: row.followUpDays,
    followUpNote: row.followUpNote,
    ingredients,
    needsPatchTest: row.needsPatchTest,
    active: row.active,
    visits90,
  };
}

function refuseTakenName({ db }: Pick<Context, 'db'>, name: string, self: ServiceId | null): void {
  const other = findServiceByName(db, name);
  if (other && other.uid !== self) throw new AppError('catalogue.name-taken', { name });
}
