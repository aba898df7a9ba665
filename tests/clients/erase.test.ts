// Erasing a client for good: no byte of them is left, what was done stays provable, and they do not come back.

import { cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replayErasures, tombstonesOf } from '../../electron/clients/erase';
import { wrapDatabase, type Db } from '../../electron/core/database/database';
import { dropTriggers, installTriggers } from '../../electron/core/database/triggers';
import { ActId } from '../../shared/ids';
import { anApp, anEmptyApp, signIn, type TestApp } from '../support/app';
import { aClient, aDraft, aVisit } from '../support/build';
import { dumpOf } from '../support/dump';
import { inAct } from '../support/shop-book';
import { aMarkedClient, erase, eraseMany, wordsIn } from '../torture/erase';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const db = (of: TestApp = app): Db => wrapDatabase(of.house.vault.database());
const undo = (act: string) => app.call('history.undo', { actId: ActId.parse(act) });
const verify = async () => (await app.call('audit.verify', null)).broken;

/** As somebody would who has the key and a tool of their own. */
function outside(sql: string): number {
  const sqlite = app.house.vault.database();
  dropTriggers(sqlite);
  const { changes } = sqlite.prepare(sql).run();
  installTriggers(sqlite);
  return changes;
}

test('leaves no word of 5 erased clients in any byte of the book', async () => {
  expect(await eraseMany(5)).toEqual({ erased: 5, unseen: 0, left: 0 });
});

test('takes along what a migration had put aside', async () => {
  const kept = `${app.house.vault.readerAccess().file}.before-schema-2`;
  writeFileSync(kept, 'the book as it was');
  await erase(app, await aMarkedClient(app, 1));
  expect(existsSync(kept)).toBe(false);
});

test('changes nothing about anybody else', async () => {
  const other = await aClient(app, { name: '林若溪', phone: '13800138427', tags: ['敏感肌'] });
  await aVisit(app, { clientId: other, note: '靠窗' });
  const marked = await aMarkedClient(app, 1);
  // The list they came with is the shop's, and stays.
  const { import_batch: _list, journal_state: _state, ...before } = dumpOf(app.house.vault.database());
  await erase(app, marked);
  const { import_batch: _same, erased_client: tombstones, ...after } = dumpOf(app.house.vault.database());
  expect(after['client']).toEqual(before['client']?.slice(0, 1));
  expect(after['visit']).toEqual(before['visit']?.slice(0, 1));
  expect([after['tag'], after['client_phone']?.length, after['client_totals']?.length]).toEqual([before['tag'], 1, 1]);
  expect(tombstones).toEqual([{ uid: marked.id, number: marked.number, at: '2026-03-14T04:00:00.000Z', by: expect.any(String) }]);
  expect(app.house.vault.database().pragma('foreign_key_check')).toEqual([]);
  expect(await app.call('clients.counts', null)).toEqual({ current: 1, archived: 0, bin: 0 });
});

test('erases only from the bin, and only the client whose number was typed', async () => {
  const id = await aClient(app);
  const { number } = await app.call('clients.get', { id });
  const before = dumpOf(app.house.vault.database());
  await expect(app.call('clients.erase', { id, confirm: number })).rejects.toMatchObject({ code: 'clients.not-in-bin' });
  expect(dumpOf(app.house.vault.database())).toEqual(before);
  await app.call('clients.remove', { id });
  await expect(app.call('clients.erase', { id, confirm: 'C-9999' })).rejects.toMatchObject({ code: 'clients.number-mistyped' });
  expect((await app.call('clients.get', { id })).name).toBe('林若溪');
});

test('search, list and page know nothing of them any more', async () => {
  const { id, number } = await aMarkedClient(app, 3);
  const find = async (text: string) =>
    (
      await app.call('clients.list', {
        filter: { text, tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'bin' },
        ...{ sort: 'last-visit', descending: true, offset: 0, limit: 10 },
      })
    ).total;
  await app.call('clients.remove', { id });
  expect(await find('珊珊')).toBe(1);
  await app.call('clients.erase', { id, confirm: number });
  expect(await find('珊珊')).toBe(0);
  await expect(app.call('clients.get', { id })).rejects.toMatchObject({ code: 'record.not-found' });
});

