// Money in hundredths, always whole numbers, and the ways people write an amount.

import { z } from 'zod';

/** Hundredths of the shop's currency; negative for a refund. One trillion is more than any shop will book. */
export const Cents = z.int().min(-1_000_000_000_000).max(1_000_000_000_000).brand<'Cents'>();
export type Cents = z.output<typeof Cents>;

export const CURRENCIES = { CNY: '¥', HKD: 'HK$', MOP: 'MOP$', TWD: 'NT$', USD: '$', EUR: '€', GBP: '£', JPY: 'JP¥', SGD: 'S$' } as const;
export type Currency = keyof typeof CURRENCIES;

export type MoneyReading =
  { readonly ok: true; readonly cents: Cents } | { readonly ok: false; readonly problem: 'empty' | 'not-an-amount' | 'too-large' };

const SIGNS =
  /^(?:NT\$|HK\$|US\$|MOP\$|S\$|JP¥|\$|¥|€|£|RMB|CNY|USD|HKD|TWD|NTD|MOP|EUR|GBP|SGD|人民币|人民幣)|(?:元|圆|块钱|块|RMB|CNY|USD|HKD|TWD|NTD|MOP|EUR|GBP|SGD|¥|€|£|\$)$/iu;
const PLAIN = /^\d+(?:\.\d{0,2}0*)?$|^\.\d{1,2}$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d{0,2}0*)?$/;
/** 1.234,50 € and 1234,50 € as written in Spain and Germany; without the sign the comma might as well be a slip. */
const DECIMAL_COMMA = /^(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,2}$/;

export function cents(value: number): Cents {
  return Cents.parse(value);
}

/** Currency signs before or behind, thousands commas, full-width digits, a minus or accounting brackets. Words are no amount. */
export function parseMoney(typed: string): MoneyReading {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^'/, '')
    .replaceAll('−', '-')
    .replace(/\s+/gu, '');
  if (text === '') return { ok: false, problem: 'empty' };
  const { negative, rest } = takeSign(text);
  const digits = plainDigits(rest) ?? (text.includes('€') ? decimalComma(rest) : null);
  if (digits === null) return { ok: false, problem: 'not-an-amount' };
  return centsFrom(digits, negative);
}

/** Amounts that arrive as numbers: rounded to the cent, because a workbook stores 66.5 as 66.499999…. */
export function moneyFromNumber(value: number): MoneyReading {
  if (!Number.isFinite(value)) return { ok: false, problem: 'not-an-amount' };
  return checked(Math.sign(value) * Math.round(Math.abs(value) * 100 + 1e-7));
}

export function formatMoney(amount: Cents, currency: Currency = 'CNY'): string {
  const whole = Math.abs(amount);
  const units = String(Math.floor(whole / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${CURRENCIES[currency]}${units}.${String(whole % 100).padStart(2, '0')}`;
}

function takeSign(text: string): { readonly negative: boolean; readonly rest: string } {
  const brackets = /^\((.+)\)$/.exec(text);
  if (brackets) return { negative: true, rest: withoutCurrency(brackets[1] ?? '') };
  // the sign stands before the currency or behind it: -¥5, ¥-5
  const signed = /^[-+]/.test(text) ? text : withoutCurrency(text);
  return { negative: signed.startsWith('-'), rest: withoutCurrency(signed.replace(/^[-+]/, '')) };
}

function withoutCurrency(text: string): string {
  return text.replace(SIGNS, '').replace(SIGNS, '');
}

function plainDigits(text: string): string | null {
  if (PLAIN.test(text)) return text;
  if (GROUPED.test(text)) return text.replaceAll(',', '');
  return null;
}

function decimalComma(text: string): string | null {
  return DECIMAL_COMMA.test(text) ? text.replaceAll('.', '').replace(',', '.') : null;
}

function centsFrom(digits: string, negative: boolean): MoneyReading {
  const [units = '0', fraction = ''] = digits.split('.');
  // by text, not by multiplying: 1.15 × 100 is 114.99999999999999
  const amount = Number(`${units || '0'}${fraction.slice(0, 2).padEnd(2, '0')}`);
  return checked(negative && amount !== 0 ? -amount : amount);
}

function checked(amount: number): MoneyReading {
  const parsed = Cents.safeParse(amount === 0 ? 0 : amount);
  return parsed.success ? { ok: true, cents: parsed.data } : { ok: false, problem: 'too-large' };
}
