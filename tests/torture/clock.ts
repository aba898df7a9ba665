// A PC whose clock jumps: years of days on which backups are made, thinned out and due, and guesses at a password, with a clock that somebody sets back and forth.

import { join } from 'node:path';
import { expired, type Rotated } from '../../electron/backups/rotation';
import { isDailyDue } from '../../electron/backups/schedule';
import { createThrottle, WAITS } from '../../electron/vault/throttle';
import { todayAt } from '../../shared/core/date';
import { aFolder, removeFolder } from '../support/book-file';
import { below, randomFrom, type Random } from './random';

export interface ClockResult {
  readonly jumps: number;
  readonly made: number;
  /** Times the newest backup went: must be none. */
  readonly newestGone: number;
  /** Times that of a shop with weeks of backups none was left from 2 to 20 days ago, or of one with months none from 20 to 200: must be none. */
  readonly historyGone: number;
  /** Days at the end of three on which the shop worked and no backup was made: must be none. */
  readonly missed: number;
  /** Guesses that were let in sooner than they should have been: must be none. */
  readonly early: number;
}

/** So many days, several shops one after the other. */
export function jumpClocks(days: number, seed: number): ClockResult {
  const zone = process.env['TZ'];
  // Where the hour changes twice a year.
  process.env['TZ'] = 'America/New_York';
  try {
    return jump(days, randomFrom(seed));
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
}

function jump(days: number, random: Random): ClockResult {
  const count = { jumps: 0, made: 0, newestGone: 0, historyGone: 0, missed: 0 };
  for (let left = days; left > 0; left -= SHOP_DAYS) liveOn(Math.min(left, SHOP_DAYS), random, count);
  return { ...count, early: guessOn(Math.ceil(days / 4), random) };
}

const SHOP_DAYS = 500;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** By how much the clock is wrong from then on; what is right again comes by chance too. */
const JUMPS: readonly ((off: number, random: Random) => number)[] = [
  (off) => off - DAY,
  (off) => off + 3 * DAY,
  (off) => off + HOUR,
  (off) => off - HOUR,
  // Over midnight and back.
  (off, random) => off + (random() < 0.5 ? 5 : -5) * HOUR,
  // An empty battery, and a wrong year.
  () => -20 * 365 * DAY,
  () => 2 * 365 * DAY,
  () => 0,
  () => 0,
];

interface Kept extends Rotated {
  /** The true time. */
  readonly real: number;
}

type Count = { -readonly [K in keyof Omit<ClockResult, 'early'>]: number };

function liveOn(days: number, random: Random, count: Count): void {
  const start = new Date(2026, 0, 1 + below(random, 365)).getTime();
  let kept: Kept[] = [];
  let [off, sequence, without] = [0, 0, 0];
  let last = { since: new Date(start).toISOString(), dailyOn: null as Rotated['at'] | null };
  for (let day = 0; day < days; day += 1) {
    if (random() < 0.06) {
      off = JUMPS[below(random, JUMPS.length)]?.(off, random) ?? 0;
      count.jumps += 1;
    }
    // Closed on some days, and for a while.
    if (random() < 0.15) continue;
    without += 1;
    for (let hour = 9; hour <= 22; hour += 1) {
      const real = start + day * DAY + hour * HOUR;
      const now = new Date(real + off);
      const due = isDailyDue(now, { dailyAt: '21:00', changed: true, since: last.since, dailyOn: last.dailyOn as never });
      if (!due && random() > 0.05) continue;
      sequence += 1;
      count.made += 1;
      const made: Kept = { uid: String(sequence), at: now.toISOString(), sequence, kind: due ? 'daily' : 'manual', real };
      const gone = new Set(expired([...kept, made], now));
      if (gone.has(made)) count.newestGone += 1;
      kept = [...kept, made].filter((one) => !gone.has(one));
      last = { since: made.at, dailyOn: due ? todayAt(now) : last.dailyOn };
      without = 0;
    }
    if (without > 2) count.missed += 1;
    if (!hasHistory(kept, start + day * DAY, day)) count.historyGone += 1;
  }
}

function hasHistory(kept: readonly Kept[], real: number, day: number): boolean {
  const ago = (from: number, to: number) => kept.some((one) => real - one.real >= from * DAY && real - one.real <= to * DAY);
  return (day < 25 || ago(2, 20)) && (day < 210 || ago(20, 200));
}

/** Wrong guesses, each as soon as the throttle allows; the clock jumps, the program and the PC are started anew. */
function guessOn(guesses: number, random: Random): number {
  const folder = aFolder();
  const files = [join(folder, 'throttle.json'), join(folder, 'throttle.backup.json')] as const;
  const time = { wall: Date.UTC(2026, 0, 1), uptime: 5000 };
  const clock = { now: () => new Date(time.wall), uptimeSeconds: () => time.uptime };
  let throttle = createThrottle(files, clock);
  let early = 0;
  for (let guess = 0; guess < guesses; guess += 1) {
    throttle.countTry('a0000000-0000-7000-8000-000000000001');
    const due = WAITS[Math.min(guess, WAITS.length - 1)] ?? 0;
    for (let waited = 0; waited < due;) {
      time.wall += (random() < 0.5 ? -1 : 3) * DAY * below(random, 400);
      if (random() < 0.3) throttle = createThrottle(files, clock);
      if (throttle.waitSeconds() < due - waited) early += 1;
      const step = Math.min(due - waited, 1 + below(random, due));
      time.uptime += step;
      waited += step;
    }
  }
  removeFolder(folder);
  return early;
}