test('takes their name out of the records of whom they sent and of who wrote it there, and out of the journal of those', async () => {
  const { id, number } = await app.call('clients.create', aDraft({ name: '顾念慈qx' }));
  const linked = await aClient(app, { name: '林若溪' });
  await app.call('relations.refer', { clientId: linked, byId: id });
  const typed = await aClient(app, { name: '李梦瑶', referrer: '顾念慈qx' });
  const cleared = aDraft({ name: '李梦瑶', nickname: '瑶瑶', referrer: '顾念慈qx' });
  await app.call('clients.update', { id: typed, draft: { ...cleared, referrer: '朋友' } });
  await app.call('clients.update', { id: typed, draft: cleared });
  const other = await aClient(app, { name: '王芳', referrer: '朋友' });
  expect(wordsIn(app, ['顾念慈qx'])).toEqual(['顾念慈qx']);
  await erase(app, { id, number });
  expect(wordsIn(app, ['顾念慈qx'])).toEqual([]);
  const referrers = await Promise.all([linked, typed, other].map(async (one) => (await app.call('clients.get', { id: one })).referrer));
  expect(referrers).toEqual([null, null, '朋友']);
  expect((await app.call('clients.get', { id: typed })).nickname).toBe('瑶瑶');
  expect((await app.call('history.ofClient', { clientId: typed, field: null })).map(({ first }) => first)).toEqual([true]);
  expect(await verify()).toBeNull();
});

test('leaves a name in the records of others that somebody who stays bears as well', async () => {
  const { id, number } = await app.call('clients.create', aDraft({ name: '林若溪' }));
  await aClient(app, { name: '林若溪' });
  const sent = await aClient(app, { name: '王芳', referrer: '林若溪' });
  await erase(app, { id, number });
  expect((await app.call('clients.get', { id: sent })).referrer).toBe('林若溪');
});

test('takes along what people left unfinished, or were looking for, that names them; whatever names others stays', async () => {
  const { id, number } = await app.call('clients.create', aDraft({ name: '顾念慈', phone: '13800138427', wechat: 'gunianci88' }));
  await aClient(app, { name: '林若溪' });
  const stays = await aClient(app, { name: '王芳' });
  const left = {
    'client-new': { name: '许知言', referrer: '顾念慈' },
    'place:clients': { filter: { text: '138 0013 8427' } },
    import: { fixes: [{ row: 2, column: 1, text: 'gunianci88' }] },
    [`note:${stays}`]: { text: '顾念慈介绍来的' },
  };
  for (const [key, value] of Object.entries(left)) await app.call('drafts.save', { key, value });
  const kept = async () => {
    const answers = Object.keys(left).map(async (key) => [key, (await app.call('drafts.get', { key })) !== null] as const);
    return (await Promise.all(answers)).flatMap(([key, is]) => (is ? [key] : []));
  };
  const other = await app.call('clients.create', aDraft({ name: '林若溪' }));
  await erase(app, other);
  expect(await kept()).toEqual(Object.keys(left));
  await erase(app, { id, number });
  expect(await kept()).toEqual([`note:${stays}`]);
});

test('gives their number to nobody again, also where counting begins anew', async () => {
  const { id, number } = await aMarkedClient(app, 1);
  await erase(app, { id, number });
  app.house.vault.database().exec('UPDATE book SET last_client_number = 0');
  expect(number).toBe('C-0001');
  expect((await app.call('clients.create', aDraft())).number).toBe('C-0002');
});

test('no act that touched them can be undone, whoever else it touched; all others can', async () => {
  const other = await app.act('clients.create', aDraft({ name: '李梦瑶' }));
  const { id, number } = await aMarkedClient(app, 1);
  await app.call('clients.addTag', { ids: [id, other.value.id], name: '老客' });
  const renamed = await app.act('clients.update', { id: other.value.id, draft: aDraft({ name: '李梦瑶二', tags: ['老客'] }) });
  await erase(app, { id, number });
  const acts = (await app.call('history.recent', { limit: 200 })).filter(
    ({ undone, id: act }) => !undone && act !== other.act && act !== renamed.act,
  );
  const before = dumpOf(app.house.vault.database());
  for (const act of acts) {
    if (/^(clients|visits|preferences|followUps|history)\./.test(act.operation))
      await expect(undo(act.id), act.operation).rejects.toMatchObject({ code: 'history.final' });
  }
  expect(acts.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['clients.create', 'clients.addTag', 'clients.erase']));
  expect(dumpOf(app.house.vault.database())).toEqual(before);
  await undo(renamed.act!);
  expect((await app.call('clients.get', { id: other.value.id })).name).toBe('李梦瑶');
});

