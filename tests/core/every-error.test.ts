// Every error of the closed list is thrown somewhere, and proven: walked in the real app, provoked by a test of its service, or with a reason why nobody meets it.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NOT_MET, PROVEN, WALKED } from '../support/every-error';

const details = /export interface ErrorDetails \{(.*?)^\}/ms.exec(readFileSync('shared/errors.ts', 'utf8'))?.[1] ?? '';
const CODES = [...details.matchAll(/^ {2}'?([a-z][a-z.-]*)'?:/gm)].map(([, code = '']) => code);

/** The code as a whole: not as a part of a longer one. */
const names = (text: string, code: string) => new RegExp(`(?<![\\w.-])${code.replaceAll('.', '\\.')}(?![\\w.-])`).test(text);

function textOf(folder: string, ending: RegExp): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name));
  return files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
}

test('every code of the list is proven in one way, and no proof is of a code that is gone', () => {
  const proven = [...Object.keys(WALKED), ...Object.values(PROVEN).flat(), ...Object.keys(NOT_MET)];
  expect(CODES.length).toBeGreaterThan(100);
  expect(CODES.filter((code) => !proven.includes(code))).toEqual([]);
  expect(proven.filter((code) => !CODES.includes(code))).toEqual([]);
  expect(proven.filter((code, at) => proven.indexOf(code) !== at)).toEqual([]);
});

test('what is said to be walked stands in a walk through the real app that speaks both languages', () => {
  const walks = readdirSync('tests/e2e').map((name) => readFileSync(path.join('tests/e2e', name), 'utf8'));
  const both = walks.filter((text) => text.includes('LANGUAGES') && text.includes('expectSaid(')).join('\n');
  expect(Object.keys(WALKED).filter((code) => !names(both, code))).toEqual([]);
});

test('what is said to be proven by a test is named there', () => {
  const missing = Object.entries(PROVEN).flatMap(([file, codes]) => {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return codes.filter((code) => !names(text, code)).map((code) => `${code} in ${file}`);
  });
  expect(missing).toEqual([]);
});

test('what nobody meets is little, and each has its reason', () => {
  expect(Object.keys(NOT_MET).length).toBeLessThan(10);
  for (const reason of Object.values(NOT_MET)) expect(reason.length).toBeGreaterThan(40);
});

test('no sentence waits for an error that nothing throws', () => {
  const product = ['electron', 'renderer', 'shared'].map((folder) => textOf(folder, /(?<!\berrors|\bwording)\.tsx?$/)).join('\n');
  expect(CODES.filter((code) => !names(product, code))).toEqual([]);
});
