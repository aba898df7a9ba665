// Who should be back by their own rhythm and is not: one pass over all visits, kept until an act or the day changes.

import type { IsoDate } from '../../shared/core/date';
import { addMonths } from '../../shared/core/date';
import { ownClientIds } from '../clients/own';
import type { Context } from '../core/context';
import type { Db } from '../core/database/database';
import { firstTwoDays } from './counts';
import { isKnownLonger } from './measure';
import { rhythmDays } from './rhythm';
import { dayNumber, dayOf, firstOfMonth } from './span';
import { knownSince, limitedTo, visitHistory, visitHistoryOrLater, type VisitHistory } from './visit-history';
import type { ClientVisits } from './visit-log';

export interface Late {
  readonly id: number;
  readonly everyDays: number;
  readonly sinceDays: number;
  readonly lateDays: number;
  readonly expectedOn: IsoDate;
  readonly recentDays: readonly IsoDate[];
}

export type Asking = Pick<Context, 'db' | 'today' | 'session'>;

export interface Lateness {
  /** The latest first; only as many as were asked for. */
  readonly latest: readonly Late[];
  readonly total: number;
  /** Who came for the first time this month. */
  readonly newThisMonth: number;
}

export function lateness({ db, today, session }: Asking, most: number, ready: () => void): Lateness | null {
  const whole = visitHistoryOrLater(db, ready);
  if (!whole) return null;
  // Kept for everybody only: whoever sees their own has few of them.
  const own = ownClientIds(db, session);
  if (own) return findLate(db, limitedTo(whole, own), today, most);
  return latenessOfAll(db, whole, today, most);
}

/** All of them, the latest first; reads at once whatever has not been read ahead. */
export function everybodyLate({ db, today, session }: Asking): readonly Late[] {
  return findLate(db, limitedTo(visitHistory(db), ownClientIds(db, session)), today, Number.MAX_SAFE_INTEGER).latest;
}

function latenessOfAll(db: Db, history: VisitHistory, today: IsoDate, most: number): Lateness {
  const known = kept.get(db.$client);
  if (known && known.actId === history.actId && known.today === today && known.most === most) return known.lateness;
  const found = findLate(db, history, today, most);
  kept.set(db.$client, { actId: history.actId, today, most, lateness: found });
  return found;
}

const kept = new WeakMap<Db['$client'], { actId: number; today: IsoDate; most: number; lateness: Lateness }>();

/** Late by at least five days and a quarter of the rhythm. Beyond twice the rhythm they are not late but lost, which is another page's matter. */
const LEAST_LATE_DAYS = 5;
const LATE_FROM = 1.25;
const LOST_FROM = 2;
const STRIP_DAYS = 8;

interface Found {
  readonly id: number;
  readonly every: number;
  readonly last: number;
}

function findLate(db: Db, history: VisitHistory, today: IsoDate, most: number): Lateness {
  const [now, rhythmFrom, monthStart] = [dayNumber(today), dayNumber(addMonths(today, -24)), dayNumber(firstOfMonth(today))];
  const late: Found[] = [];
  const newcomers = new Map<number, number>();
  history.log.forEach((id, visits) => {
    if (history.shelved.has(id)) return;
    const last = lastDay(visits, now);
    const [first] = firstTwoDays(visits, now);
    if (first >= monthStart) newcomers.set(id, first);
    // Nobody is late within five days, and a rhythm of two years would be lost after two more.
    if (now - last < LEAST_LATE_DAYS || last < rhythmFrom) return;
    const every = rhythmDays(visits, rhythmFrom, now);
    const since = now - last;
    if (every > 0 && since - every >= LEAST_LATE_DAYS && since > LATE_FROM * every && since <= LOST_FROM * every)
      late.push({ id, every, last });
  });
  const latest = late.sort((a, b) => a.last + a.every - (b.last + b.every) || a.every - b.every || a.id - b.id).slice(0, most);
  return { latest: latest.map((one) => lateOf(one, history, now)), total: late.length, newThisMonth: countNew(db, newcomers) };
}

function lateOf({ id, every, last }: Found, history: VisitHistory, now: number): Late {
  return {
    id,
    everyDays: every,
    sinceDays: now - last,
    lateDays: now - last - every,
    expectedOn: dayOf(last + every),
    recentDays: recentDays(history.log.of(id), now),
  };
}

function recentDays({ days, cents, from, to }: ClientVisits, now: number): IsoDate[] {
  const found: number[] = [];
  for (let index = to - 1; index >= from && found.length < STRIP_DAYS; index -= 1) {
    const day = days[index] ?? 0;
    if (day <= now && (cents[index] ?? 0) >= 0 && day !== found.at(-1)) found.push(day);
  }
  return found.reverse().map(dayOf);
}

function lastDay({ days, cents, from, to }: ClientVisits, now: number): number {
  for (let index = to - 1; index >= from; index -= 1) {
    const day = days[index] ?? 0;
    if (day <= now && (cents[index] ?? 0) >= 0) return day;
  }
  return Number.NEGATIVE_INFINITY;
}

function countNew(db: Db, newcomers: ReadonlyMap<number, number>): number {
  const since = knownSince(db, [...newcomers.keys()]);
  return [...newcomers].filter(([id, first]) => !isKnownLonger(since.get(id), first)).length;
}
