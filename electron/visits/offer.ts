// What the visit panel offers first: last time's services, the person and payment of last time, what speaks against a service.

import { IsoDate } from '../../shared/core/date';
import { cents } from '../../shared/core/money';
import { Payment, type VisitOffer } from '../../shared/visits/contract';
import { offeredProducts } from '../catalogue/offered-products';
import { offeredServices } from '../catalogue/service';
import type { ClientId } from '../../shared/ids';
import { clientRowId } from '../clients/own';
import type { Context } from '../core/context';
import { knownOfHealth, offeredAgainst } from './known-of-health';
import { activeStaff } from '../staff/service';
import { listItemRows } from './item-store';
import { itemOf } from './shown';
import { cameBefore, findLastVisit, getVisitRow, listUsedServices, type VisitRecord } from './store';

export function offer(context: Context, client: ClientId): VisitOffer {
  const { db } = context;
  const clientId = clientRowId(context, client);
  const last = findLastVisit(db, clientId);
  const used = listUsedServices(db, clientId);
  const place = new Map(used.map((row, i) => [row.service_id, i]));
  const known = knownOfHealth(context, clientId, client);
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
      conflict: offeredAgainst(service, known),
      followUpDays: service.followUpDays,
      followUpNote: service.followUpNote,
    })),
    products: offeredProducts(context).map(({ id, name, priceCents, ingredients }) => ({
      ...{ id, name, priceCents },
      conflict: offeredAgainst({ id, ingredients }, known),
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

/** At the price of now; whoever has left since does not stand on a line again. */
function lastTime({ db }: Context, { id, visitedOn, formula }: VisitRecord): VisitOffer['last'] {
  const items = listItemRows(db, [id]).map((row) => {
    const { serviceId, productId, name, quantity, priceCents, staff } = itemOf(row);
    const now = row.list_cents === null ? priceCents : cents(row.list_cents);
    return { serviceId, productId, name, quantity, priceCents: now, staff: row.staff_active === 1 ? staff : null };
  });
  return { on: IsoDate.parse(visitedOn), items, formula };
}
