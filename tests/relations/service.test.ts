// Rules of relations and of who sent whom.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wrapDatabase } from '../../electron/core/database/database';
import { runSql } from '../../electron/core/database/rows';
import { ActId, ClientId } from '../../shared/ids';
import { seenFromOther } from '../../shared/relations/kinds';
import { anApp, type TestApp } from '../support/app';
import { aClient, aDraft, aVisit } from '../support/build';
import { ownerAgain, someoneWith } from '../support/role';
import { inAct } from '../support/shop-book';

let app: TestApp;
let lin: ClientId;
let mother: ClientId;
beforeEach(async () => {
  app = await anApp();
  lin = await aClient(app, { name: '林若溪', gender: 'female' });
  mother = await aClient(app, { name: '林秀兰', gender: 'female' });
});
afterEach(() => app.close());

const relationsOf = (clientId: ClientId) => app.call('relations.of', { clientId });
const add = (clientId: ClientId, otherId: ClientId, kind: 'mother' | 'daughter' | 'friend' = 'mother') =>
  app.act('relations.add', { clientId, otherId, kind, note: null });
const refer = (clientId: ClientId, byId: ClientId | null) => app.act('relations.refer', { clientId, byId });

describe('a relation', () => {
  test('stands on both sides, each in its own word', async () => {
    await add(lin, mother);
    expect((await relationsOf(lin)).relations).toMatchObject([{ kind: 'mother', client: { name: '林秀兰' } }]);
    expect((await relationsOf(mother)).relations).toMatchObject([{ kind: 'daughter', client: { name: '林若溪' } }]);
  });

  test.each([
    ['mother', 'male', 'son'],
    ['mother', null, 'child'],
    ['son', 'female', 'mother'],
    ['wife', 'male', 'husband'],
    ['brother', 'female', 'sister'],
    ['grandmother', null, 'grandchild'],
    ['friend', 'female', 'friend'],
  ] as const)('a %s of somebody %s is seen from there as %s', (kind, gender, other) => {
    expect(seenFromOther(kind, gender)).toBe(other);
  });

  test('changed from the other side, is right on both', async () => {
    await add(lin, mother);
    const [seen] = (await relationsOf(mother)).relations;
    await app.call('relations.update', { id: seen!.id, clientId: mother, kind: 'friend', note: '一起来' });
    expect((await relationsOf(lin)).relations).toMatchObject([{ kind: 'friend', note: '一起来' }]);
    expect((await relationsOf(mother)).relations).toMatchObject([{ kind: 'friend' }]);
  });

  test('is refused to oneself, and a second time from either side', async () => {
    await add(lin, mother);
    await expect(add(lin, lin)).rejects.toMatchObject({ code: 'relations.oneself' });
    await expect(add(lin, mother)).rejects.toMatchObject({ code: 'relations.known' });
    await expect(add(mother, lin, 'daughter')).rejects.toMatchObject({ code: 'relations.known' });
    await add(lin, mother, 'friend');
  });

  test('can be taken away and comes back', async () => {
    await add(lin, mother);
    const [relation] = (await relationsOf(lin)).relations;
    const { act } = await app.act('relations.remove', { id: relation!.id });
    expect((await relationsOf(mother)).relations).toEqual([]);
    await app.call('history.undo', { actId: act! });
    expect((await relationsOf(mother)).relations).toHaveLength(1);
  });

  test('is in the history of both, in the word of each', async () => {
    await add(lin, mother);
    for (const [clientId, label, to] of [
      [lin, 'mother', '林秀兰'],
      [mother, 'daughter', '林若溪'],
    ] as const)
      expect((await app.call('history.ofClient', { clientId, field: 'relation' }))[0]!.fields).toEqual([
        { field: 'relation', label, from: null, to },
      ]);
  });

  test('goes with whoever is in the bin, and is there again when they are', async () => {
    await add(lin, mother);
    await app.call('clients.remove', { id: mother });
    expect((await relationsOf(lin)).relations).toEqual([]);
    await app.call('clients.restore', { id: mother });
    expect((await relationsOf(lin)).relations).toHaveLength(1);
  });

  test('names nobody whom one may not know of', async () => {
    const staff = (await app.call('staff.list', { activeOnly: false }))[0] ?? {
      id: (await app.call('staff.create', { name: '小雅', post: null, active: true, color: null } as never)).id,
    };
    await add(lin, mother);
    await refer(lin, mother);
    await aVisit(app, { clientId: lin, staffId: staff.id });
    await someoneWith(app, { ownClientsOnly: true, staffId: staff.id });
    const { relations, referredBy } = await relationsOf(lin);
    expect([relations[0]!.client, referredBy]).toEqual([null, { client: null }]);
    expect((await app.call('relations.tree', { clientId: lin })).rows.map(({ client }) => client?.name ?? null)).toEqual([null, '林若溪']);
    await expect(relationsOf(mother)).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(refer(lin, mother)).rejects.toMatchObject({ code: 'record.not-found' });
    await ownerAgain(app);
  });
});

