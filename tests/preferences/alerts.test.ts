// Alerts: under the health key in the book, and for each session what its right lets it know.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { aPerson, anApp, takeOver, type TestApp } from '../support/app';
import { aClient, aDraft, aVisit } from '../support/build';
import { ownerAgain, someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
const ALERT = { id: null, kind: 'allergy', text: '对苯二胺（PPD）', detail: '面部红肿' } as const;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { name: '林若溪', alerts: [ALERT] });
});
afterEach(() => app.close());

const rows = (table: string) => JSON.stringify(app.house.vault.database().prepare(`SELECT * FROM ${table}`).all());
const page = () => app.call('clients.get', { id: client });
const add = (kind: 'allergy' | 'like') => app.call('preferences.add', { clientId: client, draft: { kind, text: '玫瑰', detail: null } });
const find = async (text: string) => {
  const filter = { text, tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
  return (await app.call('clients.list', { filter, sort: 'last-visit', descending: true, offset: 0, limit: 10 })).rows;
};

test('nothing of an alert can be read in the book or its journal, not even what it is about', async () => {
  const [alert] = (await page()).preferences;
  await app.call('preferences.edit', { id: alert!.id, draft: { kind: 'skin', text: '敏感肌', detail: '换季脱皮' } });
  const [edited] = (await page()).preferences;
  await app.call('preferences.end', { id: edited!.id, reason: '皮肤科确认已好' });
  const text = rows('preference') + rows('journal');
  for (const word of ['对苯二胺', '红肿', '敏感肌', '脱皮', '皮肤科', 'allergy', 'skin']) expect(text).not.toContain(word);
  const versions = await app.call('preferences.versions', { clientId: client });
  expect(versions.map(({ kind, text: said, endReason }) => [kind, said, endReason])).toEqual([
    ['skin', '敏感肌', '皮肤科确认已好'],
    ['allergy', '对苯二胺（PPD）', null],
  ]);
});

test('an edited and an ended alert come back with undo', async () => {
  const [alert] = (await page()).preferences;
  const { act: edit } = await app.act('preferences.edit', { id: alert!.id, draft: { kind: 'skin', text: '敏感肌', detail: null } });
  await app.call('history.undo', { actId: edit as never });
  expect((await page()).preferences).toMatchObject([{ kind: 'allergy', text: '对苯二胺（PPD）', detail: '面部红肿' }]);
  const { act: end } = await app.act('preferences.end', { id: alert!.id, reason: '误记' });
  expect((await page()).preferences).toEqual([]);
  await app.call('history.undo', { actId: end as never });
  expect((await page()).preferences).toMatchObject([{ kind: 'allergy', text: '对苯二胺（PPD）' }]);
});

test('without the right there are no alerts: not on the page, in lists, in versions, in a search, in what is missing', async () => {
  const without = await aClient(app, { name: '林若溪' });
  await app.call('clients.update', { id: without, draft: aDraft({ name: '林若溪', askedNoAlerts: true }) });
  await someoneWith(app, { levels: { health: 'none' } });
  const shown = await page();
  expect(shown).toMatchObject({ preferences: [], askedNoAlerts: false });
  expect((await app.call('clients.get', { id: without })).completeness).toEqual(shown.completeness);
  expect((await app.call('clients.get', { id: without })).askedNoAlerts).toBe(false);
  expect(await app.call('preferences.versions', { clientId: client })).toEqual([]);
  expect((await find('林若溪')).map((row) => row.alerts)).toEqual([[], []]);
  expect(await find('苯二胺')).toEqual([]);
});

test('with the masked right there is an alert, and nothing of what it says', async () => {
  await someoneWith(app, { levels: { health: 'masked' } });
  expect((await page()).preferences).toMatchObject([{ kind: 'hidden', text: '', detail: null }]);
  expect(await app.call('preferences.versions', { clientId: client })).toMatchObject([
    { kind: 'hidden', text: '', detail: null, endReason: null },
  ]);
  expect((await find('林若溪')).map((row) => row.alerts)).toEqual([['hidden']]);
  expect(await find('苯二胺')).toEqual([]);
});

test('who sees alerts finds them by their words, and cannot change them without that right', async () => {
  await someoneWith(app, { levels: { health: 'see' } });
  expect(await find('苯二胺')).toMatchObject([{ id: client, match: { field: 'note', excerpt: '对苯二胺（PPD） 面部红肿' } }]);
  const [alert] = (await page()).preferences;
  const refusal = { code: 'session.not-allowed', details: { permission: 'health.change' } };
  await expect(add('allergy')).rejects.toMatchObject(refusal);
  await expect(app.call('preferences.end', { id: alert!.id, reason: '好了' })).rejects.toMatchObject(refusal);
  const note = { id: alert!.id, draft: { kind: 'note', text: '不是提醒', detail: null } } as const;
  await expect(app.call('preferences.edit', note)).rejects.toMatchObject(refusal);
});

test('likes and notes ask for the right to change clients, alerts do not', async () => {
  await someoneWith(app, { levels: { clients: 'see' } });
  await expect(add('like')).rejects.toMatchObject({ code: 'session.not-allowed', details: { permission: 'clients.change' } });
  await expect(add('allergy')).resolves.toMatchObject({ id: expect.any(String) });
});

test('a form sent by who may not change alerts leaves them as they are', async () => {
  await someoneWith(app, { levels: { health: 'see' } });
  await app.call('clients.update', { id: client, draft: aDraft({ name: '林若希', alerts: [], askedNoAlerts: true }) });
  await expect(aClient(app, { name: '新客', alerts: [ALERT] })).rejects.toMatchObject({ details: { permission: 'health.change' } });
  await ownerAgain(app);
  expect(await page()).toMatchObject({ name: '林若希', preferences: [{ text: '对苯二胺（PPD）' }], askedNoAlerts: false });
});

test('who does not know what to beware of cannot record a visit, until it was shown to them today', async () => {
  const free = await aClient(app, { name: '无提醒' });
  await someoneWith(app, { levels: { health: 'none' } });
  await expect(aVisit(app, { clientId: client })).rejects.toMatchObject({ code: 'visits.alerts-hidden' });
  await aVisit(app, { clientId: free });
  await ownerAgain(app);
  await someoneWith(app, { levels: { health: 'masked' } });
  await expect(aVisit(app, { clientId: client })).rejects.toMatchObject({ code: 'visits.alerts-hidden' });
  const shown = await app.call('reveals.show', { clientId: client, what: 'health', reason: '今天给她染发', approval: null });
  expect(shown).toMatchObject({ what: 'health', alerts: [{ kind: 'allergy', text: '对苯二胺（PPD）', detail: '面部红肿' }] });
  await aVisit(app, { clientId: client });
  app.now = new Date('2026-03-15T04:00:00.000Z');
  await expect(aVisit(app, { clientId: client })).rejects.toMatchObject({ code: 'visits.alerts-hidden' });
});

test('what a service meets is said only to who sees alerts', async () => {
  const draft = {
    name: '染发',
    group: null,
    minutes: 90,
    priceCents: 38_000,
    followUpDays: null,
    followUpNote: null,
    ingredients: ['PPD'],
    active: true,
  };
  await app.call('catalogue.create', draft as never);
  const conflicts = async () =>
    (await app.call('visits.offer', { clientId: client })).services.map(({ conflict }) => conflict?.kind ?? null);
  expect(await conflicts()).toEqual(['allergy']);
  await someoneWith(app, { levels: { health: 'masked' } });
  expect(await conflicts()).toEqual([null]);
});

test('a view of alerts in full is remembered, a masked one is not', async () => {
  const front = await aPerson(app, { role: 'front-desk' });
  await takeOver(app, front);
  await page();
  await ownerAgain(app);
  await someoneWith(app, { levels: { health: 'masked' } });
  await page();
  await ownerAgain(app);
  app.house.lock('key');
  await app.call('book.unlock', { accountId: (await app.call('book.status', null)).accounts[0]!.id, password: 'shanchahua-9-yue' });
  const events = app.house.vault
    .database()
    .prepare<[], { account_id: number }>("SELECT account_id FROM audit WHERE event = 'health-seen'")
    .all();
  expect(events).toHaveLength(1);
});
