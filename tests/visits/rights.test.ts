// Who may not change amounts takes what the list of services says; who may not see them is told none.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ClientId, ProductId, ServiceId, VisitId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit, aVisitDraft } from '../support/build';
import { aProduct } from '../support/product';
import { ownerAgain, someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
let facial: ServiceId;
let unpriced: ServiceId;
let cream: ProductId;
let paid: VisitId;

beforeAll(async () => {
  app = await anApp();
  client = await aClient(app);
  const service = { group: null, minutes: 60, followUpDays: null, followUpNote: null, ingredients: [], active: true };
  ({ id: facial } = await app.call('catalogue.create', { ...service, name: '补水护理', priceCents: 39_800 }));
  ({ id: unpriced } = await app.call('catalogue.create', { ...service, name: '面诊', priceCents: null }));
  cream = await aProduct(app, { name: '面霜', priceCents: 20_000 });
  paid = await aVisit(app, { clientId: client, on: '2026-03-01', amountCents: 35_000 });
  await someoneWith(app, { levels: { money: 'see' } });
});
afterAll(() => app.close());

const item = (serviceId: ServiceId | null, priceCents: number, quantity = 1) => ({ serviceId, name: '护理', quantity, priceCents });
const record = (items: Input<'visits.record'>['items'], amountCents: number) => aVisit(app, { clientId: client, items, amountCents });

test('the sum of the list is taken, whatever the quantity', async () => {
  await expect(record([item(facial, 39_800)], 39_800)).resolves.toEqual(expect.any(String));
  await expect(record([item(facial, 39_800, 2), item(facial, 39_800, 0.5)], 99_500)).resolves.toEqual(expect.any(String));
});

test('a product of the list is sold at its price, and a line may be somebody else’s', async () => {
  const sold = { serviceId: null, productId: cream, name: '面霜', quantity: 2, priceCents: 20_000 };
  await expect(record([item(facial, 39_800), sold], 79_800)).resolves.toEqual(expect.any(String));
  const refusal = { code: 'visits.price-fixed', details: { listCents: 40_000 } };
  await expect(record([{ ...sold, priceCents: 100 }], 200)).rejects.toMatchObject(refusal);
});

test.each([
  ['a discount on a line', () => [{ ...item(facial, 39_800), discountCents: 1 }], 39_799, 39_800],
  ['a discount', () => [item(facial, 39_800)], 35_000, 39_800],
  ['a surcharge', () => [item(facial, 39_800)], 39_801, 39_800],
  ['a refund', () => [item(facial, 39_800)], -39_800, 39_800],
  ['another price for the item', () => [item(facial, 100)], 39_800, 39_800],
  ['another price for the item and the sum', () => [item(facial, 100)], 100, 39_800],
  ['something typed by hand', () => [item(null, 5_000)], 5_000, 0],
  ['something typed by hand beside the list', () => [item(facial, 39_800), item(null, 5_000)], 39_800, 39_800],
  ['a service without a price', () => [item(unpriced, 0)], 0, 0],
])('refuses %s', async (_what, items, amountCents, listCents) => {
  await expect(record(items(), amountCents)).rejects.toMatchObject({ code: 'visits.price-fixed', details: { listCents } });
});

test('corrects and removes nothing', async () => {
  const refusal = { code: 'session.not-allowed', details: { permission: 'money.change' } };
  await expect(app.call('visits.update', { id: paid, draft: aVisitDraft({ clientId: client }) })).rejects.toMatchObject(refusal);
  await expect(app.call('visits.remove', { id: paid, reason: '记错了' })).rejects.toMatchObject(refusal);
});

test('who may not see visits is told of none', async () => {
  await ownerAgain(app);
  await someoneWith(app, { levels: { visits: 'none' } });
  expect(await app.call('clients.get', { id: client })).toMatchObject({
    visits: 0,
    firstVisitOn: null,
    lastVisitOn: null,
    visitDays: [],
    rhythm: null,
  });
  const filter = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
  const list = { filter, sort: 'name', descending: false, offset: 0, limit: 10 } as const;
  expect((await app.call('clients.list', list)).rows).toMatchObject([{ visits: 0, lastVisitOn: null }]);
  const refusal = { code: 'session.not-allowed', details: { permission: 'visits.see' } };
  await expect(app.call('clients.list', { ...list, sort: 'visits' })).rejects.toMatchObject(refusal);
  await expect(app.call('clients.list', { ...list, filter: { ...filter, lastVisitDays: 30 } })).rejects.toMatchObject(refusal);
  expect((await app.call('timeline.of', { clientId: client, kind: 'all', before: null, limit: 10 })).items).toEqual([]);
  expect(await app.call('today.page', null)).toMatchObject({ figures: { visitsMonth: 0, newMonth: 0 }, late: { clients: [], total: 0 } });
});
