// The same again: what was done last time, at the price of now, with its formula.

import type { VisitOffer } from '../../shared/visits/contract';
import { itemOfService, plainAmount, type ItemValue, type VisitValues } from './visit-values';

/** Null when there is nothing to take over. A service that is no longer offered is left out; `byHand`: also what was typed by hand. */
export function sameAsLast({ last, services, staffId }: VisitOffer, byHand: boolean): Partial<VisitValues> | null {
  if (last === null) return null;
  const items = new Map<string, ItemValue>();
  for (const [index, line] of last.items.entries()) {
    const service = services.find(({ id }) => id === line.serviceId);
    if (service) items.set(service.id, { ...itemOfService(service), quantity: more(items.get(service.id), line.quantity) });
    else if (line.serviceId === null && byHand) {
      const key = `typed-${index}-${line.name}`;
      const price = line.priceCents === null ? '' : plainAmount(line.priceCents);
      items.set(key, { key, serviceId: null, name: line.name, quantity: String(line.quantity), price, keep: false });
    }
  }
  return items.size === 0 ? null : { items: [...items.values()], staffId, formula: last.formula ?? '', overrides: [] };
}

/** The same service on two lines becomes one. */
function more(known: ItemValue | undefined, quantity: number): string {
  return String(Math.round((Number(known?.quantity ?? 0) + quantity) * 100) / 100);
}
