// Masking: an answer leaves the main process without what the session may not see.

import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { masked, type Sights } from '../../electron/core/masking';
import { contract } from '../../shared/contract';
import { amount, contactText, maskPhone, maskPhonesIn, phoneNumber, phoneText } from '../../shared/core/marks';

const Row = z.object({ name: z.string(), phone: phoneText(), e164: phoneNumber(), wechat: contactText(), spent: amount() });
const ROW = { name: '张素芬', phone: '138 0013 8064', e164: '+8613800138064', wechat: 'zsf1980', spent: 128000 };
const FULL: Sights = { contact: 'full', money: 'full' };

describe('a marked value', () => {
  test('stays for who may see it: the very same object', () => {
    expect(masked(Row, ROW, FULL)).toBe(ROW);
  });

  test('keeps the last four digits of a phone and nothing of other contact data', () => {
    expect(masked(Row, ROW, { contact: 'masked', money: 'full' })).toEqual({
      ...ROW,
      phone: '138 **** 8064',
      e164: null,
      wechat: '****',
    });
  });

  test('is gone altogether below that', () => {
    expect(masked(Row, ROW, { contact: 'none', money: 'none' })).toEqual({
      name: '张素芬',
      phone: null,
      e164: null,
      wechat: null,
      spent: null,
    });
  });

  test('amounts are gone already when masked', () => {
    expect(masked(Row, ROW, { contact: 'full', money: 'masked' })).toEqual({ ...ROW, spent: null });
  });

  test('what is not there stays not there', () => {
    const empty = { ...ROW, phone: null, wechat: null };
    expect(masked(Row, empty, { contact: 'masked', money: 'full' })).toMatchObject({ phone: null, wechat: null });
  });
});

describe('wherever it is', () => {
  const deep = z.object({
    items: z.array(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('visit'), visit: z.object({ paid: amount() }) }),
        z.object({ type: z.literal('note') }),
      ]),
    ),
    best: Row.nullable(),
  });

  test('in lists, in unions, in what may be null', () => {
    const value = { items: [{ type: 'visit', visit: { paid: 100 } }, { type: 'note' }], best: ROW };
    expect(masked(deep, value, { contact: 'none', money: 'none' })).toEqual({
      items: [{ type: 'visit', visit: { paid: null } }, { type: 'note' }],
      best: { name: '张素芬', phone: null, e164: null, wechat: null, spent: null },
    });
    expect(masked(deep, { items: [], best: null }, { contact: 'none', money: 'none' })).toEqual({ items: [], best: null });
  });

  test('in a note somebody typed: a phone in it is masked, a number that is none is not', () => {
    const note = z.object({ text: z.string() });
    const text = '打妹妹13900139111，或 +852 9123 4567；编号20260314001，第2次';
    expect(masked(note, { text }, { contact: 'masked', money: 'full' })).toEqual({
      text: '打妹妹139 **** 9111，或 **** 4567；编号20260314001，第2次',
    });
  });

  test('every operation of the contract can be masked', () => {
    for (const [feature, verbs] of Object.entries(contract))
      for (const [verb, { output }] of Object.entries(verbs)) {
        const attempt = () => masked(output, null, { contact: 'none', money: 'none' });
        // Only that a masker can be made is meant here: null is no answer of most of them.
        expect([`${feature}.${verb}`, reasonOf(attempt)]).toEqual([`${feature}.${verb}`, expect.not.stringContaining('union')]);
      }
  });
});

describe('a phone', () => {
  test.each([
    ['138 0013 8064', '138 **** 8064'],
    ['+852 9123 4567', '**** 4567'],
    ['021-6321 4567', '021 **** 4567'],
    ['8064', '****'],
    ['不知道', '****'],
  ])('%s is shown as %s', (shown, hidden) => {
    expect(maskPhone(shown)).toBe(hidden);
  });

  test('inside an identity of the book is none', () => {
    const uid = '019c0d2e-7a11-7c3b-9f21-138001380640';
    expect(maskPhonesIn(uid)).toBe(uid);
  });
});

function reasonOf(attempt: () => unknown): string {
  try {
    attempt();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
