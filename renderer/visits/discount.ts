// What people write for a reduction: 9折, 85折, 20%, −50, 减50, or simply the sum that is taken.

import { cents, parseMoney, type Cents } from '../../shared/core/money';

export type DiscountReading = { readonly ok: true; readonly amountCents: Cents } | { readonly ok: false };

const FOLD = /^(\d{1,2}(?:\.\d)?)折$/;
const PERCENT = /^[-−]?(\d{1,3})[%％]$/;
const MINUS = /^(?:[-−]|减|立减|优惠)\s*(.+)$/;

/** '=-100' is the sum itself, whatever its sign: how a visit that is changed says what was taken. */
const EXACT = /^=(.+)$/;

/** Nothing typed: the full sum. */
export function applyDiscount(typed: string, subtotal: Cents): DiscountReading {
  const text = typed.normalize('NFKC').replace(/\s+/gu, '');
  if (text === '') return { ok: true, amountCents: subtotal };
  const exact = parseMoney(EXACT.exec(text)?.[1] ?? '');
  if (exact.ok) return { ok: true, amountCents: exact.cents };
  const fold = FOLD.exec(text)?.[1];
  if (fold !== undefined) return share(subtotal, Number(fold) > 10 ? Number(fold) / 100 : Number(fold) / 10);
  const percent = PERCENT.exec(text)?.[1];
  if (percent !== undefined) return Number(percent) > 100 ? { ok: false } : share(subtotal, 1 - Number(percent) / 100);
  const off = MINUS.exec(text)?.[1];
  const amount = parseMoney(off ?? text);
  if (!amount.ok || amount.cents < 0) return { ok: false };
  if (off === undefined) return { ok: true, amountCents: amount.cents };
  return amount.cents > Math.max(subtotal, 0) ? { ok: false } : { ok: true, amountCents: cents(subtotal - amount.cents) };
}

function share(subtotal: Cents, part: number): DiscountReading {
  return { ok: true, amountCents: cents(Math.round(subtotal * part)) };
}
