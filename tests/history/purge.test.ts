// The bin after 30 days: what was deleted is really gone, nothing else is, and nobody brings it back.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ActId, type ClientId } from '../../shared/ids';
import { anApp, signIn, type TestApp } from '../support/app';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { dumpOf } from '../support/dump';
import { backUp, restore } from '../restore/shop';
import { wordsIn } from '../torture/erase';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { name: '林若溪' });
});
afterEach(() => app.close());

const DAY = 86_400_000;
const sqlite = () => app.house.vault.database();
const later = (days: number) => (app.now = new Date(app.now.getTime() + days * DAY));
const undo = (act: string) => app.call('history.undo', { actId: ActId.parse(act) });

/** Two days on which the shop is worked with. */
async function work() {
  for (let day = 0; day < 2; day += 1) {
    await aClient(app, { name: '路人' });
    later(1);
  }
}

/** Nobody is at the PC, and the look of the day comes to its end. */
async function emptied() {
  const log = () => sqlite().prepare("SELECT details FROM audit WHERE operation = 'history.purge'").all().length;
  const before = log();
  app.idleSeconds = 90;
  app.tick();
  await vi.waitFor(() => expect(log()).toBeGreaterThan(before), 5000);
  await settled();
  app.idleSeconds = 0;
}

