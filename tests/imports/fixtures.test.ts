// The lists that ship with the tests are what their generator makes: nobody has mended one by hand.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readTable } from '../../electron/imports/reading/read';
import { IsoDate } from '../../shared/core/date';
import { CLIENT_LIST, VISIT_LIST } from '../support/salon-list';
import { writeSalon } from '../support/write-lists';
import { FIXTURES } from './lists';

const ASOF = IsoDate.parse('2026-11-20');

test('the salon’s lists are made again cell by cell', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-lists-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await writeSalon(folder, ASOF);
  for (const name of [CLIENT_LIST, VISIT_LIST]) expect(cellsOf(join(folder, name))).toEqual(cellsOf(join(FIXTURES, name)));
});

test('the clients’ list is long and messy enough to be worth its name', () => {
  const truth = JSON.parse(readFileSync(join(FIXTURES, `${CLIENT_LIST}.truth.json`), 'utf8')) as { rows: number; warnings: unknown[] };
  expect(truth.rows).toBeGreaterThanOrEqual(300);
  expect(truth.warnings.length).toBeGreaterThan(15);
});

test('every list has its truth beside it', () => {
  const names = readdirSync(FIXTURES);
  const lists = names.filter((name) => /\.(csv|xlsx|xls)$/.test(name));
  expect(lists.length).toBeGreaterThan(10);
  expect(names.filter((name) => name.endsWith('.truth.json')).toSorted()).toEqual(lists.map((name) => `${name}.truth.json`).toSorted());
});

function cellsOf(file: string): unknown {
  return readTable(readFileSync(file), { encoding: null, large: false });
}
