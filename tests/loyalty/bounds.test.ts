// How the shop's thresholds cut the grid, and which cells are framed as loyal.

import { describe, expect, it } from 'vitest';
import { columnsOf, loyalFrame, shadeOf } from '../../renderer/loyalty/bounds';
import { cents } from '../../shared/core/money';
import type { LoyaltyRules } from '../../shared/loyalty/contract';

function rules(wishes: Partial<LoyaltyRules> = {}): LoyaltyRules {
  const usual = { loyalWithinDays: 60, loyalVisits: 7, loyalSpentCents: cents(0) };
  return { recencyDays: [30, 60, 90, 180], visits: [2, 4, 7, 12], ...usual, ...wishes };
}

describe('columns', () => {
  it('begin at one visit and end open', () => {
    expect(columnsOf(rules())).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 3 },
      { from: 4, to: 6 },
      { from: 7, to: 11 },
      { from: 12, to: null },
    ]);
  });
});

describe('the frame', () => {
  it('holds only cells in which everybody is loyal', () => {
    expect(loyalFrame(rules())).toEqual({ rows: 2, firstColumn: 3 });
    expect(loyalFrame(rules({ loyalWithinDays: 59 }))).toEqual({ rows: 1, firstColumn: 3 });
    expect(loyalFrame(rules({ loyalVisits: 8 }))).toEqual({ rows: 2, firstColumn: 4 });
  });

  it('is not drawn where no cell is loyal as a whole', () => {
    expect(loyalFrame(rules({ loyalWithinDays: 10 }))).toBeNull();
    expect(loyalFrame(rules({ loyalVisits: 13 }))).toBeNull();
  });
});

describe('shades', () => {
  it('grow with the number, and an empty grid stays light', () => {
    expect([0, 10, 20, 35, 50, 100].map((count) => shadeOf(count, 100))).toEqual([0, 0, 1, 2, 3, 4]);
    expect(shadeOf(0, 0)).toBe(0);
  });
});
