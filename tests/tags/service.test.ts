// Tags and tiers kept in order: renamed, grouped, merged and removed, each of it undone.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { ActId, type ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const undo = (act: string | null) => app.call('history.undo', { actId: ActId.parse(act) });
const tags = () => app.call('clients.tags', null);
const idOf = async (name: string) => (await tags()).find((tag) => tag.name === name)!.id;
const of = async (id: ClientId) => (await app.call('clients.get', { id })).tags.map(({ name }) => name);

test('a renamed tag is renamed on every client, and stands in its group', async () => {
  const id = await aClient(app, { tags: ['敏感肌'] });
  const { act } = await app.act('tags.update', { id: await idOf('敏感肌'), draft: { name: '敏感', group: '肤质' } });
  expect([await of(id), (await tags())[0]]).toMatchObject([['敏感'], { name: '敏感', group: '肤质', clients: 1 }]);
  await undo(act);
  expect(await of(id)).toEqual(['敏感肌']);
});

test('refuses a name another tag has', async () => {
  await aClient(app, { tags: ['老客', '敏感肌'] });
  const rename = app.call('tags.update', { id: await idOf('老客'), draft: { name: '敏感肌', group: null } });
  await expect(rename).rejects.toMatchObject({ code: 'tags.name-taken' });
});

test('merging leaves everybody with one tag, once, and can be undone', async () => {
  const both = await aClient(app, { tags: ['老客', '熟客'] });
  const one = await aClient(app, { tags: ['老客'] });
  const { act } = await app.act('tags.merge', { id: await idOf('老客'), into: await idOf('熟客') });
  expect([await of(both), await of(one), (await tags()).map(({ name }) => name)]).toEqual([['熟客'], ['熟客'], ['熟客']]);
  await undo(act);
  expect([await of(both), await of(one)]).toEqual([['老客', '熟客'], ['老客']]);
});

test('a tag merged into itself stays', async () => {
  const id = await aClient(app, { tags: ['老客'] });
  await app.call('tags.merge', { id: await idOf('老客'), into: await idOf('老客') });
  expect(await of(id)).toEqual(['老客']);
});

test('a removed tag is gone from every client, and is there again when that is undone', async () => {
  const id = await aClient(app, { tags: ['老客'] });
  const { act } = await app.act('tags.remove', { id: await idOf('老客') });
  expect([await of(id), await tags()]).toEqual([[], []]);
  await undo(act);
  expect(await of(id)).toEqual(['老客']);
});

test('tiers are made, renamed and put in order, and no two have the same name', async () => {
  const names = async () => (await app.call('clients.tiers', null)).map(({ name, mark }) => `${name} ${mark}`);
  const before = await names();
  const { id } = await app.call('tiers.create', { name: '黑金', mark: 'diamond' });
  await expect(app.call('tiers.create', { name: '黑金', mark: 'gold' })).rejects.toMatchObject({ code: 'tiers.name-taken' });
  await app.call('tiers.update', { id, draft: { name: '至尊', mark: 'gold' } });
  const all = await app.call('clients.tiers', null);
  await app.call('tiers.arrange', { ids: [id, ...all.map((tier) => tier.id).filter((other) => other !== id)] });
  expect(await names()).toEqual(['至尊 gold', ...before]);
});
