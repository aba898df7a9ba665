// What a client list is ordered by beside visits and names: who has nothing there comes last either way, and then by last visit.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import { fieldSort } from '../../shared/clients/filter';
import type { FieldKind } from '../../shared/fields/contract';
import { StaffId, TierId, type ClientFieldId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

type Sort = Input<'clients.list'>['sort'];
const ALL = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;

async function ordered(sort: Sort, descending: boolean): Promise<string> {
  const { rows } = await app.call('clients.list', { filter: ALL, sort, descending, offset: 0, limit: 50 });
  return rows.map(({ name }) => name).join('');
}

/** Both ways. */
const bothWays = async (sort: Sort) => [await ordered(sort, false), await ordered(sort, true)];

async function aField(kind: FieldKind, choices: string[], values: Readonly<Record<string, string>>): Promise<ClientFieldId> {
  const { id } = await app.call('fields.create', { name: '自己的', kind, choices, purpose: null, required: false });
  for (const [name, value] of Object.entries(values)) await aClient(app, { name, fields: [{ id, value }] });
  await aVisit(app, { clientId: await aClient(app, { name: '己' }), on: '2026-02-01' });
  await aVisit(app, { clientId: await aClient(app, { name: '庚' }), on: '2026-03-01' });
  return id;
}

test.each<[FieldKind, string[], Readonly<Record<string, string>>, string[]]>([
  ['number', [], { 甲: '100', 乙: '9', 丙: '56.5', 丁: '-3' }, ['丁乙丙甲庚己', '甲丙乙丁庚己']],
  ['date', [], { 甲: '2026-01-05', 乙: '1999-12-31' }, ['乙甲庚己', '甲乙庚己']],
  ['text', [], { 甲: 'b', 乙: 'a', 丙: 'c' }, ['乙甲丙庚己', '丙甲乙庚己']],
  ['choice', ['粗硬', '细软', '自然卷'], { 甲: '自然卷', 乙: '粗硬', 丙: '细软' }, ['乙丙甲庚己', '甲丙乙庚己']],
  ['choices', ['靠窗', '里间'], { 甲: '["里间"]', 乙: '["靠窗","里间"]' }, ['乙甲庚己', '甲乙庚己']],
])('by a field of the kind %s', async (kind, choices, values, expected) => {
  expect(await bothWays(fieldSort(await aField(kind, choices, values)))).toEqual(expected);
});

test('by a choice that the shop has taken away, behind the others', async () => {
  const id = await aField('choice', ['粗硬', '细软'], { 甲: '粗硬', 乙: '细软' });
  await app.call('fields.update', { id, draft: { name: '发质', choices: ['细软'], purpose: null, required: false } });
  expect(await ordered(fieldSort(id), false)).toBe('乙甲庚己');
});

test('by a field that was removed it is as if nobody had anything in it', async () => {
  const id = await aField('text', [], { 甲: 'b', 乙: 'a' });
  await app.call('fields.remove', { id });
  expect(await ordered(fieldSort(id), false)).toBe('庚己乙甲');
});

test('by tier and by therapist, as the shop arranged them', async () => {
  const tier = async (name: string) => TierId.parse((await app.call('tiers.create', { name, mark: 'regular' })).id);
  const member = async (name: string) =>
    StaffId.parse((await app.call('staff.create', { name, post: null, color: null, active: true })).id);
  const tiers = [await tier('乙等'), await tier('甲等')];
  const staff = [await member('周静'), await member('阿芳')];
  await aClient(app, { name: '甲', tierId: tiers[1]!, staffId: staff[0]! });
  await aClient(app, { name: '乙', tierId: tiers[0]!, staffId: staff[1]! });
  await aClient(app, { name: '丙' });
  expect([await bothWays('tier'), await bothWays('staff')]).toEqual([
    ['乙甲丙', '甲乙丙'],
    ['甲乙丙', '乙甲丙'],
  ]);
});

test('pages go on where the one before ended', async () => {
  const id = await aField('number', [], { 甲: '3', 乙: '1', 丙: '2' });
  const page = async (offset: number) =>
    (await app.call('clients.list', { filter: ALL, sort: fieldSort(id), descending: false, offset, limit: 2 })).rows.map(
      ({ name }) => name,
    );
  expect([await page(0), await page(2), await page(4), await page(6)]).toEqual([['乙', '丙'], ['甲', '庚'], ['己'], []]);
});
