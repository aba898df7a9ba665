// Rows of an import go into the book many at a time: what is stored is the same as one by one, whatever their number.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { importFile, SAME_THREAD } from './lists';

let app: TestApp;
beforeEach(async () => {
  app = await anApp({ now: '2026-11-20T04:00:00.000Z', workers: SAME_THREAD });
});
afterEach(() => app.close());

const rows = <Row>(sql: string): Row[] => app.house.vault.database().prepare<[], Row>(sql).all();

function aList(lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'list.csv');
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** One, a few, a whole statement, a whole chunk, and each with something left over. */
test.each([1, 9, 32, 41, 64, 65, 107])('stores %i clients with what belongs to each, and each in the journal', async (count) => {
  const lines = Array.from({ length: count }, (_, at) => `客人${at},1390000${String(at).padStart(4, '0')},标签${at % 3}/常客,喜欢${at}`);
  const { records } = await importFile(app, aList(['姓名,手机,标签,备注', ...lines]));
  expect(records).toBe(count);
  const found = rows<{ name: string; e164: string; tags: number; text: string }>(
    `SELECT c.name, p.e164, (SELECT count(*) FROM client_tag t WHERE t.client_id = c.id) AS tags, n.text
     FROM client c JOIN client_phone p ON p.client_id = c.id JOIN preference n ON n.client_id = c.id ORDER BY c.id`,
  );
  expect(found).toEqual(
    lines.map((_, at) => ({ name: `客人${at}`, e164: `+861390000${String(at).padStart(4, '0')}`, tags: 2, text: `喜欢${at}` })),
  );
  const journaled = rows<{ n: number }>("SELECT count(DISTINCT row_uid) AS n FROM journal WHERE table_name = 'client' AND kind = 'insert'");
  expect(journaled).toEqual([{ n: count }]);
});

test('gives a client without a number one that nobody in the list has, written already or not', async () => {
  const given = Array.from({ length: 40 }, (_, at) => `C-${String(at * 2 + 1).padStart(4, '0')}`);
  const without = Array.from({ length: 60 }, (_, at) => `,客人${at}`);
  await importFile(app, aList(['编号,姓名', ...given.map((number) => `${number},${number}`), ...without]));
  const numbers = rows<{ name: string; number: string }>('SELECT name, number FROM client ORDER BY id');
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(100);
  expect(numbers.slice(0, 40).map(({ number }) => number)).toEqual(given);
  expect(numbers[40]).toEqual({ name: '客人0', number: 'C-0002' });
});

test('gives nobody the number of a row above, nor the id of a client that was taken back', async () => {
  const { id } = await importFile(app, aList(['编号,姓名', 'A1,张素芬', 'A1,周静', 'A1,王芳']));
  expect(new Set(rows<{ number: string }>('SELECT number FROM client').map(({ number }) => number)).size).toBe(3);
  const [before] = rows<{ id: number }>('SELECT max(id) AS id FROM client');
  await app.call('imports.undo', { id });
  await importFile(app, aList(['编号,姓名', 'B1,李红']));
  expect(rows<{ id: number }>('SELECT id FROM client')[0]?.id).toBe((before?.id ?? 0) + 1);
});
