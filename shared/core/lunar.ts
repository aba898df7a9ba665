// The Chinese calendar, as far as birthdays need it; the one place that knows the library behind it.

import { LunarYear, Solar } from 'lunar-typescript';
import { addDays, daysBetween, isIsoDate, isoDate, LAST_YEAR, partsOf, type IsoDate } from './date';

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

const LAST_DAY = isoDate(LAST_YEAR, 12, 31);

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

const years = new Map<number, readonly Month[]>();

/** Worked out from the sun and the moon once a year: an import asks a hundred thousand times. */
function monthsOf(lunarYear: number): readonly Month[] {
  const known = years.get(lunarYear);
  if (known) return known;
  const months = LunarYear.fromYear(lunarYear)
    .getMonths()
    .filter((month) => month.getYear() === lunarYear)
    .map((month): Month => {
      const first = Solar.fromJulianDay(month.getFirstJulianDay()).toYmd();
      return {
        month: Math.abs(month.getMonth()),
        leap: month.isLeap(),
        days: month.getDayCount(),
        first: isIsoDate(first) ? first : null,
      };
    });
  years.set(lunarYear, months);
  return months;
}
