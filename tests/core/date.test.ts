// What the value types promise about calendar days.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, isIsoDate, IsoDate, isIsoInstant, todayAt, weekdayOf } from '../../shared/core/date';

const day = (text: string): IsoDate => IsoDate.parse(text);

describe('a calendar day', () => {
  it('exists: no 30 February, no 29 February in a common year, nothing before 1900 or after 2199', () => {
    const real = ['2000-02-29', '1900-01-01', '2199-12-31'];
    const unreal = [
      '2026-02-30',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '1899-12-31',
      '2200-01-01',
      '2026-1-1',
      ' 2026-01-01',
      '2026-01-01T00:00:00Z',
    ];
    expect(real.filter(isIsoDate)).toEqual(real);
    expect(unreal.filter(isIsoDate)).toEqual([]);
  });

  it('counts over months, leap days and the summer time of old Shanghai', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(day('1986-05-04'), -1)).toBe('1986-05-03');
    expect(daysBetween(day('2025-12-31'), day('2026-03-01'))).toBe(60);
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15');
  });

  it('knows its weekday, Monday first', () => {
    expect(weekdayOf(day('2026-03-14'))).toBe(6);
    expect(weekdayOf(day('2026-03-15'))).toBe(7);
  });

  it('depends on where the shop stands', () => {
    const instant = new Date('2026-03-13T16:30:00.000Z');
    expect(todayAt(instant, 'Asia/Shanghai')).toBe('2026-03-14');
    expect(todayAt(instant, 'America/New_York')).toBe('2026-03-13');
  });
});

describe('an instant', () => {
  const writtenByDate = (text: string): boolean => {
    const time = Date.parse(text);
    return Number.isFinite(time) && new Date(time).toISOString() === text;
  };

  it('is what a date writes of itself, and nothing else', () => {
    const figures = (most: number, wide = 2) => fc.integer({ min: 0, max: most }).map((figure) => String(figure).padStart(wide, '0'));
    const typed = fc
      .tuple(figures(9999, 4), figures(14), figures(33), figures(26), figures(62), figures(62), figures(999, 3))
      .map(([year, month, day, hour, minute, second, thousandth]) => `${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandth}Z`);
    fc.assert(
      fc.property(typed, (text) => isIsoInstant(text) === writtenByDate(text)),
      { numRuns: 2000 },
    );
    const written = fc.date({ min: new Date('0000-01-01T00:00:00.000Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(fc.property(written, (date) => isIsoInstant(date.toISOString())));
    for (const text of [
      '2026-03-14',
      '2026-03-14T01:02:03Z',
      '2026-03-14T01:02:03.004+08:00',
      ' 2026-03-14T01:02:03.004Z',
      '2026-03-14T24:00:00.000Z',
      '',
    ])
      expect(isIsoInstant(text)).toBe(false);
  });
});
