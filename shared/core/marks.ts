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

// However it was typed: full-width digits, brackets, dots, dashes and blanks between any two digits.
const D = '[0-9０-９]';
const GAP = String.raw`[\s.·•・_()（）\-‐‑–—−－]{0,3}`;
const more = (least: number, most: number) => `(?:${GAP}${D}){${least},${most}}`;
// Not out of the middle of a longer number or word; and none that a dash joins to more, or pieces of our own ids would be taken for phones.
const [FROM, TO] = ['(?<![0-9A-Za-z０-９])', '(?![0-9A-Za-z０-９])'];
const [ALONE_FROM, ALONE_TO] = ['(?<![0-9A-Za-z０-９-])', '(?![0-9A-Za-z０-９-])'];
const EIGHT_SIX = `(?:[(（]?[+＋]?[8８][6６][)）]?${GAP})?`;

const PHONES = new RegExp(
  [
    `${FROM}${EIGHT_SIX}[1１]${GAP}[3-9３-９]${more(9, 9)}${TO}`,
    `${FROM}[+＋]${D}${more(6, 14)}${TO}`,
    `${ALONE_FROM}00${D}${more(6, 14)}${ALONE_TO}`,
    // Hong Kong, Macao and Taiwan without a plus; then area codes and what begins with a nought.
    `${ALONE_FROM}[(（]?(?:85[23]${more(8, 8)}|886${more(8, 10)})${ALONE_TO}`,
    `${ALONE_FROM}[(（]?[0０][1-9１-９]${more(7, 10)}${ALONE_TO}`,
  ].join('|'),
  'g',
);

/** A phone somebody wrote into a note is masked like any other. */
export function maskPhonesIn(text: string): string {
  return text.replace(PHONES, maskPhone);
}
