// The bin: what was deleted is listed with who and when, comes back whole, and only to who may bring it back.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { anApp, OWNER, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { name: '林若溪' });
});
afterEach(() => app.close());

const deleted = () => app.call('history.deleted', null);
const kinds = async () => (await deleted()).map(({ kind }) => kind);

async function deleteEverything() {
  const other = await aClient(app, { name: '梁婉婷' });
  const visit = await aVisit(app, { clientId: client, on: '2026-03-10' });
  const draft = { channel: 'phone', began: 'us', said: '问周六', on: '2026-03-13', time: '10:00' } as const;
  const contact = await app.call('contacts.record', { clientId: client, draft });
  const relation = await app.call('relations.add', { clientId: client, otherId: other, kind: 'friend', note: null });
  await app.call('visits.remove', { id: visit, reason: '记错了' });
  await app.call('contacts.remove', { id: contact.id });
  await app.call('relations.remove', { id: relation.id });
  await app.call('clients.remove', { id: other });
}

test('lists what was deleted with whose it was, by whom, when and for how long, newest first', async () => {
  await deleteEverything();
  const things = await deleted();
  expect(things).toMatchObject([
    { kind: 'client', client: { name: '梁婉婷' }, on: null, by: OWNER.ownerName, daysLeft: 30 },
    { kind: 'relation', client: { name: '林若溪' } },
    { kind: 'contact', client: { name: '林若溪' }, on: '2026-03-13' },
    { kind: 'visit', client: { name: '林若溪' }, on: '2026-03-10' },
  ]);
});

test('gives each thing back whole, and lists it no more', async () => {
  const timeline = async () => (await app.call('timeline.of', { clientId: client, kind: 'all', before: null, limit: 50 })).items;
  await deleteEverything();
  for (const { actId } of await deleted()) await app.call('history.undo', { actId });
  expect(await deleted()).toEqual([]);
  expect((await timeline()).map(({ type }) => type).sort()).toEqual(expect.arrayContaining(['contact', 'visit']));
  expect((await app.call('relations.of', { clientId: client })).relations).toMatchObject([{ kind: 'friend', client: { name: '梁婉婷' } }]);
});

test('forgets what is older than 30 days, and what came back another way', async () => {
  await deleteEverything();
  const [first] = await deleted();
  await app.call('clients.restore', { id: first!.client.id });
  expect(await kinds()).toEqual(['relation', 'contact', 'visit']);
  app.now = new Date(app.now.getTime() + 29 * 86_400_000);
  expect((await deleted()).map(({ daysLeft }) => daysLeft)).toEqual([1, 1, 1]);
  app.now = new Date(app.now.getTime() + 2 * 86_400_000);
  expect(await deleted()).toEqual([]);
});

test('shows nobody what others deleted without the right to take that back, and nothing they may not delete', async () => {
  await deleteEverything();
  await someoneWith(app, { levels: { 'undo-others': 'none' } });
  expect(await kinds()).toEqual([]);
  await app.call('clients.remove', { id: client });
  expect(await kinds()).toEqual(['client']);
});

test('shows an alert that was ended only to who may see health', async () => {
  const id = await aClient(app, { name: '叶知秋', alerts: [{ id: null, kind: 'allergy', text: '对PPD过敏', detail: null }] });
  const page = await app.call('clients.get', { id });
  await app.call('preferences.end', { id: page.preferences[0]!.id, reason: '记错了人' });
  expect(await kinds()).toEqual(['preference']);
  await someoneWith(app, { levels: { health: 'none' } });
  expect(await kinds()).toEqual([]);
});
