// Changes of many clients at once: one act, one undo.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { aClient } from '../support/build';
import { anApp, type TestApp } from '../support/app';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

test('assigns everybody to one of the staff, and one undo gives each back to whom they had', async () => {
  const [before, after] = [await aStaff('小林'), await aStaff('阿May')];
  const ids = [await aClient(app, { name: '李梦瑶', staffId: before }), await aClient(app, { name: '张素芬' })];
  const { act } = await app.act('clients.assign', { ids, staffId: after });
  expect(await staffOf(ids)).toEqual(['阿May', '阿May']);
  await app.call('history.undo', { actId: act! as never });
  expect(await staffOf(ids)).toEqual(['小林', null]);
  await app.call('clients.assign', { ids, staffId: null });
  expect(await staffOf(ids)).toEqual([null, null]);
});

test('archives everybody, and one undo brings them back; who was archived before stays so', async () => {
  const ids = [await aClient(app, { name: '李梦瑶' }), await aClient(app, { name: '张素芬' }), await aClient(app, { name: '周早' })];
  await app.call('clients.archive', { id: ids[2]! });
  const { act } = await app.act('clients.archiveAll', { ids });
  expect(await app.call('clients.counts', null)).toEqual({ current: 0, archived: 3, bin: 0 });
  await app.call('history.undo', { actId: act! as never });
  expect(await app.call('clients.counts', null)).toEqual({ current: 2, archived: 1, bin: 0 });
});

test('sets and takes away a tier', async () => {
  const ids = [await aClient(app, { name: '李梦瑶' }), await aClient(app, { name: '张素芬' })];
  const tier = (await app.call('clients.tiers', null))[0]!;
  await app.call('clients.setTier', { ids, tierId: tier.id });
  for (const id of ids) expect((await app.call('clients.get', { id })).tier?.id).toBe(tier.id);
  await app.call('clients.setTier', { ids, tierId: null });
  expect((await app.call('clients.get', { id: ids[0]! })).tier).toBeNull();
});

test('changes nobody when one of them is in the bin', async () => {
  const staff = await aStaff('小林');
  const ids = [await aClient(app, { name: '李梦瑶' }), await aClient(app, { name: '张素芬' })];
  await app.call('clients.remove', { id: ids[1]! });
  await expect(app.call('clients.assign', { ids, staffId: staff })).rejects.toMatchObject({ code: 'clients.in-bin' });
  await expect(app.call('clients.archiveAll', { ids })).rejects.toMatchObject({ code: 'clients.in-bin' });
  expect(await staffOf([ids[0]!])).toEqual([null]);
});

async function aStaff(name: string) {
  return (await app.call('staff.create', { name, post: null, active: true } as never)).id;
}

async function staffOf(ids: readonly Awaited<ReturnType<typeof aClient>>[]): Promise<(string | null)[]> {
  const pages = await Promise.all(ids.map((id) => app.call('clients.get', { id })));
  return pages.map(({ staff }) => staff?.name ?? null);
}
