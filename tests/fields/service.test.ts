// Fields the owner decides: what is required, and fields of the shop's own from form to list, search and undo.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import { MOST_FIELDS, type FieldDraft } from '../../shared/fields/contract';
import type { ClientFieldId } from '../../shared/ids';
import { ActId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aDraft } from '../support/build';
import { someoneWith } from '../support/role';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const aField = async (wishes: Partial<FieldDraft> = {}): Promise<ClientFieldId> =>
  (await app.call('fields.create', { name: '发质', kind: 'text', choices: [], purpose: null, required: false, ...wishes })).id;
const undo = (act: string | null) => app.call('history.undo', { actId: ActId.parse(act) });
const fieldsOf = async (id: Awaited<ReturnType<typeof aClient>>) => (await app.call('clients.get', { id })).fields;
type Filter = Input<'clients.list'>['filter'];
const ALL: Filter = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' };
const list = async (filter: Partial<Filter>) =>
  (await app.call('clients.list', { filter: { ...ALL, ...filter }, sort: 'number', descending: false, offset: 0, limit: 50 })).rows;
const names = async (filter: Partial<Filter>) => (await list(filter)).map(({ name }) => name);

test('keeps a value of every kind as it is meant, and shows it on the page and in the list', async () => {
  const text = await aField({ name: '肤质' });
  const number = await aField({ name: '头围', kind: 'number' });
  const date = await aField({ name: '合同到期', kind: 'date' });
  const choice = await aField({ name: '发质', kind: 'choice', choices: ['细软', '粗硬'] });
  const choices = await aField({ name: '爱好', kind: 'choices', choices: ['瑜伽', '烘焙', '跑步'] });
  const yesNo = await aField({ name: '有停车', kind: 'yes-no' });
  const fields = [
    { id: text, value: '  混油 ' },
    { id: number, value: '１,０56.50' },
    { id: date, value: '2027年3月1日' },
    { id: choice, value: '粗硬' },
    { id: choices, value: '["跑步","瑜伽","跑步"]' },
    { id: yesNo, value: 'yes' },
  ];
  const id = await aClient(app, { fields });
  const kept = ['混油', '1056.5', '2027-03-01', '粗硬', '["瑜伽","跑步"]', 'yes'];
  expect((await fieldsOf(id)).map(({ value }) => value)).toEqual(kept);
  expect((await list({}))[0]?.fields.map(({ value }) => value)).toEqual(kept);
});

test.each([
  ['number', 'zwölf', 'field.not-a-number'],
  ['number', '1e9', 'field.not-a-number'],
  ['date', '2026-02-30', 'field.no-such-day'],
  ['choice', '别的', 'field.not-a-choice'],
  ['choices', '["细软","别的"]', 'field.not-a-choice'],
  ['yes-no', 'maybe', 'field.not-yes-or-no'],
  ['text', '长'.repeat(501), 'field.too-long'],
] as const)('refuses in a %s field what is none: %s', async (kind, value, problem) => {
  const id = await aField({ kind, choices: ['细软'] });
  await expect(aClient(app, { fields: [{ id, value }] })).rejects.toMatchObject({ code: 'fields.value-wrong', details: { id, problem } });
  expect((await app.call('clients.counts', null)).current).toBe(0);
});

test('a field that is not sent stays as it is, and null empties it', async () => {
  const one = await aField({ name: '肤质' });
  const two = await aField({ name: '头围', kind: 'number' });
  const id = await aClient(app, {
    fields: [
      { id: one, value: '干' },
      { id: two, value: '56' },
    ],
  });
  await app.call('clients.update', { id, draft: aDraft({ fields: [{ id: one, value: null }] }) });
  expect(await fieldsOf(id)).toEqual([{ id: two, value: '56' }]);
});

test('a value stays where its choice is no longer offered, and can be sent back unchanged', async () => {
  const field = await aField({ kind: 'choice', choices: ['细软', '粗硬'] });
  const id = await aClient(app, { fields: [{ id: field, value: '粗硬' }] });
  await app.call('fields.update', { id: field, draft: { name: '发质', choices: ['细软'], purpose: null, required: false } });
  await app.call('clients.update', { id, draft: aDraft({ fields: [{ id: field, value: '粗硬' }] }) });
  expect(await fieldsOf(id)).toEqual([{ id: field, value: '粗硬' }]);
  await expect(aClient(app, { fields: [{ id: field, value: '粗硬' }] })).rejects.toMatchObject({ code: 'fields.value-wrong' });
});

test('what clients have in a removed field is out of sight, and there again when the field is put back or its removal undone', async () => {
  const field = await aField();
  const id = await aClient(app, { fields: [{ id: field, value: '细软' }] });
  const { act } = await app.act('fields.remove', { id: field });
  expect([await fieldsOf(id), await names({ text: '细软' })]).toEqual([[], []]);
  await undo(act);
  expect(await fieldsOf(id)).toEqual([{ id: field, value: '细软' }]);
  await app.call('fields.remove', { id: field });
  await app.call('fields.putBack', { id: field });
  expect([await fieldsOf(id), await names({ text: '细软' })]).toEqual([[{ id: field, value: '细软' }], ['林若溪']]);
});

test('undoing a change of a client brings the old value back', async () => {
  const field = await aField();
  const id = await aClient(app, { fields: [{ id: field, value: '细软' }] });
  const { act } = await app.act('clients.update', { id, draft: aDraft({ fields: [{ id: field, value: '粗硬' }] }) });
  await undo(act);
  expect(await fieldsOf(id)).toEqual([{ id: field, value: '细软' }]);
});