/** Until a whole rest passes in which nothing more is written. */
async function settled() {
  let acts = -1;
  const now = () => Number(sqlite().prepare('SELECT count(*) FROM audit').pluck().get());
  while (acts !== now()) {
    acts = now();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function deleteEverything(): Promise<void> {
  const other = await aClient(app, { name: '梁婉婷qx', phone: '13911112222' });
  await aVisit(app, { clientId: other, note: '梁到店qx' });
  const draft = { channel: 'phone', began: 'us', said: '问周六qx', on: '2026-03-13', time: '10:00' } as const;
  const contact = await app.call('contacts.record', { clientId: client, draft });
  const relation = await app.call('relations.add', { clientId: client, otherId: other, kind: 'friend', note: '同学qx' });
  const liked = await app.call('preferences.add', { clientId: client, draft: { kind: 'like', text: '薰衣草一qx', detail: null } });
  const edited = await app.call('preferences.edit', { id: liked.id, draft: { kind: 'like', text: '薰衣草二qx', detail: null } });
  await app.call('contacts.remove', { id: contact.id });
  await app.call('relations.remove', { id: relation.id });
  await app.call('preferences.end', { id: edited.id, reason: '不喜欢了qx' });
  await app.call('clients.remove', { id: other });
}

const WORDS = ['梁婉婷qx', '13911112222', '梁到店qx', '问周六qx', '同学qx', '薰衣草一qx', '薰衣草二qx', '不喜欢了qx'];

test('is empty of everything that was deleted 30 days ago: no word of it is left in any byte of the book', async () => {
  await deleteEverything();
  expect(wordsIn(app, WORDS)).toEqual(WORDS);
  later(29);
  await work();
  await emptied();
  sqlite().pragma('wal_checkpoint(TRUNCATE)');
  expect(wordsIn(app, WORDS)).toEqual([]);
  expect(sqlite().pragma('foreign_key_check')).toEqual([]);
  expect((await app.call('audit.verify', null)).broken).toBeNull();
  expect((await app.call('clients.counts', null)).bin).toBe(0);
});

test('leaves everything else exactly as it was', async () => {
  const id = await aVisit(app, { clientId: client, on: '2026-03-01', note: '留下' });
  await aFollowUp(app, client);
  await work();
  const { import_batch: _lists, ...before } = dumpOf(sqlite());
  await deleteEverything();
  later(29);
  await work();
  await emptied();
  const { import_batch: _same, ...after } = dumpOf(sqlite());
  // Two more passers-by came in after it.
  const known = new Set(before['client']?.map((row) => uidOf(row)));
  expect(after['client']?.filter((row) => known.has(uidOf(row)))).toEqual(before['client']);
  for (const table of [
    'visit',
    'visit_item',
    'follow_up',
    'preference',
    'contact',
    'client_relation',
    'client_phone',
    'tag',
    'erased_client',
  ])
    expect(after[table], table).toEqual(before[table]);
  expect((await app.call('timeline.of', { clientId: client, kind: 'visit', before: null, limit: 50 })).items).toMatchObject([
    { visit: { id } },
  ]);
  expect(await app.call('history.ofClient', { clientId: client, field: null })).toMatchObject([{ first: true }]);
});

test('keeps what was deleted less than 30 days ago, and what was brought back and deleted anew since', async () => {
  const visit = await aVisit(app, { clientId: client });
  const { act } = await app.act('visits.remove', { id: visit, reason: '记错了' });
  const second = await aVisit(app, { clientId: client });
  later(20);
  const back = await app.act('history.undo', { actId: ActId.parse(act) });
  await app.call('visits.remove', { id: second, reason: '记错了' });
  await undo(back.act ?? '');
  const gone = await aClient(app, { name: '今天不见的' });
  await app.call('clients.remove', { id: gone });
  later(13);
  await work();
  await nothingEmptied();
  expect((await app.call('history.deleted', null)).map(({ kind }) => kind)).toEqual(['client', 'visit']);
});

test('is not emptied by a clock that has jumped, until the book was worked with on two days', async () => {
  await app.call('clients.remove', { id: client });
  later(60);
  await nothingEmptied();
  await aClient(app, { name: '路人' });
  await nothingEmptied();
  expect((await app.call('clients.counts', null)).bin).toBe(1);
  await work();
  await emptied();
  expect((await app.call('clients.counts', null)).bin).toBe(0);
});

test('is emptied only while nobody is at the PC', async () => {
  await app.call('clients.remove', { id: client });
  later(31);
  await work();
  app.idleSeconds = 20;
  app.tick();
  await settled();
  expect((await app.call('clients.counts', null)).bin).toBe(1);
});

test('lets nobody undo what was emptied, nor the emptying itself', async () => {
  const { act } = await app.act('clients.remove', { id: client });
  later(29);
  await work();
  await emptied();
  await expect(undo(act ?? '')).rejects.toMatchObject({ code: 'history.final' });
  const purge = (await app.call('history.recent', { limit: 20 })).find(({ operation }) => operation === 'history.purge');
  await expect(undo(purge?.id ?? '')).rejects.toMatchObject({ code: 'history.final' });
  await expect(app.call('clients.get', { id: client })).rejects.toMatchObject({ code: 'record.not-found' });
});

test("says in the log how much it was and nobody's name", async () => {
  await deleteEverything();
  later(29);
  await work();
  await emptied();
  const filter = { from: null, to: null, accountId: null, events: ['erased' as const], clientId: null };
  const { entries } = await app.call('audit.list', { filter, before: null, limit: 10 });
  expect(entries.map(({ who, client: about, details }) => [who, about, details['things'], details['clients']])).toEqual([
    [null, null, 1, 1],
    [null, null, 3, 0],
  ]);
  expect(JSON.stringify(entries)).not.toContain('qx');
});

test('goes on where a lock has ended it, and again in a book that knows of the deleted', async () => {
  for (let index = 0; index < 5; index += 1) await app.call('clients.remove', { id: await aClient(app, { name: `甲${index}` }) });
  later(29);
  await work();
  app.idleSeconds = 90;
  app.tick();
  app.house.lock('key');
  await signIn(app);
  expect((await app.call('clients.counts', null)).bin).toBe(5);
  await emptied();
  expect((await app.call('clients.counts', null)).bin).toBe(0);
});

test('is emptied anew when a restored backup still knew of what was in it', async () => {
  await app.call('clients.remove', { id: client });
  later(29);
  const token = await backUp(app);
  await work();
  await emptied();
  await restore(app, token);
  await signIn(app);
  expect((await app.call('clients.counts', null)).bin).toBe(1);
  await work();
  await emptied();
  expect((await app.call('clients.counts', null)).bin).toBe(0);
});

test('a visit that was struck out and an alert that was ended stay, with their reasons', async () => {
  const visit = await aVisit(app, { clientId: client, note: '留着' });
  const alert = await app.call('preferences.add', { clientId: client, draft: { kind: 'allergy', text: '花粉', detail: null } });
  await app.call('visits.remove', { id: visit, reason: '记错了' });
  await app.call('preferences.end', { id: alert.id, reason: '复查过' });
  const before = dumpOf(sqlite());
  later(31);
  await work();
  await nothingEmptied();
  const after = dumpOf(sqlite());
  for (const table of ['visit', 'preference']) expect(after[table], table).toEqual(before[table]);
});

async function nothingEmptied() {
  app.idleSeconds = 90;
  app.tick();
  await settled();
  app.idleSeconds = 0;
  expect(sqlite().prepare("SELECT count(*) FROM audit WHERE operation = 'history.purge'").pluck().get()).toBe(0);
}

function uidOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'uid' in row ? String(row.uid) : '';
}
