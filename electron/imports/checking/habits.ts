// The habits of a whole column, which settle what a single cell cannot: the order of days and months, what 0 and 1 stand for, Last, First.

import type { DateOrder } from '../../../shared/core/day-text';
import type { Region } from '../../../shared/core/phone';
import type { ImportField } from '../../../shared/imports/fields';
import type { Row } from '../reading/table';
import { textOf, type Epoch } from './cell-text';
import type { Columns } from './columns';

export interface Habits {
  readonly region: Region;
  readonly epoch: Epoch;
  readonly order: (field: ImportField) => DateOrder | undefined;
  readonly genderOf: ReadonlyMap<string, 'female' | 'male' | null>;
  readonly calendarOf: ReadonlyMap<string, 'solar' | 'lunar'>;
  /** Names stand as 'Last, First'. */
  readonly lastFirst: boolean;
}

const DATE_FIELDS: readonly ImportField[] = ['birthday', 'firstVisit', 'lastVisit', 'date', 'dateTime'];

/** Where one order is the only one in use. Elsewhere, as in China, 03/04/1990 stays open unless the column settles it. */
const ORDER_OF_REGION: Partial<Record<Region, DateOrder>> = {
  US: 'mdy',
  GB: 'dmy',
  ES: 'dmy',
  DE: 'dmy',
  FR: 'dmy',
  IT: 'dmy',
  AU: 'dmy',
  NZ: 'dmy',
};

/** So many rows must agree before they speak for the others: one 31/12/1999 in a list of 300 says nothing about 03/04/1990. */
const ENOUGH = 5;

export function findHabits(rows: readonly Row[], columns: Columns, region: Region, epoch: Epoch): Habits {
  const values = (field: ImportField): readonly string[] =>
    rows.flatMap((row) => columns.of(field).map((column) => textOf(row.cells[column] ?? null).trim())).filter((text) => text !== '');
  const whole = orderIn(DATE_FIELDS.flatMap(values));
  const orders = new Map(DATE_FIELDS.map((field) => [field, orderIn(values(field)) ?? whole ?? ORDER_OF_REGION[region]]));
  return {
    region,
    epoch,
    order: (field) => orders.get(field),
    genderOf: genderCodes(values('gender')),
    calendarOf: calendarCodes(values('birthdayCalendar')),
    lastFirst: standsLastFirst(values('name')),
  };
}

function orderIn(texts: readonly string[]): DateOrder | undefined {
  const counts = { dmy: 0, mdy: 0 };
  for (const text of texts) {
    const match = /^(\d{1,2})[-./](\d{1,2})[-./]\d{4}\b/.exec(text.normalize('NFKC'));
    if (!match) continue;
    if (Number(match[1]) > 12 && Number(match[2]) <= 12) counts.dmy += 1;
    if (Number(match[2]) > 12 && Number(match[1]) <= 12) counts.mdy += 1;
  }
  const [order, other] = counts.dmy > counts.mdy ? (['dmy', 'mdy'] as const) : (['mdy', 'dmy'] as const);
  return counts[order] >= ENOUGH && counts[other] * 10 <= counts[order] ? order : undefined;
}

/**
 * Figures for a gender: old POS programs write 0 female, 1 male, 2 not said; the national standard writes 1 male, 2 female,
 * 0 not said. A salon has more women than men, and more of both than of people who did not say.
 */
function genderCodes(texts: readonly string[]): ReadonlyMap<string, 'female' | 'male' | null> {
  const count = (code: string): number => texts.filter((text) => text === code).length;
  const old = count('0') >= count('2');
  return new Map([
    ['0', old ? 'female' : null],
    ['1', 'male'],
    ['2', old ? null : 'female'],
  ]);
}

/** Figures for a calendar: whichever is rarer is the lunar one. */
function calendarCodes(texts: readonly string[]): ReadonlyMap<string, 'solar' | 'lunar'> {
  const zeros = texts.filter((text) => text === '0').length;
  const ones = texts.filter((text) => text === '1').length;
  const zeroIsLunar = zeros <= ones;
  return new Map([
    ['0', zeroIsLunar ? 'lunar' : 'solar'],
    ['1', zeroIsLunar ? 'solar' : 'lunar'],
  ]);
}

function standsLastFirst(names: readonly string[]): boolean {
  const withComma = names.filter((name) => /^[^,]+,\s[^,]+$/u.test(name)).length;
  return withComma >= ENOUGH && withComma * 2 > names.length;
}
