// The days a question about loyal clients looks at, as numbers: the period, the one before it, and what needs a longer look back.

import { addDays, addMonths, daysBetween, isoDate, type IsoDate } from '../../shared/core/date';
import type { Period } from '../../shared/loyalty/contract';

export interface Span {
  /** First and last day of the period, both included. */
  readonly from: number;
  readonly to: number;
  /** First day of the period before; null when the period is all there is. */
  readonly previousFrom: number | null;
  readonly trendFrom: number;
  readonly trendPreviousFrom: number;
  /** Rhythms look back 24 months from the day they are asked about. */
  readonly rhythmFrom: number;
  readonly previousRhythmFrom: number;
  readonly stripFrom: number;
  /** The first day of each month of the bars, oldest first. */
  readonly monthStarts: readonly number[];
}

export function spanOf(period: Period, today: IsoDate): Span {
  const months = period === '6-months' ? 6 : 12;
  const start = addDays(addMonths(today, -months), 1);
  const before = addDays(addMonths(today, -2 * months), 1);
  const all = period === 'all';
  const twoYears = dayNumber(addMonths(today, -24));
  return {
    from: all ? dayNumber(EARLIEST) : dayNumber(start),
    to: dayNumber(today),
    previousFrom: all ? null : dayNumber(before),
    trendFrom: dayNumber(start),
    trendPreviousFrom: dayNumber(before),
    rhythmFrom: twoYears,
    previousRhythmFrom: dayNumber(addMonths(addDays(start, -1), -24)),
    stripFrom: all ? twoYears : dayNumber(start),
    monthStarts: Array.from({ length: months }, (_, index) => dayNumber(addMonths(firstOfMonth(today), index + 1 - months))),
  };
}

export function dayNumber(day: IsoDate): number {
  return daysBetween(EPOCH, day);
}

export function dayOf(number: number): IsoDate {
  return addDays(EPOCH, number);
}

export function firstOfMonth(day: IsoDate): IsoDate {
  return addDays(day, 1 - Number(day.slice(8)));
}

const EPOCH = isoDate(1970, 1, 1);
const EARLIEST = isoDate(1900, 1, 1);