test('two fields in use never have the same name, and one to choose from has something to choose', async () => {
  const field = await aField();
  await expect(aField()).rejects.toMatchObject({ code: 'fields.name-taken' });
  await expect(aField({ name: '星座', kind: 'choice' })).rejects.toMatchObject({ code: 'fields.no-choices' });
  await app.call('fields.remove', { id: field });
  await aField();
  await expect(app.call('fields.putBack', { id: field })).rejects.toMatchObject({ code: 'fields.name-taken' });
});

test('lists the fields in the shop’s order, removed ones last', async () => {
  const [one, two, three] = [await aField({ name: '一' }), await aField({ name: '二' }), await aField({ name: '三' })];
  await app.call('fields.arrange', { ids: [three, two, one] });
  await app.call('fields.remove', { id: three });
  expect((await app.call('fields.list', null)).fields.map(({ name }) => name)).toEqual(['二', '一', '三']);
});

test('saves nobody without what the owner insists on, and names every field that is missing', async () => {
  const own = await aField({ required: true });
  await app.call('fields.require', { fields: ['source', 'phone', 'alerts'] });
  const missing = (fields: string[]) => ({ code: 'fields.missing', details: { fields } });
  await expect(aClient(app)).rejects.toMatchObject(missing(['phone', 'alerts', 'source', own]));
  const whole = { phone: '13800138000', source: '路过', askedNoAlerts: true, fields: [{ id: own, value: '细软' }] };
  const id = await aClient(app, whole);
  expect((await app.call('clients.get', { id })).completeness.required).toEqual([]);
  const update = (draft: typeof whole | object) => app.call('clients.update', { id, draft: aDraft(draft) });
  await expect(update({ ...whole, fields: [{ id: own, value: null }] })).rejects.toMatchObject(missing([own]));
  await expect(update({ ...whole, fields: [], source: ' ' })).rejects.toMatchObject(missing(['source']));
  await update({ ...whole, fields: [] });
});

test('clients from before the owner insisted can be read, and their page says what is missing', async () => {
  const id = await aClient(app);
  const own = await aField({ required: true });
  await app.call('fields.require', { fields: ['phone'] });
  const page = await app.call('clients.get', { id });
  expect([page.name, page.completeness.required]).toEqual(['林若溪', ['phone', own]]);
});

test('asks nobody for what they may not write', async () => {
  await app.call('fields.require', { fields: ['phone', 'source'] });
  await someoneWith(app, { levels: { contact: 'see' } });
  await expect(aClient(app)).rejects.toMatchObject({ code: 'fields.missing', details: { fields: ['source'] } });
  await aClient(app, { source: '路过' });
});

test('what is required is undone like any other change', async () => {
  const { act } = await app.act('fields.require', { fields: ['source'] });
  await undo(act);
  expect((await app.call('fields.list', null)).required).toEqual([]);
});

test('filters by a value, by one of several choices, by filled in and by empty', async () => {
  const hair = await aField({ kind: 'choice', choices: ['细软', '粗硬'] });
  const likes = await aField({ name: '爱好', kind: 'choices', choices: ['瑜伽', '瑜'] });
  await aClient(app, { name: '甲', fields: [{ id: hair, value: '细软' }] });
  await aClient(app, { name: '乙', fields: [{ id: likes, value: '["瑜伽"]' }] });
  await aClient(app, { name: '丙' });
  expect(await names({ field: { id: hair, value: '细软' } })).toEqual(['甲']);
  expect(await names({ field: { id: likes, value: '瑜' } })).toEqual([]);
  expect(await names({ field: { id: likes, value: '瑜伽' } })).toEqual(['乙']);
  expect(await names({ field: { id: hair, value: '' } })).toEqual(['甲']);
  expect(await names({ field: { id: hair, value: null } })).toEqual(['乙', '丙']);
});

test('a search finds what stands in a field, and shows where', async () => {
  const field = await aField();
  await aClient(app, { name: '甲', fields: [{ id: field, value: '发尾分叉' }] });
  const [row] = await list({ text: '分叉' });
  expect([row?.name, row?.match]).toEqual(['甲', { field: 'note', ranges: [[2, 4]], excerpt: '发尾分叉' }]);
});

test('a change that began from an older state is told, and nothing is written over', async () => {
  const id = await aClient(app, { phone: '13800138000', tags: ['老客'] });
  const save = async (version: string, draft = aDraft({ name: '甲', phone: '13800138000', tags: ['老客'] })) =>
    app.call('clients.update', { id, draft, version });
  const version = async () => (await app.call('clients.get', { id })).version;
  const begin = await version();
  await app.call('clients.addTag', { ids: [id], name: '敏感肌' });
  await expect(save(begin)).rejects.toMatchObject({ code: 'clients.changed-meanwhile' });
  expect((await app.call('clients.get', { id })).tags.map(({ name }) => name)).toEqual(['老客', '敏感肌']);
  const again = await version();
  await app.call('clients.archive', { id });
  await expect(save(again)).rejects.toMatchObject({ code: 'clients.changed-meanwhile' });
  await save(await version());
  expect((await app.call('clients.get', { id })).name).toBe('甲');
});

test('refuses more fields than a page can hold', async () => {
  for (let i = 0; i < MOST_FIELDS; i += 1) await aField({ name: `字段${i}` });
  await expect(aField({ name: '再一个' })).rejects.toMatchObject({ code: 'fields.too-many', details: { most: MOST_FIELDS } });
});

test('a client has 200 tags at most', async () => {
  const tags = Array.from({ length: 200 }, (_, index) => `标签${index}`);
  const id = await aClient(app, { tags });
  await expect(app.call('clients.addTag', { ids: [id], name: '又一个' })).rejects.toMatchObject({ code: 'clients.too-many-tags' });
  await expect(aClient(app, { tags: [...tags, '又一个'] })).rejects.toMatchObject({ code: 'bridge.bad-input' });
});