test('the journal forgets nothing but the words of a client who is being erased', async () => {
  const id = await aClient(app);
  await app.call('clients.archive', { id });
  const book = db();
  const scrub = "UPDATE journal SET before = '{}', after = '{}' WHERE table_name = 'client'";
  const mark = `INSERT INTO erasing_row (row_uid) VALUES ('${id}')`;
  const tries: readonly (readonly [string, () => void])[] = [
    ['outside of an erasure', () => inAct(book, () => book.$client.exec(scrub))],
    ['outside of an act', () => book.$client.transaction(() => book.$client.exec(`${mark}; ${scrub}`))()],
    [
      'other words',
      () => inAct(book, () => book.$client.exec(`${mark}; UPDATE journal SET before = '{"name":"x"}', after = '{}' WHERE kind = 'update'`)),
    ],
    [
      'another row',
      () =>
        inAct(book, () =>
          book.$client.exec(`${mark}; UPDATE journal SET before = '{}', after = '{}', row_uid = 'x' WHERE kind = 'update'`),
        ),
    ],
    [
      'another act',
      () =>
        inAct(book, () => book.$client.exec(`${mark}; UPDATE journal SET before = '{}', after = '{}', act_id = 1 WHERE kind = 'update'`)),
    ],
    ['gone', () => inAct(book, () => book.$client.exec(`${mark}; DELETE FROM journal`))],
  ];
  for (const [what, attempt] of tries) expect(attempt, what).toThrow(/append-only/);
  expect(book.$client.prepare('SELECT count(*) AS n FROM erasing_row').get()).toEqual({ n: 0 });
});

test('the log tells of the erasure, and still fits what is left', async () => {
  const { id, number } = await aMarkedClient(app, 1);
  await erase(app, { id, number });
  expect(await verify()).toBeNull();
  const filter = { from: null, to: null, accountId: null, events: ['erased' as const], clientId: null };
  const { entries } = await app.call('audit.list', { filter, before: null, limit: 10 });
  expect(entries).toMatchObject([
    { operation: 'clients.erase', who: { name: '苏敏' }, client: { id, number, name: null }, details: { clients: 1 } },
  ]);
  // A second erasure vouches anew for acts the first one vouched for.
  const [one, two] = [await aClient(app, { name: '甲' }), await aClient(app, { name: '乙' })];
  await app.call('clients.addTag', { ids: [one, two], name: '老客' });
  for (const client of [one, two]) await erase(app, { id: client, number: (await app.call('clients.get', { id: client })).number });
  expect(await verify()).toBeNull();
});

test.each([
  [
    'what is left of an act that touched an erased client',
    "UPDATE journal SET row_uid = 'x' WHERE table_name = 'client_tag' AND before IS NOT '{}'",
  ],
  ['what was erased', "UPDATE journal SET after = '{\"name\":\"别人\"}' WHERE table_name = 'client' AND before = '{}'"],
  ['an act that has nothing to do with it', "UPDATE journal SET after = '{\"name\":\"别人\"}' WHERE kind = 'update' AND before <> '{}'"],
])('still finds tampering with %s', async (_what, sql) => {
  const { id, number } = await aMarkedClient(app, 1);
  const other = await aClient(app, { name: '林若溪' });
  await app.call('clients.archive', { id: other });
  await app.call('clients.addTag', { ids: [id, other], name: '老客' });
  await erase(app, { id, number });
  expect(await verify()).toBeNull();
  expect(outside(sql)).toBeGreaterThan(0);
  expect(await verify()).toMatchObject({ kind: 'journal' });
});

test('an erasure does not make good what was tampered with before', async () => {
  const { id, number } = await aMarkedClient(app, 1);
  const other = await aClient(app, { name: '林若溪' });
  await app.call('clients.addTag', { ids: [id, other], name: '老客' });
  expect(outside("UPDATE journal SET row_uid = 'x' WHERE id = (SELECT max(id) FROM journal WHERE table_name = 'client_tag')")).toBe(1);
  await erase(app, { id, number });
  expect(await verify()).toMatchObject({ kind: 'journal' });
});

test('an older book that takes the place of this one loses them too, and keeps their tombstones', async () => {
  const marked = await aMarkedClient(app, 1);
  const stays = await aClient(app, { name: '林若溪' });
  app.house.lock('key');
  const older = mkdtempSync(path.join(tmpdir(), 'shuke-older-'));
  cpSync(app.folder, older, { recursive: true });
  await signIn(app);
  await erase(app, marked);
  const never = { uid: 'client-of-after', number: 'C-0777', at: '2026-03-14T04:00:00.000Z', by: 'x' };
  const tombstones = [...tombstonesOf({ db: db() }), never];
  const restored = anEmptyApp({ folder: older });
  try {
    await signIn(restored);
    expect(wordsIn(restored, marked.words)).toEqual(marked.words);
    expect(inAct(db(restored), () => replayErasures(db(restored), tombstones)).clients).toBe(1);
    await expect(restored.call('clients.get', { id: marked.id })).rejects.toMatchObject({ code: 'record.not-found' });
    expect((await restored.call('clients.get', { id: stays })).name).toBe('林若溪');
    expect(tombstonesOf({ db: db(restored) })).toEqual(tombstones);
    restored.house.vault.database().pragma('wal_checkpoint(TRUNCATE)');
    expect(wordsIn(restored, marked.words)).toEqual([]);
  } finally {
    restored.close();
  }
});
