// The recovery key as people copy it by hand.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldGroup, formatRecoveryKey, isPrintable, parseRecoveryKey } from '../../shared/book/recovery-key';
import { AppError } from '../../shared/errors';

const keys = fc.uint8Array({ minLength: 20, maxLength: 20 }).filter(isPrintable);
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function groupOf(typed: string): number | null | 'accepted' {
  try {
    parseRecoveryKey(typed);
    return 'accepted';
  } catch (error) {
    if (error instanceof AppError && 'group' in error.details) return error.details.group;
    throw error;
  }
}

test('every key can be read back', () => {
  fc.assert(
    fc.property(keys, (bytes) => {
      const groups = formatRecoveryKey(bytes);
      expect(groups.map((group) => group.length)).toEqual([4, 4, 4, 4, 4, 4, 4, 5]);
      expect(parseRecoveryKey(groups.join(' '))).toEqual(bytes);
    }),
  );
});

test('is written in letters and digits that cannot be mistaken for each other', () => {
  fc.assert(
    fc.property(keys, (bytes) => {
      expect(formatRecoveryKey(bytes).join('')).toMatch(/^[0-9A-HJKMNP-TV-Z]{33}$/);
    }),
  );
});

test.each([
  ['lower case', (text: string) => text.toLowerCase()],
  ['full width', (text: string) => text.replace(/[0-9A-Z]/g, (symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0))],
  ['dashes', (text: string) => text.replaceAll(' ', '－')],
  ['lines', (text: string) => text.replaceAll(' ', '\r\n')],
  ['nothing between', (text: string) => text.replaceAll(' ', '')],
  ['O for 0, I and L for 1', (text: string) => text.replaceAll('0', 'O').replace('1', 'I').replaceAll('1', 'l')],
])('can be typed with %s', (_how, change) => {
  fc.assert(
    fc.property(keys, (bytes) => {
      expect(parseRecoveryKey(change(formatRecoveryKey(bytes).join(' ')))).toEqual(bytes);
    }),
  );
});

describe('a slip is noticed', () => {
  test('one wrong symbol, wherever it is', () => {
    fc.assert(
      fc.property(keys, fc.nat(32), fc.nat(30), (bytes, at, other) => {
        const text = formatRecoveryKey(bytes).join('');
        const rest = ALPHABET.replace(text[at] ?? '', '');
        expect(groupOf(text.slice(0, at) + rest[other] + text.slice(at + 1))).toBe(null);
      }),
    );
  });

  test('two neighbours exchanged', () => {
    fc.assert(
      fc.property(keys, fc.nat(31), (bytes, at) => {
        const text = formatRecoveryKey(bytes).join('');
        fc.pre(text[at] !== text[at + 1]);
        expect(groupOf(text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2))).toBe(null);
      }),
    );
  });

  test.each([1, 3, 8])('a symbol too few, too many or impossible in group %i, and the group is named', (number) => {
    const groups = formatRecoveryKey(new Uint8Array(20).fill(7));
    for (const slip of [(group: string) => group.slice(1), (group: string) => `${group}7`, (group: string) => `U${group.slice(1)}`]) {
      expect(groupOf(groups.map((group, index) => (index === number - 1 ? slip(group) : group)).join(' '))).toBe(number);
    }
  });

  test.each(['', ' ', '密码', 'A'.repeat(100_000), '0'.repeat(33).replace(/0$/, '1'), '𠮷👩‍👧'])(
    'something else altogether: %.20s',
    (typed) => {
      expect(groupOf(typed)).toBe(null);
    },
  );
});

test('a group is compared however it was typed', () => {
  expect(foldGroup(' 7kq-m ')).toBe('7KQM');
  expect(foldGroup('oil1')).toBe('0111');
});
