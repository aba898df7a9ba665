// What one client's visits come to inside a period and the one before. A refund lowers the money and is no visit.

import type { Span } from './span';
import type { ClientVisits } from './visit-log';

/** One object is filled again for each client: a hundred thousand of them a question. */
export interface Counts {
  visits: number;
  before: number;
  spentCents: number;
  lastDay: number;
  lastBefore: number;
  trendVisits: number;
  trendBefore: number;
}

export function countPeriods({ days, cents, from, to }: ClientVisits, span: Span, months: Int32Array, into: Counts): void {
  const firstMonth = span.monthStarts[0] ?? span.to;
  const oldest = Math.min(span.previousFrom ?? span.from, span.trendPreviousFrom, firstMonth);
  into.visits = into.before = into.spentCents = into.lastDay = into.lastBefore = into.trendVisits = into.trendBefore = 0;
  for (let index = to - 1; index >= from; index -= 1) {
    const day = days[index] ?? 0;
    if (day > span.to) continue;
    if (day < oldest) break;
    const amount = cents[index] ?? 0;
    if (day >= span.from) into.spentCents += amount;
    if (amount < 0) continue;
    if (day >= firstMonth) addToMonth(months, span.monthStarts, day);
    if (day >= span.trendFrom) into.trendVisits += 1;
    else if (day >= span.trendPreviousFrom) into.trendBefore += 1;
    if (day >= span.from) {
      into.visits += 1;
      if (into.lastDay === 0) into.lastDay = day;
    } else if (span.previousFrom !== null && day >= span.previousFrom) {
      into.before += 1;
      if (into.lastBefore === 0) into.lastBefore = day;
    }
  }
}

const firstTwo: [first: number, second: number] = [0, 0];

/** The first day they came and the next one they came on; 0 for one that never was. The same pair is filled each time. */
export function firstTwoDays({ days, cents, from, to }: ClientVisits, upTo: number): readonly [first: number, second: number] {
  firstTwo[0] = firstTwo[1] = 0;
  for (let index = from; index < to; index += 1) {
    const day = days[index] ?? 0;
    if (day > upTo) break;
    if ((cents[index] ?? 0) < 0 || day === firstTwo[0]) continue;
    if (firstTwo[0] !== 0) {
      firstTwo[1] = day;
      break;
    }
    firstTwo[0] = day;
  }
  return firstTwo;
}

function addToMonth(months: Int32Array, starts: readonly number[], day: number): void {
  let month = starts.length - 1;
  while (month > 0 && day < (starts[month] ?? 0)) month -= 1;
  months[month] = (months[month] ?? 0) + 1;
}
