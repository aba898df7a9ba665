// The recovery key 恢复钥匙 as people read, print and type it: Crockford's base32 in eight groups, the last with a check symbol.

import { AppError } from '../errors';

export const RECOVERY_BYTES = 20;
export const RECOVERY_GROUPS = 8;

/**
 * Whether these bytes may become a key: Crockford's check symbol counts modulo 37, and the five symbols beyond the alphabet (* ~ $ = U)
 * are hard to read out on the phone. Drawing again when one comes up costs a fifth of a bit of 160.
 */
export function isPrintable(bytes: Uint8Array): boolean {
  return checkValue(symbolValues(bytes)) < ALPHABET.length;
}

/** Seven groups of four and one of five. */
export function formatRecoveryKey(bytes: Uint8Array): string[] {
  const values = symbolValues(bytes);
  const text = [...values, checkValue(values)].map((value) => ALPHABET[value] ?? '').join('');
  return Array.from({ length: RECOVERY_GROUPS }, (_, group) =>
    text.slice(group * GROUP_LENGTH, group === LAST ? undefined : (group + 1) * GROUP_LENGTH),
  );
}

/** The key typed in any case, width and grouping, O for 0 and I or L for 1; refuses a slip and says in which group when that can be known. */
export function parseRecoveryKey(typed: string): Uint8Array {
  const text = foldGroup(typed);
  const group = wrongGroup(typed);
  if (group !== null || text.length !== SYMBOLS + 1) throw new AppError('keys.mistyped-recovery-key', { group });
  const values = [...text].map((symbol) => ALPHABET.indexOf(symbol));
  const check = values.pop();
  if (checkValue(values) !== check) throw new AppError('keys.mistyped-recovery-key', { group: null });
  return bytesOf(values);
}

/** One or more groups in the form they are compared in. */
export function foldGroup(typed: string): string {
  const plain = typed.normalize('NFKC').toUpperCase();
  return plain.replace(SEPARATORS, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP_LENGTH = 4;
const SYMBOLS = 32;
const LAST = RECOVERY_GROUPS - 1;
const SEPARATORS = /[\s\p{Pd}.,·、，。_]+/gu;

// Five bits a symbol, most significant first.
function symbolValues(bytes: Uint8Array): number[] {
  if (bytes.length !== RECOVERY_BYTES) throw new Error('a recovery key is 20 bytes');
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: SYMBOLS }, (_, index) => Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2));
}

function bytesOf(values: readonly number[]): Uint8Array {
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Uint8Array.from({ length: RECOVERY_BYTES }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2));
}

function checkValue(values: readonly number[]): number {
  return values.reduce((rest, value) => (rest * 32 + value) % 37, 0);
}

// Only when the eight groups were typed apart; 1-based.
function wrongGroup(typed: string): number | null {
  const groups = typed
    .normalize('NFKC')
    .split(SEPARATORS)
    .filter((group) => group !== '');
  if (groups.length !== RECOVERY_GROUPS) return null;
  const wrong = groups.findIndex((group, index) => !isGroup(foldGroup(group), index === LAST ? GROUP_LENGTH + 1 : GROUP_LENGTH));
  return wrong === -1 ? null : wrong + 1;
}

function isGroup(group: string, length: number): boolean {
  return group.length === length && [...group].every((symbol) => ALPHABET.includes(symbol));
}
