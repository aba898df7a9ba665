// The Chinese calendar, as far as birthdays need it.

import { addDays, daysBetween, FIRST_YEAR, isoDate, LAST_YEAR, partsOf, type IsoDate } from './date';
import { TABLE, TABLE_BEGINS } from './lunar-years';

/** A day of the lunar calendar; `leap` is the second month of the same number that some years have (闰). */
export interface LunarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

interface Month {
  readonly month: number;
  readonly leap: boolean;
  /** 29 or 30. */
  readonly days: number;
  /** Null beyond the calendar's range. */
  readonly first: IsoDate | null;
}

const FIRST_DAY = isoDate(FIRST_YEAR, 1, 1);
const LAST_DAY = isoDate(LAST_YEAR, 12, 31);
const DIGITS_A_YEAR = 5;
const LEAP_SHIFT = 13;

/** The month this year has twice, or null. */
export function leapMonthOf(lunarYear: number): number | null {
  return monthsOf(lunarYear).find(({ leap }) => leap)?.month ?? null;
}

export function lunarDayOf(day: IsoDate): LunarDay {
  const { year } = partsOf(day);
  for (const lunarYear of [year, year - 1]) {
    const found = monthsOf(lunarYear).findLast(({ first }) => first !== null && first <= day);
    if (found?.first) return { year: lunarYear, month: found.month, day: daysBetween(found.first, day) + 1, leap: found.leap };
  }
  throw new RangeError('beyond the calendar');
}

/**
 * The solar day of a lunar one in a given lunar year. Where the year lacks it, the nearest day a family would celebrate:
 * without that leap month the ordinary month, without a 30th the 29th. Null beyond the calendar's range.
 */
export function solarDayOf(lunarYear: number, month: number, day: number, leap: boolean): IsoDate | null {
  const found = (leap ? monthOf(lunarYear, month, true) : null) ?? monthOf(lunarYear, month, false);
  if (!found?.first) return null;
  const further = Math.min(day, found.days) - 1;
  return daysBetween(found.first, LAST_DAY) < further ? null : addDays(found.first, further);
}

function monthOf(lunarYear: number, month: number, leap: boolean): Month | null {
  return monthsOf(lunarYear).find((found) => found.month === month && found.leap === leap) ?? null;
}

const known = new Map<number, readonly Month[]>();

/** Only the years that are asked for are laid out: all of them would take some 20 ms of the first page of the day. */
function monthsOf(lunarYear: number): readonly Month[] {
  const months = known.get(lunarYear) ?? layOut(lunarYear);
  known.set(lunarYear, months);
  return months;
}

function layOut(lunarYear: number): readonly Month[] {
  const place = lunarYear - TABLE_BEGINS.year;
  let day = firstDays()[place];
  if (day === undefined) return [];
  const bits = bitsAt(place);
  const leap = bits >> LEAP_SHIFT;
  const months: Month[] = [];
  for (let index = 0; index < monthsIn(bits); index += 1) {
    const days = daysIn(bits, index);
    // The month that comes twice moves all later ones by one place.
    const isLater = leap !== 0 && index >= leap;
    months.push({ month: isLater ? index : index + 1, leap: isLater && index === leap, days, first: dayAt(day) });
    day += days;
  }
  return months;
}

let starts: readonly number[] | null = null;

/** The first day of each year of the table, counted as `dayAt` does. */
function firstDays(): readonly number[] {
  if (starts) return starts;
  const first: number[] = [];
  let { day }: { day: number } = TABLE_BEGINS;
  for (let place = 0; place * DIGITS_A_YEAR < TABLE.length; place += 1) {
    first.push(day);
    const bits = bitsAt(place);
    for (let index = 0; index < monthsIn(bits); index += 1) day += daysIn(bits, index);
  }
  starts = first;
  return first;
}

function bitsAt(place: number): number {
  return Number.parseInt(TABLE.slice(place * DIGITS_A_YEAR, (place + 1) * DIGITS_A_YEAR), 16);
}

function monthsIn(bits: number): number {
  return bits >> LEAP_SHIFT === 0 ? 12 : 13;
}

function daysIn(bits: number, index: number): number {
  return (bits >> index) & 1 ? 30 : 29;
}

/** Counted from the calendar's first day. */
function dayAt(offset: number): IsoDate | null {
  return offset < 0 || offset > daysBetween(FIRST_DAY, LAST_DAY) ? null : addDays(FIRST_DAY, offset);
}
