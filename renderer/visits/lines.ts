// One line of the visit panel: made from the catalogue or by hand, and what its typed texts come to.

import { cents, parseMoney, type Cents } from '../../shared/core/money';
import type { VisitOffer } from '../../shared/visits/contract';
import { fitsVisit, isLineDiscount, lineCents, type PricedLine } from '../../shared/visits/sums';
import { applyDiscount } from './discount';
import { plainAmount, type ItemValue } from './visit-values';

export function itemOfService({ id, name, priceCents }: Pick<VisitOffer['services'][number], 'id' | 'name' | 'priceCents'>): ItemValue {
  return { ...BLANK, key: id, serviceId: id, name, price: priceText(priceCents) };
}

export function itemOfProduct({ id, name, priceCents }: VisitOffer['products'][number]): ItemValue {
  return { ...BLANK, key: id, productId: id, name, price: priceText(priceCents) };
}

export function itemByHand(name: string): ItemValue {
  return { ...BLANK, key: `typed-${name}`, name };
}

const BLANK = { serviceId: null, productId: null, staffId: null, quantity: '1', price: '', discount: '', keep: false } as const;

export function quantityOf(item: ItemValue): number | null {
  const quantity = Number(item.quantity.normalize('NFKC').trim());
  return Number.isFinite(quantity) && quantity >= 0.01 && quantity <= 1000 ? quantity : null;
}

/** Nothing typed costs nothing: a gift, or part of a package. */
export function priceOf(item: ItemValue): Cents | null {
  const reading = parseMoney(item.price);
  if (reading.ok) return reading.cents;
  return reading.problem === 'empty' ? cents(0) : null;
}

/** What comes off the line; null when that cannot be read, or is more than it costs. */
export function discountOf(item: ItemValue): Cents | null {
  const full = fullOf(item);
  if (item.discount.trim() === '') return cents(0);
  const reading = applyDiscount(item.discount, full);
  const off = reading.ok ? full - reading.amountCents : null;
  return off !== null && isLineDiscount({ priceCents: full, quantity: 1 }, off) ? cents(off) : null;
}

/** As it is summed up; what cannot be read costs nothing yet. */
export function lineOf(item: ItemValue): Required<PricedLine> {
  return { priceCents: fullOf(item), quantity: 1, discountCents: discountOf(item) ?? 0 };
}

export type LineProblem = 'quantity' | 'price' | 'too-large' | 'discount';

export function problemOf(item: ItemValue): LineProblem | null {
  const [quantity, priceCents] = [quantityOf(item), priceOf(item)];
  if (quantity === null) return 'quantity';
  if (priceCents === null) return 'price';
  if (!fitsVisit(lineCents({ priceCents, quantity }))) return 'too-large';
  return discountOf(item) === null ? 'discount' : null;
}

function fullOf(item: ItemValue): Cents {
  const full = lineCents({ priceCents: priceOf(item) ?? 0, quantity: quantityOf(item) ?? 0 });
  return cents(fitsVisit(full) ? full : 0);
}

function priceText(priceCents: Cents | null): string {
  return priceCents === null ? '' : plainAmount(priceCents);
}
