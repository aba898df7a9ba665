// Rules of the lists the shop keeps of itself: services and staff.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cents } from '../../shared/core/money';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const service = (name: string, priceCents = 10_000) => ({
  name,
  group: '面部',
  minutes: 60,
  priceCents: priceCents as Cents,
  followUpDays: 3,
  followUpNote: '问皮肤感受',
  ingredients: [],
  active: true,
});

test('a changed price holds for the future only', async () => {
  const { id } = await app.call('catalogue.create', service('舒敏修护'));
  const visit = await aVisit(app, {
    clientId: await aClient(app),
    items: [{ serviceId: id, name: '舒敏修护', quantity: 1, priceCents: 10_000 as Cents }],
  });
  await app.call('catalogue.update', { id, draft: service('舒敏修护（新）', 20_000) });
  expect((await app.call('visits.get', { id: visit })).items).toMatchObject([{ name: '舒敏修护', priceCents: 10_000 }]);
});

test('refuses two services of one name', async () => {
  await app.call('catalogue.create', service('舒敏修护'));
  await expect(app.call('catalogue.create', service('舒敏修护'))).rejects.toMatchObject({ code: 'catalogue.name-taken' });
});

test('a retired service is offered no more but its visits keep it', async () => {
  const { id } = await app.call('catalogue.create', service('舒敏修护'));
  await app.call('catalogue.update', { id, draft: { ...service('舒敏修护'), active: false } });
  expect(await app.call('catalogue.list', { activeOnly: true })).toEqual([]);
  expect(await app.call('catalogue.list', { activeOnly: false })).toHaveLength(1);
});

test('staff stand in the order the shop gave them', async () => {
  const ids = [];
  for (const name of ['周静', '何晓琪', '陈露']) ids.push((await app.call('staff.create', { name, post: '技师', active: true })).id);
  await app.call('staff.arrange', { ids: ids.toReversed() });
  expect((await app.call('staff.list', { activeOnly: true })).map((one) => one.name)).toEqual(['陈露', '何晓琪', '周静']);
});

test('refuses two staff of one name', async () => {
  await app.call('staff.create', { name: '周静', post: null, active: true });
  await expect(app.call('staff.create', { name: '周静', post: null, active: true })).rejects.toMatchObject({ code: 'staff.name-taken' });
});
