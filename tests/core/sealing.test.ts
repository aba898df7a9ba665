import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSealer } from '../../electron/core/sealing';

const VALUE = { kind: 'allergy', text: '对苯二胺（PPD）过敏', detail: null };

test('opens what it sealed, and never seals alike twice', () => {
  const sealer = createSealer(randomBytes(32), 'health');
  const [one, two] = [sealer.seal(VALUE), sealer.seal(VALUE)];
  expect(sealer.open(one)).toEqual(VALUE);
  expect(one).toMatch(/^h1\.[\w-]+$/);
  expect(two).not.toBe(one);
});

test('refuses another key, another purpose, a changed byte and what is no seal', () => {
  const key = randomBytes(32);
  const sealed = createSealer(key, 'health').seal(VALUE);
  const refusal = expect.objectContaining({ code: 'book.damaged', details: { found: 'sealed text', aside: null } });
  const opening =
    (text: string, sealer = createSealer(key, 'health')) =>
    () =>
      sealer.open(text);
  expect(opening(sealed, createSealer(randomBytes(32), 'health'))).toThrow(refusal);
  expect(opening(sealed, createSealer(key, 'photos'))).toThrow(refusal);
  const middle = Math.floor(sealed.length / 2);
  expect(opening(sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1))).toThrow(refusal);
  for (const text of ['', 'h1.', 'h1.AAAA', sealed.slice(3), 'h2.' + sealed.slice(3)]) expect(opening(text)).toThrow(refusal);
});

test('is of no use once its key has been wiped', () => {
  const key = randomBytes(32);
  const sealer = createSealer(key, 'health');
  const sealed = sealer.seal(VALUE);
  key.fill(0);
  expect(() => sealer.open(sealed)).toThrow(expect.objectContaining({ code: 'session.locked' }));
  expect(() => sealer.seal(VALUE)).toThrow(expect.objectContaining({ code: 'session.locked' }));
});

test('opens 20,000 texts well below a second', () => {
  const sealer = createSealer(randomBytes(32), 'health');
  const sealed = Array.from({ length: 20_000 }, () => sealer.seal(VALUE));
  const started = performance.now();
  for (const text of sealed) sealer.open(text);
  const ms = performance.now() - started;
  expect(ms).toBeLessThan(1000);
});
