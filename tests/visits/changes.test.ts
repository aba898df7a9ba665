// What was changed of a visit: who, when, the old and the new, and nothing of it for whom it is hidden.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ActId, ClientId, StaffId, VisitId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit, aVisitDraft } from '../support/build';
import { someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
let zhou: StaffId;

beforeEach(async () => {
  app = await anApp();
  client = await aClient(app);
  zhou = (await app.call('staff.create', { name: '周静', post: null, active: true })).id;
});
afterEach(() => app.close());

const line = { serviceId: null, name: '补水护理', quantity: 1, priceCents: 39_800 };
const mask = { serviceId: null, name: '面膜', quantity: 1, priceCents: 5000 };
const changes = (id: VisitId) => app.call('visits.changes', { id });
const update = (id: VisitId, wishes: Partial<Omit<Input<'visits.record'>, 'clientId'>>) =>
  app.act('visits.update', { id, draft: aVisitDraft({ clientId: client, items: [line], ...wishes }) });
const aLine = { name: '补水护理', quantity: 1, priceCents: 39_800, discountCents: 0, staff: null };

test('a correction that began from an older state is told, and nothing is written over', async () => {
  const id = await aVisit(app, { clientId: client, items: [line], payment: 'cash' });
  const draft = aVisitDraft({ clientId: client, items: [line, mask], amountCents: 44_800 });
  const version = async () => (await app.call('visits.get', { id })).version;
  const begun = await version();
  // only a line is another: the visit's own row stays as it was
  await update(id, { items: [{ ...line, name: '清洁' }], payment: 'cash' });
  await expect(app.call('visits.update', { id, draft, version: begun })).rejects.toMatchObject({ code: 'visits.changed-meanwhile' });
  expect((await app.call('visits.get', { id })).items.map(({ name }) => name)).toEqual(['清洁']);
  await app.call('visits.update', { id, draft, version: await version() });
  expect((await app.call('visits.get', { id })).items.map(({ name }) => name)).toEqual(['补水护理', '面膜']);
});

test('of a visit as it was recorded there is only that', async () => {
  const id = await aVisit(app, { clientId: client });
  expect(await changes(id)).toEqual([
    { id: expect.any(String), at: '2026-03-14T04:00:00.000Z', by: '苏敏', origin: 'person', undone: false, first: true, details: [] },
  ]);
});

test('names both sides of each field and each line, newest first, and not what stayed as it was', async () => {
  const id = await aVisit(app, { clientId: client, items: [line, mask], amountCents: 44_800, payment: 'cash', note: '偏干' });
  await update(id, { on: '2026-03-13', items: [line, mask], amountCents: 44_800, payment: 'cash', note: '偏干' });
  await update(id, {
    on: '2026-03-13',
    time: '14:30',
    staffId: zhou,
    items: [{ ...line, quantity: 2, staffId: zhou, discountCents: 800 }],
    amountCents: 70_000,
    note: '偏干',
    formula: '玻尿酸3ml',
    payments: [
      { payment: 'cash', amountCents: 20_000 },
      { payment: 'wechat', amountCents: 50_000 },
    ],
  });
  const [second, first, made] = await changes(id);
  expect(made?.first).toBe(true);
  expect(first?.details).toEqual([{ kind: 'text', field: 'day', from: '2026-03-14', to: '2026-03-13' }]);
  expect(second?.details).toEqual([
    { kind: 'text', field: 'time', from: null, to: '14:30' },
    { kind: 'text', field: 'staff', from: null, to: '周静' },
    { kind: 'text', field: 'payment', from: 'cash', to: null },
    { kind: 'text', field: 'formula', from: null, to: '玻尿酸3ml' },
    { kind: 'amount', from: 44_800, to: 70_000 },
    { kind: 'line', from: aLine, to: { ...aLine, quantity: 2, discountCents: 800, staff: '周静' } },
    { kind: 'line', from: { ...aLine, name: '面膜', priceCents: 5000 }, to: null },
    { kind: 'paid', from: null, to: { payment: 'cash', amountCents: 20_000 } },
    { kind: 'paid', from: null, to: { payment: 'wechat', amountCents: 50_000 } },
  ]);
});

test('tells of striking out and of taking that back', async () => {
  const id = await aVisit(app, { clientId: client });
  const { act } = await app.act('visits.remove', { id, reason: '记错了' });
  expect((await changes(id))[0]).toMatchObject({ undone: false, details: [{ field: 'voided', from: null, to: '记错了' }] });
  await app.call('history.undo', { actId: act as ActId });
  expect(await changes(id)).toMatchObject([
    { origin: 'undo', details: [{ field: 'voided', from: '记错了', to: null }] },
    { origin: 'person', undone: true },
    { first: true },
  ]);
});

test('an undone change stands there with what took it back', async () => {
  const id = await aVisit(app, { clientId: client, items: [line] });
  const { act } = await update(id, { items: [{ ...line, priceCents: 100 }, mask], amountCents: 5100 });
  await app.call('history.undo', { actId: act as ActId });
  const [undo] = await changes(id);
  expect(undo).toMatchObject({ origin: 'undo', by: '苏敏' });
  expect(undo?.details).toContainEqual({ kind: 'line', from: { ...aLine, name: '面膜', priceCents: 5000 }, to: null });
  expect(undo?.details).toContainEqual({ kind: 'line', from: { ...aLine, priceCents: 100 }, to: aLine });
  expect(await app.call('visits.get', { id })).toMatchObject({ amountCents: 39_800, items: [{ name: '补水护理', priceCents: 39_800 }] });
});

test('writes nothing down of lines that stay as they are', async () => {
  const id = await aVisit(app, { clientId: client, items: [line, mask], amountCents: 44_800 });
  await update(id, { items: [line, mask], amountCents: 44_800, note: '补一句' });
  const rows = app.house.vault
    .database()
    .prepare<[], { n: number }>("SELECT count(*) AS n FROM journal WHERE table_name = 'visit_item' AND kind <> 'insert'")
    .get();
  expect(rows?.n).toBe(0);
});

test('hides amounts from whom they are hidden, and says that there was one', async () => {
  const id = await aVisit(app, { clientId: client, items: [line] });
  await update(id, { items: [{ ...line, priceCents: 100 }], amountCents: 100 });
  await someoneWith(app, { levels: { money: 'masked' } });
  expect((await changes(id))[0]?.details).toEqual([
    { kind: 'amount', from: null, to: null },
    { kind: 'line', from: { ...aLine, priceCents: null, discountCents: null }, to: { ...aLine, priceCents: null, discountCents: null } },
  ]);
});

test('a visit that was struck out is not there for who may not strike out', async () => {
  const id = await aVisit(app, { clientId: client });
  await app.call('visits.remove', { id, reason: '记错了' });
  await someoneWith(app, { levels: { money: 'see' } });
  await expect(changes(id)).rejects.toMatchObject({ code: 'record.not-found' });
});

test('names no client whom this person may not know of', async () => {
  const other = await aClient(app, { name: '王芳' });
  const id = await aVisit(app, { clientId: other });
  await app.call('visits.update', { id, draft: aVisitDraft({ clientId: client, staffId: zhou }) });
  await someoneWith(app, { ownClientsOnly: true, staffId: zhou });
  expect((await changes(id))[0]?.details).toContainEqual({ kind: 'text', field: 'client', from: '****', to: '林若溪' });
});
