// A client's own rhythm, worked out over the flat columns: the same rule as shared/clients/rhythm.ts, fast enough for every client at once.

import type { ClientVisits } from './visit-log';

/** How much longer than their rhythm somebody stays away before the insights call them late. */
export const LATE_BY = 1.5;

const GAPS = 12;
const gaps = new Int32Array(GAPS);

/** Median of the last twelve gaps between days they came, from `since` up to and including `upTo`; 0 without three such days. */
export function rhythmDays({ days, cents, from, to }: ClientVisits, since: number, upTo: number): number {
  let found = 0;
  let later = 0;
  for (let index = to - 1; index >= from && found < GAPS; index -= 1) {
    const day = days[index] ?? 0;
    if (day < since) break;
    if (day > upTo || day === later || (cents[index] ?? 0) < 0) continue;
    if (later !== 0) found = insert(later - day, found);
    later = day;
  }
  if (found < 2) return 0;
  const middle = found >> 1;
  const high = gaps[middle] ?? 0;
  const median = found % 2 === 1 ? high : ((gaps[middle - 1] ?? 0) + high) / 2;
  return Math.max(1, Math.round(median));
}

/** Keeps the gaps in order as they come; at most twelve, so nothing is quicker. */
function insert(gap: number, found: number): number {
  let place = found;
  for (; place > 0 && (gaps[place - 1] ?? 0) > gap; place -= 1) gaps[place] = gaps[place - 1] ?? 0;
  gaps[place] = gap;
  return found + 1;
}
