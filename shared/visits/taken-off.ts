// What the client was spared on a visit, over all its lines and the whole; nothing where amounts are hidden.

import { isRounding, lineDiscounts, wholeDiscount } from './sums';

/** Null where amounts are hidden. */
export interface TakenVisit {
  readonly amountCents: number | null;
  readonly items: readonly { readonly priceCents: number | null; readonly discountCents: number | null; readonly quantity: number }[];
}

/** In hundredths; never less than nothing, because more taken than the list says is no discount. */
export function takenOff({ items, amountCents }: TakenVisit): number {
  if (amountCents === null || amountCents < 0 || items.length === 0) return 0;
  const lines = items.flatMap(({ priceCents, discountCents, quantity }) =>
    priceCents === null ? [] : [{ priceCents, discountCents: discountCents ?? 0, quantity }],
  );
  if (lines.length < items.length) return 0;
  const whole = wholeDiscount(lines, amountCents);
  return Math.max(0, lineDiscounts(lines) + (isRounding(lines, whole) ? 0 : whole));
}
