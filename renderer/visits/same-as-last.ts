// The same again: what was done last time, at the price of now, with its formula.

import type { VisitOffer } from '../../shared/visits/contract';
import { itemByHand, itemOfProduct, itemOfService } from './lines';
import { newKey, plainAmount, type ItemValue, type VisitValues } from './visit-values';

/** Null when there is nothing to take over. What is no longer offered is left out; `byHand`: also what was typed by hand. Discounts were of that day. */
export function sameAsLast(offer: VisitOffer, byHand: boolean): Partial<VisitValues> | null {
  const { last, staffId } = offer;
  if (last === null) return null;
  const items: ItemValue[] = [];
  for (const line of last.items) {
    const item = itemAgain(offer, line, byHand);
    if (item === null) continue;
    const known = items.findIndex((one) => isSame(one, item));
    const { quantity } = items[known] ?? { quantity: '0' };
    if (known === -1) items.push({ ...item, key: newKey(items, item.key) });
    else items[known] = { ...item, quantity: String(Math.round((Number(quantity) + line.quantity) * 100) / 100) };
  }
  return items.length === 0 ? null : { items, staffId, formula: last.formula ?? '', overrides: [] };
}

type Line = NonNullable<VisitOffer['last']>['items'][number];

function itemAgain({ services, products, staff: onDuty }: VisitOffer, line: Line, byHand: boolean): ItemValue | null {
  const who = { quantity: String(line.quantity), staffId: onDuty.find(({ id }) => id === line.staff?.id)?.id ?? null };
  const service = services.find(({ id }) => id === line.serviceId);
  if (service) return { ...itemOfService(service), ...who };
  const product = products.find(({ id }) => id === line.productId);
  if (product) return { ...itemOfProduct(product), ...who };
  if (line.serviceId !== null || line.productId !== null || !byHand) return null;
  return { ...itemByHand(line.name), ...who, price: line.priceCents === null ? '' : plainAmount(line.priceCents) };
}

/** The same on two lines becomes one, unless two people did it. */
function isSame(one: ItemValue, other: ItemValue): boolean {
  if (one.staffId !== other.staffId) return false;
  if (one.serviceId !== null) return one.serviceId === other.serviceId;
  return one.productId !== null && one.productId === other.productId;
}
