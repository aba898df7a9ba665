// Rhythm of visits, and how complete a profile is.

import { describe, expect, test } from 'vitest';
import { completenessOf, PROFILE_PARTS, type ProfilePart } from '../../shared/clients/completeness';
import { rhythmOf } from '../../shared/clients/rhythm';
import { addDays, type IsoDate } from '../../shared/core/date';

const START = '2026-01-01' as IsoDate;
const daysAt = (...offsets: readonly number[]) => offsets.map((offset) => addDays(START, offset));

describe('a rhythm', () => {
  test('needs three different days', () => {
    expect(rhythmOf([])).toBeNull();
    expect(rhythmOf(daysAt(0, 28))).toBeNull();
    expect(rhythmOf(daysAt(0, 28, 28, 28))).toBeNull();
  });

  test('is the median gap, so that one long holiday does not change it', () => {
    expect(rhythmOf(daysAt(0, 28, 56, 200, 228))).toEqual({ days: 28, expectedOn: addDays(START, 256) });
  });

  test('is the middle of the two middle gaps when their number is even', () => {
    expect(rhythmOf(daysAt(0, 20, 50))?.days).toBe(25);
  });

  test('looks at the last twelve gaps only', () => {
    const slow = [0, 100, 200, 300];
    const quick = Array.from({ length: 12 }, (_, i) => 310 + i * 10);
    expect(rhythmOf(daysAt(...slow, ...quick))?.days).toBe(10);
  });

  test('is at least one day, and leads over the turn of the year and 29 February', () => {
    expect(rhythmOf(daysAt(0, 1, 2))?.days).toBe(1);
    expect(rhythmOf(['2027-12-31', '2028-01-30', '2028-02-29'] as IsoDate[])).toEqual({ days: 30, expectedOn: '2028-03-30' });
  });
});

describe('completeness', () => {
  const parts = Object.keys(PROFILE_PARTS) as ProfilePart[];
  const having = (...present: readonly ProfilePart[]) =>
    completenessOf(Object.fromEntries(parts.map((part) => [part, present.includes(part)])) as Record<ProfilePart, boolean>);

  test('is 0 without anything, 100 with everything', () => {
    expect([having().percent, having(...parts)]).toEqual([0, { percent: 100, missing: [] }]);
  });

  test('the weights add up to a hundred, so that a percent is a percent', () => {
    expect(Object.values(PROFILE_PARTS).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  test('names what is missing, the heaviest first', () => {
    const weights = having().missing.map((part) => PROFILE_PARTS[part]);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(having('phone', 'alerts').missing[0]).toBe('preferences');
  });
});
