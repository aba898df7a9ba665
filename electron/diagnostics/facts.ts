// The only ways by which a value gets into the bundle: numbers, yes and no, and words of a known shape or a known list. What does not fit becomes "other".

import { contract } from '../../shared/contract';

export type Fact = readonly [name: string, value: string | number | boolean];

const OTHER = 'other';
const UNKNOWN = 'unknown';

/** One of a few words that stand in our own code. */
export function oneOf(words: readonly string[], value: string | null | undefined): string {
  if (value === null || value === undefined) return 'none';
  return words.includes(value) ? value : OTHER;
}

/** '45.4.1'; of '6.1.0-25-somebody' the figures alone. */
export function version(value: string | undefined): string {
  return /^v?(\d{1,6}(?:\.\d{1,6}){0,3})/.exec(value ?? '')?.[1] ?? UNKNOWN;
}

export function instant(value: string | null): string {
  if (value === null) return 'never';
  const time = Date.parse(value);
  return Number.isNaN(time) ? UNKNOWN : new Date(time).toISOString();
}

/** A code of shared/errors.ts: feature.what-happened. Codes are written in our source, never made of anything that was typed. */
export function errorCode(value: string): string {
  return value === 'unexpected' || ERROR_CODE.test(value) ? value : OTHER;
}

export function textOf(facts: readonly Fact[]): string {
  return facts.map(([name, value]) => `${name}: ${String(value)}\n`).join('');
}

/** Each feature of the contract, and what errors name besides. */
const FEATURES = [
  ...Object.keys(contract).map((feature) => feature.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
  ...['accounts', 'backup', 'bridge', 'drill', 'file', 'files', 'keys', 'record', 'session', 'tiers'],
];
const ERROR_CODE = new RegExp(`^(?:${FEATURES.join('|')})\\.[a-z]+(?:-[a-z]+){0,5}$`);
