// Which passwords are refused, and what the meter says.

import { describe, expect, test } from 'vitest';
import { checkPassword, passwordStrength } from '../../shared/book/password';

const OWN = ['棠舍', '苏敏'];

describe('refused', () => {
  test.each(['', 'short', '七个汉字不够长', '👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧👩‍👧', 'abc\ud800defghij'])('as too short or broken: %s', (password) => {
    expect(() => checkPassword(password, OWN)).toThrow('keys.password-too-short');
  });

  test.each([
    '12345678',
    '87654321',
    '1234567890',
    '11111111',
    '88888888',
    '12121212',
    'abcabcabc',
    'abcdefgh',
    'qwertyuiop',
    'asdfghjkl',
    'password',
    'Password1',
    'PASSWORD!!',
    'woaini1314',
    'woaini520',
    '1314woaini',
    'a12345678',
    'abc12345678',
    '19900503',
    '20261122',
    '棠舍12345678',
    '苏敏888888',
    '１２３４５６７８',
    '我的密码123456',
  ])('as what anybody would try first: %s', (password) => {
    expect(() => checkPassword(password, OWN)).toThrow('keys.password-too-common');
    expect(passwordStrength(password, OWN)).toBe(1);
  });
});

test.each(['shanchahua-9-yue', '桃花开在三月里呀', 'correct horse battery', 'k7$Tq2!m', '73810954', '山茶花开了九月'.concat('吗')])(
  'taken: %s',
  (password) => {
    expect(() => checkPassword(password, OWN)).not.toThrow();
  },
);

test.each([
  ['', 0],
  ['abc', 1],
  ['12345678', 1],
  ['73810954', 2],
  ['shanchahua-9-yue', 3],
  ['correct horse battery staple', 4],
  ['桃花开在三月里呀真好看', 4],
])('the meter for %s says %i', (password, strength) => {
  expect(passwordStrength(password, OWN)).toBe(strength);
});

test('a million characters are measured without delay', () => {
  const started = performance.now();
  passwordStrength('长'.repeat(1_000_000), OWN);
  expect(performance.now() - started).toBeLessThan(5000);
});
