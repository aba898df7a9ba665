// What the client was spared on a visit, over all its lines and the whole; nothing where amounts are hidden.

import { isRounding, lineDiscounts, wholeDiscount } from './sums';
import type { Visit } from './contract';

/** In hundredths; never less than nothing, because more taken than the list says is no discount. */
export function takenOff({ items, amountCents }: Pick<Visit, 'items' | 'amountCents'>): number {
  if (amountCents === null || amountCents < 0 || items.length === 0) return 0;
  const lines = items.flatMap(({ priceCents, discountCents, quantity }) =>
    priceCents === null ? [] : [{ priceCents, discountCents: discountCents ?? 0, quantity }],
  );
  if (lines.length < items.length) return 0;
  const whole = wholeDiscount(lines, amountCents);
  return Math.max(0, lineDiscounts(lines) + (isRounding(lines, whole) ? 0 : whole));
}
