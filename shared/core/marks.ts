// Marks on the outputs of the contract: which values are somebody's phone, other contact data or money. Dispatch masks by them.

import { z } from 'zod';
import { Cents } from './money';

/** phone: the last four digits stay · contact: nothing stays · number: a phone to dial, gone altogether · money: gone. */
export type Mark = 'phone' | 'contact' | 'number' | 'money';

export const marks = z.registry<{ readonly mark: Mark }>();

/** Each call makes a schema of its own: a mark belongs to the place, not to the type. */
export function phoneText() {
  return z.string().nullable().register(marks, { mark: 'phone' });
}

export function contactText() {
  return z.string().nullable().register(marks, { mark: 'contact' });
}

/** E.164, for dialling and comparing. */
export function phoneNumber() {
  return z.string().nullable().register(marks, { mark: 'number' });
}

/** An amount somebody paid; null also when this session may not see it. */
export function amount() {
  return Cents.nullable().register(marks, { mark: 'money' });
}

/** What stands in the place of a value that is hidden. */
export const HIDDEN = '****';

/** '138 **** 8533': the last four digits, and the first three when enough are hidden between. */
export function maskPhone(shown: string): string {
  const digits = shown.replace(/\D/g, '');
  if (digits.length < 7) return HIDDEN;
  const last = digits.slice(-4);
  return digits.length >= 10 && !shown.startsWith('+') ? `${digits.slice(0, 3)} ${HIDDEN} ${last}` : `${HIDDEN} ${last}`;
}

const MOBILE = /(?<![0-9A-Za-z])(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?![0-9A-Za-z])/g;
const ABROAD = /(?<![0-9A-Za-z])(?:\+|00)\d(?:[\s-]?\d){6,14}(?![0-9A-Za-z])/g;

/** A phone somebody wrote into a note is masked like any other. */
export function maskPhonesIn(text: string): string {
  return text.replace(MOBILE, maskPhone).replace(ABROAD, maskPhone);
}
