// Paying in more than one way: what was typed for each, and what is still missing. The last one left empty takes the rest.

import { cents, parseMoney, type Cents } from '../../shared/core/money';
import { PAYMENTS, type Payment, type VisitPayment } from '../../shared/visits/contract';

export interface TypedPayment {
  readonly payment: Payment;
  readonly amount: string;
}

export function knownPayment(text: string | null): Payment | null {
  return PAYMENTS.find((one) => one === text) ?? null;
}

export interface Settlement {
  /** What each way comes to; null where what was typed is no amount. */
  readonly amounts: readonly (Cents | null)[];
  /** Nothing when they are the amount; less than zero when they are more. */
  readonly missing: number;
}

export function settle(typed: readonly TypedPayment[], amount: Cents): Settlement {
  const readings = typed.map(({ amount: text }) => parseMoney(text));
  const known = readings.map((reading) => (reading.ok ? reading.cents : reading.problem === 'empty' ? cents(0) : null));
  const missing = amount - known.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const rest = typed.findLastIndex(({ amount: text }) => text.trim() === '');
  // a rest that turns the other way would be change given in another way than it was paid
  if (rest === -1 || missing * Math.sign(amount) < 0) return { amounts: known, missing };
  return { amounts: known.map((one, index) => (index === rest ? cents(missing) : one)), missing: 0 };
}

/** As it is sent: ways that come to nothing were not used. */
export function paidIn(typed: readonly TypedPayment[], amount: Cents): VisitPayment[] {
  const { amounts } = settle(typed, amount);
  return typed.flatMap(({ payment }, index) => {
    const part = amounts[index] ?? null;
    return part === null || part === 0 ? [] : [{ payment, amountCents: part }];
  });
}

export function isSettled(typed: readonly TypedPayment[], amount: Cents): boolean {
  const { amounts, missing } = settle(typed, amount);
  return typed.length === 0 || (missing === 0 && amounts.every((one) => one !== null));
}

/** The first way to pay that does not stand there yet. */
export function nextPayment(used: readonly (Payment | null)[]): Payment {
  return PAYMENTS.find((one) => !used.includes(one)) ?? 'other';
}
