// Rules of the products the shop sells.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import { cents } from '../../shared/core/money';
import type { ActId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const product = (wishes: Partial<Input<'catalogue.createProduct'>> = {}): Input<'catalogue.createProduct'> => ({
  ...{ name: '烟酰胺精华', group: '居家护理', priceCents: cents(26_800), ingredients: ['烟酰胺'], active: true },
  ...wishes,
});
const names = async (activeOnly: boolean) => (await app.call('catalogue.products', { activeOnly })).map(({ name }) => name);

test('keeps what was written of a product, and undo takes a change back', async () => {
  const { id } = await app.call('catalogue.createProduct', product());
  expect(await app.call('catalogue.products', { activeOnly: true })).toEqual([{ ...product(), id }]);
  const { act } = await app.act('catalogue.updateProduct', { id, draft: product({ name: '修护面霜', group: null, priceCents: null }) });
  expect(await app.call('catalogue.products', { activeOnly: true })).toMatchObject([{ name: '修护面霜', group: null, priceCents: null }]);
  await app.call('history.undo', { actId: act as ActId });
  expect(await app.call('catalogue.products', { activeOnly: true })).toEqual([{ ...product(), id }]);
});

test('refuses two products of one name, and lets one keep its own', async () => {
  const { id } = await app.call('catalogue.createProduct', product());
  await expect(app.call('catalogue.createProduct', product())).rejects.toMatchObject({ code: 'catalogue.product-taken' });
  await app.call('catalogue.updateProduct', { id, draft: product({ priceCents: cents(1) }) });
});

test('a product that is no longer sold is not offered for a visit', async () => {
  const { id } = await app.call('catalogue.createProduct', product());
  await app.call('catalogue.createProduct', product({ name: '修护面霜' }));
  await app.call('catalogue.updateProduct', { id, draft: product({ active: false }) });
  expect(await names(true)).toEqual(['修护面霜']);
  expect(await names(false)).toEqual(['烟酰胺精华', '修护面霜']);
  const offer = await app.call('visits.offer', { clientId: await aClient(app) });
  expect(offer.products.map(({ name }) => name)).toEqual(['修护面霜']);
});

test('products stand in the order the shop gave them', async () => {
  const ids = [];
  for (const name of ['甲', '乙', '丙']) ids.push((await app.call('catalogue.createProduct', product({ name }))).id);
  await app.call('catalogue.arrangeProducts', { ids: ids.toReversed() });
  expect(await names(true)).toEqual(['丙', '乙', '甲']);
});
