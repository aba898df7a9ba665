// docs/capabilities.md stays true: what it names exists, and nothing was forgotten.

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FAMILIES: Readonly<Record<string, number>> = {
  CAP: 21,
  VAL: 11,
  DUP: 5,
  REV: 8,
  STO: 10,
  SEC: 11,
  AUD: 4,
  CON: 11,
  DEL: 6,
  BAK: 7,
  INT: 6,
  FUP: 10,
  SEG: 6,
  ANA: 11,
  CHU: 3,
  SAT: 2,
  ORG: 8,
};

const rows = readFileSync('docs/capabilities.md', 'utf8')
  .split('\n')
  .filter((line) => /^\|\s+[A-Z]\d+\s+\|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', capability = '', answers = '', where = '', tests = '', state = '']) => ({
    id,
    capability,
    answers,
    where,
    tests,
    state,
  }));

test('every capability has one row with a state', () => {
  expect(rows).toHaveLength(53);
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  for (const row of rows) expect([row.id, /^(done|partly|later)(: .+)?$/.test(row.state)]).toEqual([row.id, true]);
});

test('what is done or partly done names where it is and the tests that prove it', () => {
  for (const row of rows.filter(({ state }) => !state.startsWith('later')))
    expect([row.id, row.tests.includes('`'), row.where.length > 1]).toEqual([row.id, true, true]);
});

test('every test it names exists', () => {
  const named = rows.flatMap((row) => [...row.tests.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
  const missing = [...new Set(named)].filter((name) => !['ts', 'tsx'].some((end) => existsSync(`tests/${name}.test.${end}`)));
  expect(missing).toEqual([]);
});

test('all 140 requirements are answered by some row', () => {
  const answered = new Set(rows.flatMap((row) => row.answers.split(', ')));
  const all = Object.entries(FAMILIES).flatMap(([family, count]) =>
    Array.from({ length: count }, (_, i) => `${family}-${String(i + 1).padStart(2, '0')}`),
  );
  expect(all).toHaveLength(140);
  expect(all.filter((id) => !answered.has(id))).toEqual([]);
});
