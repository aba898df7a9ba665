// What makes a password good enough: the rule that is enforced, and the estimate behind the meter.

import { fold, graphemeLength, isBroken } from '../core/text';
import { AppError, refuse } from '../errors';

export const LEAST_PASSWORD_LENGTH = 8;

/** Of a password that nothing but its length protects: whoever has the file can guess for years. */
const LEAST_BACKUP_PASSWORD_LENGTH = 12;

/** 0 none · 1 refused or nearly · 2 weak · 3 enough · 4 strong */
export type PasswordStrength = 0 | 1 | 2 | 3 | 4;

/** The form a password is measured and derived in: 全角 and 半角, composed and decomposed are the same password. */
export function foldPassword(password: string): string {
  return password.normalize('NFKC');
}

/** Refuses a password that is too short or that anybody would try first; `own` are the shop's and the person's names. */
export function checkPassword(password: string, own: readonly string[]): void {
  const folded = foldPassword(password);
  if (isBroken(folded) || graphemeLength(folded) < LEAST_PASSWORD_LENGTH)
    throw new AppError('keys.password-too-short', { least: LEAST_PASSWORD_LENGTH });
  if (isCommon(folded, own)) throw refuse('keys.password-too-common');
}

export function checkBackupPassword(password: string, own: readonly string[]): void {
  checkPassword(password, own);
  if (graphemeLength(foldPassword(password)) < LEAST_BACKUP_PASSWORD_LENGTH)
    throw new AppError('keys.password-too-short', { least: LEAST_BACKUP_PASSWORD_LENGTH });
}

/** For the meter only: length times variety, less what is guessed first. */
export function passwordStrength(password: string, own: readonly string[]): PasswordStrength {
  const folded = foldPassword(password);
  if (folded === '') return 0;
  if (graphemeLength(folded) < LEAST_PASSWORD_LENGTH || isCommon(folded, own)) return 1;
  const bits = bitsOf(folded);
  if (bits < 45) return 2;
  return bits < 80 ? 3 : 4;
}

const COMMON = (
  'password passw0rd p@ssw0rd p@ssword woaini woaini520 woaini1314 iloveyou admin administrator welcome letmein qwerty qwertyuiop ' +
  'asdfghjkl zxcvbnm qazwsxedc qazwsx 1qaz2wsx 1q2w3e4r q1w2e3r4 asdf abcd mima wodemima meirongyuan shuke dragon monkey sunshine ' +
  'princess football baseball superman wang zhang hello nihao laoban 我爱你 密码 我的密码 老板 熟客 美容院'
).split(' ');
const RUNS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiopasdfghjklzxcvbnm',
];
/** A common word stays common with this many digits and marks around it: password123!, 2024woaini. */
const TRIMMINGS = 8;

function isCommon(password: string, own: readonly string[]): boolean {
  const text = squeeze(password);
  const known = new Set([...COMMON, ...own.map(squeeze)]);
  const word = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (known.has(text) || (word !== '' && known.has(word) && text.length - word.length <= TRIMMINGS)) return true;
  return isRun(text.replace(/^\p{L}{1,3}(?=\d)/u, '')) || isRun(text) || isRepeated(text) || isDate(text);
}

function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '');
}

function isRun(text: string): boolean {
  return RUNS.some((run) => run.includes(text));
}

function isRepeated(text: string): boolean {
  return /^(.{1,4})\1+$/u.test(text);
}

function isDate(text: string): boolean {
  return /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(text);
}

function bitsOf(password: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/\d/, 10],
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[^\p{L}\d]/u, 24],
    [/\p{Script=Han}/u, 1000],
  ];
  const variety = kinds.reduce((sum, [kind, size]) => sum + (kind.test(password) ? size : 0), 0);
  const different = new Set(password).size;
  // Characters that come again add little: aabbccdd counts as four and a bit.
  const weight = different + (graphemeLength(password) - different) * 0.4;
  return weight * Math.log2(Math.max(2, variety));
}
