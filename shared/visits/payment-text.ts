// How a visit was paid, in one line: 微信, or 微信 ¥200.00 + 现金 ¥60.00 when it was in several ways.

import type { Cents } from '../core/money';

export interface Paid {
  readonly payment: string | null;
  readonly payments: readonly { readonly payment: string; readonly amountCents: Cents | null }[];
}

/** Without the sums where they are hidden. */
export function paymentText(
  { payment, payments }: Paid,
  nameOf: (payment: string) => string,
  money: (amount: Cents) => string,
): string | null {
  if (payments.length === 0) return payment === null ? null : nameOf(payment);
  return payments
    .map((one) => (one.amountCents === null ? nameOf(one.payment) : `${nameOf(one.payment)} ${money(one.amountCents)}`))
    .join(' + ');
}
