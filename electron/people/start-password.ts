// A start password: read aloud once, typed once, worth nothing afterwards.

import { randomInt } from 'node:crypto';

/** Without signs that are mistaken for each other when read aloud or from paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve signs in three groups: 59 bits. */
export function makeStartPassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
  return [group(), group(), group()].join('-');
}
