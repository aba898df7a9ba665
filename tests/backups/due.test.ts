// When the daily backup is due, and when the lack of one is worth a word.

import { describe, expect, test } from 'vitest';
import { isDailyDue, isOverdue, nextDaily, type Known } from '../../electron/backups/schedule';

describe('the daily one', () => {
  const known: Known = { dailyAt: '21:00', dailyOn: null, since: new Date(2026, 2, 14, 9).toISOString(), changed: true };
  const at = (hour: number, minute = 0, day = 14) => new Date(2026, 2, day, hour, minute);
  test.each<[string, Date, Partial<Known>, boolean]>([
    ['not before its time', at(20, 59), {}, false],
    ['at its time', at(21), {}, true],
    ['not without changes', at(21), { changed: false }, false],
    ['not twice on a day', at(22), { dailyOn: '2026-03-14' as never }, false],
    ['not twice on a day whose evening comes again, as the clock was set back', at(21, 30), { dailyOn: '2026-03-14' as never }, false],
    ['made up for in the morning when the last is older than a day', at(9, 1, 15), {}, true],
    ['not made up for in the morning when the last is from the evening', at(9, 0, 15), { since: at(21).toISOString() }, false],
    [
      'still made after a clock that had been years ahead',
      at(21),
      { since: '2030-01-01T00:00:00.000Z', dailyOn: '2030-01-01' as never },
      true,
    ],
  ])('is %s', (_rule, now, more, due) => {
    expect(isDailyDue(now, { ...known, ...more })).toBe(due);
  });

  test('comes next today, or tomorrow when today’s is made', () => {
    expect(nextDaily(at(10), known)).toBe(at(21).toISOString());
    expect(nextDaily(at(21, 1), known)).toBe(at(21, 0, 15).toISOString());
    expect(nextDaily(at(10), { ...known, dailyOn: '2026-03-14' as never })).toBe(at(21, 0, 15).toISOString());
  });

  test('is overdue after three days', () => {
    expect(isOverdue(at(9, 0, 17), known.since)).toBe(false);
    expect(isOverdue(at(9, 1, 17), known.since)).toBe(true);
  });
});
