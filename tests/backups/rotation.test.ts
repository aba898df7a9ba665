// Which backups stay, over two simulated years.

import { describe, expect, test } from 'vitest';
import { expired, type Rotated } from '../../electron/backups/rotation';

let sequence = 0;
function made(at: Date, kind: Rotated['kind'] = 'daily'): Rotated {
  sequence += 1;
  return { uid: `backup-${sequence}`, at: at.toISOString(), sequence, kind };
}

function after(backups: readonly Rotated[], now: Date): Rotated[] {
  const gone = new Set(expired(backups, now));
  return backups.filter((backup) => !gone.has(backup));
}

const at = (year: number, month: number, day: number, hour = 21) => new Date(year, month - 1, day, hour);
const dayOf = ({ at: time }: Rotated) => new Date(time).toDateString();
const monthOf = ({ at: time }: Rotated) => time.slice(0, 7);

/** The shop is open on most days; now and then it closes for a week or two. */
function* openDays(years: number): Generator<Date> {
  for (let day = 0; day < years * 365; day += 1) {
    const date = at(2025, 1, 1 + day);
    if (date.getDay() === 1 || (day % 97 > 80 && day % 97 < 92)) continue;
    yield date;
  }
}

describe('two years of backups, four a day', () => {
  const states = [...twoYears()];

  test('every day of the last fortnight that had one still has its newest', () => {
    for (const { now, all, kept } of states) {
      const from = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 13);
      const recent = all.filter((one) => new Date(one.at) >= from);
      const newest = new Map(recent.map((one) => [dayOf(one), one.uid]));
      const uids = new Set(kept.map(({ uid }) => uid));
      expect([...newest.values()].filter((uid) => !uids.has(uid))).toEqual([]);
    }
  });

  test('every month of the last twelve that had one still has one', () => {
    for (const { now, all, kept } of states) {
      const from = new Date(Date.UTC(now.getFullYear(), now.getMonth() - 11, 1)).toISOString().slice(0, 7);
      const had = new Set(all.map(monthOf).filter((month) => month >= from));
      expect([...had].filter((month) => !kept.some((one) => monthOf(one) === month))).toEqual([]);
    }
  });

  test('there are never more than the plan allows', () => {
    expect(Math.max(...states.map(({ kept }) => kept.length))).toBeLessThanOrEqual(3 + 13 + 11 + 1);
  });

  test('the three newest of today stay, and the newest of all', () => {
    for (const { now, all, kept } of states) {
      const uids = kept.map(({ uid }) => uid);
      const today = all.filter((one) => dayOf(one) === now.toDateString());
      for (const { uid } of [...today.slice(-3), ...all.slice(-1)]) expect(uids).toContain(uid);
    }
  });
});

function* twoYears() {
  let kept: Rotated[] = [];
  const all: Rotated[] = [];
  for (const day of openDays(2)) {
    for (const hour of [10, 15, 19, 21]) {
      const now = new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour);
      const backup = made(now);
      all.push(backup);
      kept = after([...kept, backup], now);
    }
    if (all.length % 5 === 0) yield { now: day, all: [...all], kept };
  }
}

describe('what is kept besides', () => {
  test('the way back from a restore, for a year', () => {
    const back = made(at(2025, 3, 10), 'before-restore');
    const later = made(at(2025, 3, 10, 22));
    const newest = made(at(2026, 3, 1));
    expect(after([back, later, newest], at(2026, 3, 9))).toContain(back);
    expect(after([back, later, newest], at(2026, 3, 11))).not.toContain(back);
  });

  test('the newest, however old it is', () => {
    const only = made(at(2020, 1, 1));
    expect(after([only], at(2026, 1, 1))).toEqual([only]);
  });

  test('the newest by number when the clock was set back', () => {
    const ahead = made(at(2030, 1, 1));
    const now = made(at(2026, 1, 1));
    expect(after([ahead, now], at(2026, 1, 1))).toEqual([ahead, now]);
    const old = made(at(2020, 1, 1));
    expect(after([ahead, now, old], at(2026, 1, 1))).toContain(old);
  });

  test('the oldest go first', () => {
    const days = [1, 2, 3, 4, 5].map((hour) => made(at(2026, 1, 1, hour)));
    expect(expired(days, at(2026, 1, 1, 6)).map(({ uid }) => uid)).toEqual([days[0]?.uid, days[1]?.uid]);
  });
});
