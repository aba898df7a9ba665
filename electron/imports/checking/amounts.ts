// Money and counts in the cells of a list. What is no number is never guessed.

import { moneyFromNumber, parseMoney, type Cents, type MoneyReading } from '../../../shared/core/money';
import type { ImportField } from '../../../shared/imports/fields';
import type { RowFindings } from './findings';

const UNITS = /(?:次|堂|节|節|个|回|张|份|times?|sessions?|visits?)$/iu;

/** An amount that can only be zero or more, as a balance: a book never holds a negative one. */
export function takeMoney(found: RowFindings, field: ImportField): Cents | null {
  const reading = readMoneyCell(found, field);
  if (reading.ok && reading.cents >= 0) return reading.cents;
  if (reading.ok) found.warn(field, 'amount.negative');
  else if (reading.problem !== 'empty') found.warn(field, 'amount.invalid');
  return null;
}

export function readMoneyCell(found: RowFindings, field: ImportField): MoneyReading {
  const cell = found.cell(field);
  return typeof cell === 'number' ? moneyFromNumber(cell) : parseMoney(found.text(field));
}

/** A count such as sessions or visits; its unit may stand behind it. */
export function takeCount(found: RowFindings, field: ImportField, whole: boolean): number | null {
  const text = found.text(field).normalize('NFKC').replace(/[\s,]/gu, '').replace(UNITS, '');
  if (text === '') return null;
  const number = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (number < 0) found.warn(field, 'amount.negative');
  else if (!(number <= 1_000_000) || (whole && !Number.isInteger(number))) found.warn(field, 'amount.invalid');
  else return number;
  return null;
}
