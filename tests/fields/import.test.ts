// Lists that bring the shop's own fields along, and rows that lack what the owner insists on.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { FieldDraft } from '../../shared/fields/contract';
import { anApp, type TestApp } from '../support/app';
import { importFile, readFile, SAME_THREAD } from '../imports/lists';

let app: TestApp;
beforeEach(async () => {
  app = await anApp({ workers: SAME_THREAD });
});
afterEach(() => app.close());

function aList(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, '名单.csv'), text);
  return join(folder, '名单.csv');
}

const aField = async (name: string, kind: FieldDraft['kind'], more: Partial<FieldDraft> = {}) =>
  (await app.call('fields.create', { name, kind, choices: [], purpose: null, required: false, ...more })).id;

async function everybody() {
  const filter = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
  const { rows } = await app.call('clients.list', { filter, sort: 'number', descending: false, offset: 0, limit: 50 });
  return rows.map(({ name, fields }) => ({ name, values: fields.map(({ value }) => value) }));
}

test('guesses a field of the shop’s own by its name, and reads each cell by its kind', async () => {
  await aField('发质', 'choice', { choices: ['细软', '粗硬'] });
  await aField('头围', 'number');
  await aField('合同到期', 'date');
  await aField('爱好', 'choices', { choices: ['瑜伽', '跑步'] });
  const parking = await aField('要停车', 'yes-no');
  const list = aList('姓名,手机,发质,头围,合同到期,爱好,要停车\n林若溪,13800138000,细软,56.5,2027/3/1,跑步、瑜伽,是\n');
  const { read } = await readFile(app, list);
  expect(read.columns.find(({ title }) => title === '要停车')).toMatchObject({ field: null, own: parking, sure: true });
  await importFile(app, list);
  expect(await everybody()).toEqual([{ name: '林若溪', values: ['细软', '56.5', '2027-03-01', '["瑜伽","跑步"]', 'yes'] }]);
});

test('takes a row whose cell does not fit, says so by column, and keeps the words', async () => {
  await aField('头围', 'number');
  const list = aList('姓名,手机,头围\n林若溪,13800138000,很大\n');
  const { matching } = await readFile(app, list);
  const { problems, importable } = await app.call('imports.check', matching);
  expect([importable, problems.find(({ code }) => code === 'field.invalid')]).toMatchObject([
    1,
    { row: 2, title: '头围', severity: 'warns', original: '很大', details: { name: '头围' } },
  ]);
  await importFile(app, list);
  expect(await everybody()).toEqual([{ name: '林若溪', values: [] }]);
  const { rows } = await app.call('clients.list', {
    filter: { text: '林若溪', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' },
    ...{ sort: 'number', descending: false, offset: 0, limit: 1 },
  });
  const page = await app.call('clients.get', { id: rows[0]!.id });
  expect(page.remarks).toEqual([{ column: '头围', original: '很大', code: 'field.invalid' }]);
});

test('takes rows without what the owner insists on, names what is missing, and their page says it too', async () => {
  await aField('发质', 'text', { required: true });
  await app.call('fields.require', { fields: ['source'] });
  const list = aList('姓名,手机\n林若溪,13800138000\n');
  const { matching } = await readFile(app, list);
  const { problems, importable } = await app.call('imports.check', matching);
  const missing = problems.filter(({ code }) => code === 'field.missing');
  expect([importable, missing.map(({ details }) => details), missing.map(({ severity }) => severity)]).toEqual([
    1,
    [{ field: 'source' }, { name: '发质' }],
    ['notes', 'notes'],
  ]);
  await importFile(app, list);
  expect(await everybody()).toHaveLength(1);
});
