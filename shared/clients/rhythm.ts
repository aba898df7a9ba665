// A client's own rhythm: the median gap between the days they came.

import { addDays, daysBetween, type IsoDate } from '../core/date';

export interface Rhythm {
  readonly days: number;
  readonly expectedOn: IsoDate;
}

/** Needs visits on at least three different days, oldest first; looks at the last twelve gaps. */
export function rhythmOf(visitDays: readonly IsoDate[]): Rhythm | null {
  const days = [...new Set(visitDays)].slice(-13);
  const last = days.at(-1);
  if (days.length < 3 || last === undefined) return null;
  const gaps = days.slice(1).map((day, i) => daysBetween(days[i] ?? day, day));
  const median = Math.max(1, Math.round(medianOf(gaps)));
  return { days: median, expectedOn: addDays(last, median) };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}
