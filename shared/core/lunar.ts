// The Chinese calendar, as far as birthdays need it; the one place that knows the library behind it.

import { LunarMonth, LunarYear, Lunar, Solar } from 'lunar-typescript';
import { isIsoDate, partsOf, type IsoDate } from './date';

/** A day of the lunar calendar; `leap` is the second month of the same number that some years have (闰). */
export interface LunarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

/** The month this year has twice, or null. */
export function leapMonthOf(lunarYear: number): number | null {
  return LunarYear.fromYear(lunarYear).getLeapMonth() || null;
}

/** 29 or 30. */
export function daysInLunarMonth(lunarYear: number, month: number, leap: boolean): number {
  return LunarMonth.fromYm(lunarYear, leap ? -month : month)?.getDayCount() ?? 29;
}

export function lunarDayOf(day: IsoDate): LunarDay {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const lunar = Solar.fromYmd(year, month, dayOfMonth).getLunar();
  return { year: lunar.getYear(), month: Math.abs(lunar.getMonth()), day: lunar.getDay(), leap: lunar.getMonth() < 0 };
}

/**
 * The solar day of a lunar one in a given lunar year. Where the year lacks it, the nearest day a family would celebrate:
 * without that leap month the ordinary month, without a 30th the 29th. Null beyond the calendar's range.
 */
export function solarDayOf(lunarYear: number, month: number, day: number, leap: boolean): IsoDate | null {
  const isLeap = leap && leapMonthOf(lunarYear) === month;
  const capped = Math.min(day, daysInLunarMonth(lunarYear, month, isLeap));
  const text = Lunar.fromYmd(lunarYear, isLeap ? -month : month, capped)
    .getSolar()
    .toYmd();
  return isIsoDate(text) ? text : null;
}
