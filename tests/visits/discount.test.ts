// The ways a reduction is said at the desk.

import { describe, expect, it } from 'vitest';
import { applyDiscount } from '../../renderer/visits/discount';
import { cents } from '../../shared/core/money';

const FULL = cents(67_800);

describe('a discount', () => {
  it.each([
    ['', 67_800],
    ['9折', 61_020],
    ['８.５折', 57_630],
    ['85折', 57_630],
    ['10%', 61_020],
    ['-50', 62_800],
    ['−50', 62_800],
    ['减 50', 62_800],
    ['600', 60_000],
    ['¥600.5', 60_050],
    ['0', 0],
  ])('reads %o', (typed, amount) => {
    expect(applyDiscount(typed, FULL)).toEqual({ ok: true, amountCents: amount });
  });

  it.each(['九折', '120%', '-700', 'abc', '9 折 吧', '1e3'])('refuses %o instead of guessing', (typed) => {
    expect(applyDiscount(typed, FULL)).toEqual({ ok: false });
  });
});
