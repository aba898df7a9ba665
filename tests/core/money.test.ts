// What the value types promise about amounts of money.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, formatMoney, moneyFromNumber, parseMoney } from '../../shared/core/money';

describe('an amount of money', () => {
  it.each([
    ['1280', 128000],
    ['¥1,280.00', 128000],
    ['￥88', 8800],
    ['NT$1,200', 120000],
    ['HK$50.5', 5050],
    ['USD 12.30', 1230],
    ['３００元', 30000],
    ['-128', -12800],
    ['¥-128', -12800],
    ['(50.00)', -5000],
    ['0', 0],
    ['-0', 0],
    ['1.15', 115],
    ['.5', 50],
    ['1.234,50 €', 123450],
    ['3000.500', 300050],
  ])('is read from %j', (typed, expected) => {
    expect(parseMoney(typed)).toEqual({ ok: true, cents: expected });
  });

  it.each(['免费', '1.28万', '12,80', '1,2800', '12 or 13', '1e5', '1.2345', '--5', '$', 'NaN'])('is never guessed from %j', (typed) => {
    expect(parseMoney(typed)).toMatchObject({ ok: false });
  });

  it('beyond a trillion is refused, not rounded', () => {
    expect(parseMoney('99999999999999')).toEqual({ ok: false, problem: 'too-large' });
    expect(moneyFromNumber(Number.NaN)).toEqual({ ok: false, problem: 'not-an-amount' });
  });

  it('from a number cell is rounded to the hundredth it stands for', () => {
    expect([66.5, 1.005, 0.1 + 0.2, -12.345].map((value) => moneyFromNumber(value))).toEqual(
      [6650, 101, 30, -1235].map((value) => ({ ok: true, cents: value })),
    );
  });

  it('is read back from what is shown', () => {
    expect(formatMoney(cents(128000))).toBe('¥1,280.00');
    expect(formatMoney(cents(-5), 'USD')).toBe('-$0.05');
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        expect(parseMoney(formatMoney(cents(amount)))).toEqual({ ok: true, cents: amount });
      }),
    );
  });
});