describe('who sent whom', () => {
  test('is a tree from whoever began it, with how many and what they spend', async () => {
    const [friend, other] = [await aClient(app, { name: '沈卉' }), await aClient(app, { name: '王玉兰' })];
    await refer(lin, mother);
    await refer(friend, lin);
    await refer(other, mother);
    await aVisit(app, { clientId: friend, amountCents: 20_000 });
    await aVisit(app, { clientId: lin, amountCents: 10_000 });
    const { rows, more } = await app.call('relations.tree', { clientId: lin });
    expect(rows.map(({ client, depth, self, sent, spentCents }) => [client?.name, depth, self, sent, spentCents])).toEqual([
      ['林秀兰', 0, false, 2, 0],
      ['林若溪', 1, true, 1, 10_000],
      ['沈卉', 2, false, 0, 20_000],
      ['王玉兰', 1, false, 0, 0],
    ]);
    expect(more).toBe(false);
    expect(await relationsOf(mother)).toMatchObject({ referredBy: null, sent: 2, below: 3, spentCents: 30_000 });
  });

  test('is never a circle, however long', async () => {
    const friend = await aClient(app, { name: '沈卉' });
    await refer(lin, mother);
    await refer(friend, lin);
    await expect(refer(mother, friend)).rejects.toMatchObject({ code: 'relations.circle', details: { name: '沈卉' } });
    await expect(refer(mother, mother)).rejects.toMatchObject({ code: 'relations.oneself' });
  });

  test('comes to an end in a book that holds a circle all the same', async () => {
    await refer(lin, mother);
    const db = wrapDatabase(app.house.vault.database());
    inAct(db, () => runSql(db, "UPDATE client SET referred_by_id = (SELECT id FROM client WHERE name = '林若溪') WHERE name = '林秀兰'"));
    expect((await app.call('relations.tree', { clientId: lin })).rows).toHaveLength(2);
    expect((await relationsOf(lin)).below).toBe(1);
  });

  test('shows no amounts to who may not see them', async () => {
    await refer(lin, mother);
    await aVisit(app, { clientId: lin, amountCents: 10_000 });
    await someoneWith(app, { levels: { money: 'none', insights: 'none' } });
    expect((await relationsOf(mother)).spentCents).toBeNull();
    expect((await app.call('relations.tree', { clientId: lin })).rows.map(({ spentCents }) => spentCents)).toEqual([null, null]);
  });

  test('can be undone, and is in the history by name', async () => {
    const { act } = await refer(lin, mother);
    expect((await app.call('history.ofClient', { clientId: lin, field: 'referredBy' }))[0]!.fields).toMatchObject([
      { from: null, to: '林秀兰' },
    ]);
    await app.call('history.undo', { actId: act! });
    expect((await relationsOf(lin)).referredBy).toBeNull();
  });
});

describe('a new client', () => {
  const draft = (referredById: ClientId | null) => ({ ...aDraft({ name: '李梦' }), referredById });

  test('comes with who of the book sent them, in the act that made them', async () => {
    const { value, act } = await app.act('clients.create', draft(lin));
    expect(await relationsOf(value.id)).toMatchObject({ referredBy: { client: { id: lin } } });
    await app.call('history.undo', { actId: ActId.parse(act) });
    expect(await relationsOf(lin)).toMatchObject({ sent: 0 });
  });

  test('cannot have been sent by somebody who is in the bin, or not in the book', async () => {
    await app.call('clients.remove', { id: lin });
    await expect(app.call('clients.create', draft(lin))).rejects.toMatchObject({ code: 'clients.in-bin' });
    const nobody = ClientId.parse('01890000-0000-7000-8000-000000000000');
    await expect(app.call('clients.create', draft(nobody))).rejects.toMatchObject({ code: 'record.not-found' });
  });
});
