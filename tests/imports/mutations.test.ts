// Damaged lists of every kind: each is read or refused by name, quickly, and nothing else ever happens.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkList } from '../../electron/imports/checking/check';
import { findLayout } from '../../electron/imports/checking/layout';
import { readTable } from '../../electron/imports/reading/read';
import { IsoDate } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { seeded } from '../bench/people';
import { FIXTURES } from './lists';

const ROUNDS = Number(process.env['SHUKE_MUTATIONS'] ?? 60);
const SOURCES = readdirSync(FIXTURES)
  .sort()
  .filter((name) => /\.(xlsx|csv)$/.test(name) && !name.includes('bomb'))
  .map((name) => readFileSync(join(FIXTURES, name)))
  .filter((bytes) => bytes.length > 0);

/** Some stay whole, so that reading is seen as well as refusing. */
function mutated(random: () => number): Uint8Array {
  const source = SOURCES[Math.floor(random() * SOURCES.length)] ?? Buffer.alloc(1);
  const bytes = new Uint8Array(source);
  for (let flips = Math.floor(random() * 12); flips > 0; flips -= 1)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return random() < 0.3 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
}

/** What became of it: the name of a refusal, or that it was read. */
function outcomeOf(bytes: Uint8Array): string {
  try {
    const table = readTable(bytes, { encoding: null, large: false });
    const layout = findLayout(table, null);
    const fields = layout.columns.map(({ index, field }) => ({ column: index, field }));
    const titles = layout.columns.map(({ title }) => title);
    const plan = {
      kind: layout.kind,
      headerRow: layout.headerRow,
      titles,
      fields,
      fixes: [],
      skipRows: [],
      region: 'CN',
      today: IsoDate.parse('2026-11-20'),
      epoch: table.epoch,
    } as const;
    checkList(layout.sheet, plan);
    return 'read';
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('file.')) return error.code;
    throw error;
  }
}

test(`${ROUNDS} damaged lists are read or refused by name, each within ten seconds`, () => {
  const random = seeded(7);
  const outcomes = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    const outcome = outcomeOf(mutated(random));
    expect(performance.now() - started).toBeLessThan(10_000);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['read', 'file.damaged']));
});
