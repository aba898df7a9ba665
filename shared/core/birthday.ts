// Birthdays, solar or lunar, with or without a year, as one short text: 1990-05-03 · --05-03 · lunar:1985-08-15 · lunar:--08-15 · lunar:1990-L05-03.

import { z } from 'zod';
import { addDays, daysInMonth, FIRST_YEAR, isLeapYear, isoDate, isRealDay, LAST_YEAR, partsOf, type IsoDate } from './date';
import { readDay, type DayOptions, type DayProblem } from './day-text';
import { leapMonthOf, lunarDayOf, solarDayOf } from './lunar';

export const Birthday = z
  .string()
  .refine((text): boolean => isBirthday(text), 'date.impossible')
  .brand<'Birthday'>();
export type Birthday = z.output<typeof Birthday>;

export interface BirthdayParts {
  readonly calendar: 'solar' | 'lunar';
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** In the second of two lunar months of the same number. */
  readonly leap: boolean;
}

export type BirthdayReading = { readonly ok: true; readonly birthday: Birthday } | { readonly ok: false; readonly problem: DayProblem };

const FORM = /^(lunar:)?(?:(\d{4})|-)-(L?)(\d{2})-(\d{2})$/;

export function isBirthday(text: string): text is Birthday {
  const parts = partsIn(text);
  return parts !== null && birthdayProblem(parts) === null;
}

/** Everything people type for a birthday; see day-text.ts. */
export function parseBirthday(typed: string, options: DayOptions = {}): BirthdayReading {
  const reading = readDay(typed, options);
  return reading.ok ? makeBirthday(reading.day) : { ok: false, problem: reading.problem };
}

export function makeBirthday(parts: BirthdayParts): BirthdayReading {
  const problem = birthdayProblem(parts);
  if (problem) return { ok: false, problem };
  const year = parts.year === null ? '-' : String(parts.year);
  const text = `${parts.calendar === 'lunar' ? 'lunar:' : ''}${year}-${parts.leap ? 'L' : ''}${two(parts.month)}-${two(parts.day)}`;
  return isBirthday(text) ? { ok: true, birthday: text } : { ok: false, problem: 'impossible' };
}

export function readBirthday(birthday: Birthday): BirthdayParts {
  const parts = partsIn(birthday);
  if (!parts) throw new RangeError('not a birthday');
  return parts;
}

/** The first celebration on or after `today`. Born on 29 February: 28 February in common years. */
export function nextOccurrence(birthday: Birthday, today: IsoDate): IsoDate {
  const parts = readBirthday(birthday);
  const start = parts.calendar === 'lunar' ? lunarDayOf(today).year : partsOf(today).year;
  for (const year of [start, start + 1]) {
    const day = occurrenceIn(parts, year);
    if (day !== null && day >= today) return day;
  }
  throw new RangeError('beyond the calendar');
}

/** Full years of age, by the person's own calendar; null without a year or before birth. */
export function ageOn(birthday: Birthday, day: IsoDate): number | null {
  const parts = readBirthday(birthday);
  if (parts.year === null) return null;
  const year = parts.calendar === 'lunar' ? lunarDayOf(day).year : partsOf(day).year;
  const celebrated = occurrenceIn(parts, year);
  const age = year - parts.year - (celebrated === null || celebrated > day ? 1 : 0);
  return age < 0 ? null : age;
}

/** The day somebody was born; null when the year is not known. */
export function bornOn(birthday: Birthday): IsoDate | null {
  const parts = readBirthday(birthday);
  return parts.year === null ? null : occurrenceIn(parts, parts.year);
}

/** What is stored beside a birthday to find it by day: S05-03 solar, L08-15 lunar, M05-03 in a leap month. */
export function birthdayKey(birthday: Birthday): string {
  const { calendar, leap, month, day } = readBirthday(birthday);
  return key(calendar === 'solar' ? 'S' : leap ? 'M' : 'L', month, day);
}

/** Every key celebrated in `days` days from `from` on (that day included), with its day: an indexed search instead of a scan. */
export function birthdayKeysBetween(from: IsoDate, days: number): ReadonlyMap<string, IsoDate> {
  const found = new Map<string, IsoDate>();
  for (let offset = 0; offset < days; offset += 1) {
    const day = addDays(from, offset);
    for (const celebrated of keysOn(day)) if (!found.has(celebrated)) found.set(celebrated, day);
  }
  return found;
}

function partsIn(text: string): BirthdayParts | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, lunar, year, leap, month, day] = match;
  return {
    calendar: lunar === undefined ? 'solar' : 'lunar',
    year: year === undefined ? null : Number(year),
    month: Number(month),
    day: Number(day),
    leap: leap === 'L',
  };
}

function birthdayProblem({ calendar, year, month, day, leap }: BirthdayParts): 'impossible' | null {
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR)) return 'impossible';
  if (calendar === 'solar') return !leap && isRealDay(year ?? 2000, month, day) ? null : 'impossible';
  // the 30th is kept even for years in which the month has 29 days: families round, old registers too
  if (month < 1 || month > 12 || day < 1 || day > 30) return 'impossible';
  return leap && (year === null || leapMonthOf(year) !== month) ? 'impossible' : null;
}

function occurrenceIn({ calendar, month, day, leap }: BirthdayParts, year: number): IsoDate | null {
  if (calendar === 'lunar') return solarDayOf(year, month, day, leap);
  return year > LAST_YEAR ? null : isoDate(year, month, Math.min(day, daysInMonth(year, month)));
}

function keysOn(day: IsoDate): readonly string[] {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const keys = [key('S', month, dayOfMonth)];
  if (month === 2 && dayOfMonth === 28 && !isLeapYear(year)) keys.push(key('S', 2, 29));
  const lunar = lunarDayOf(day);
  const ofLeapMonth = leapMonthOf(lunar.year) === lunar.month;
  // in a year without that leap month, people born in one celebrate in the ordinary month
  const kinds = lunar.leap ? ['M'] : ofLeapMonth ? ['L'] : ['L', 'M'];
  const isLast = lunar.day === 29 && lunarDayOf(addDays(day, 1)).day === 1;
  for (const kind of kinds) {
    keys.push(key(kind, lunar.month, lunar.day));
    if (isLast) keys.push(key(kind, lunar.month, 30));
  }
  return keys;
}

function key(kind: string, month: number, day: number): string {
  return `${kind}${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
