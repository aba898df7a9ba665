// Reveals: for a reason, so many a day, with a second person beyond that, and always in the log.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { AccountId, ClientId } from '../../shared/ids';
import { aPerson, anApp, takeOver, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { ownerAgain, someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
let ownerId: AccountId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { phone: '13800138533', wechat: 'wxfen', email: 'fen@example.com', address: '花园路 9 号' });
  await aVisit(app, { clientId: client, amountCents: 39_800 });
  ownerId = (await app.call('book.status', null)).accounts[0]!.id;
  await app.call('book.setPin', { pin: '246810', password: 'shanchahua-9-yue' });
});
afterEach(() => app.close());

const show = (more: Partial<Input<'reveals.show'>> = {}) =>
  app.call('reveals.show', { clientId: client, what: 'contact', reason: '回电话 13800138533', approval: null, ...more });
const log = () =>
  app.house.vault
    .database()
    .prepare<[], { client_uid: string; details: string }>("SELECT client_uid, details FROM audit WHERE event = 'revealed' ORDER BY id")
    .all()
    .map(({ client_uid, details }) => ({ client: client_uid, ...JSON.parse(details) }));

test('shows a masked phone in full, and the log says to whom and why', async () => {
  await someoneWith(app, { levels: { contact: 'masked' }, revealsPerDay: 5 });
  expect((await app.call('clients.get', { id: client })).phones[0]?.shown).toBe('138 **** 8533');
  expect(await show()).toEqual({
    what: 'contact',
    phones: [{ shown: '138 0013 8533', e164: '+8613800138533', label: null }],
    wechat: 'wxfen',
    email: 'fen@example.com',
    address: '花园路 9 号',
    count: { today: 1, limit: 5 },
  });
  // The reason is kept without the phone somebody wrote into it.
  expect(log()).toMatchObject([{ client, what: 'contact', reason: '回电话 138 **** 8533', approvedBy: null, counted: true }]);
});

test('shows amounts to who sees them masked', async () => {
  await someoneWith(app, { levels: { money: 'masked' }, revealsPerDay: 5 });
  expect(await show({ what: 'money' })).toMatchObject({ what: 'money', spentCents: 39_800, visits: [{ amountCents: 39_800 }] });
});

test('refuses what somebody may not even know of', async () => {
  await someoneWith(app, { levels: { contact: 'none', health: 'none', money: 'none' }, revealsPerDay: 5 });
  for (const what of ['contact', 'health', 'money'] as const)
    await expect(show({ what })).rejects.toMatchObject({ code: 'session.not-allowed', details: { permission: `${what}.masked` } });
  expect(log()).toEqual([]);
});

test('what somebody sees anyway is logged and costs nothing', async () => {
  expect(await show()).toMatchObject({ count: { today: 0, limit: null } });
  expect(log()).toMatchObject([{ counted: false }]);
});

test('stops at the daily number, which begins anew with the shop’s day', async () => {
  await someoneWith(app, { levels: { contact: 'masked' }, revealsPerDay: 2 });
  await show();
  await show();
  expect(await app.call('reveals.count', null)).toEqual({ today: 2, limit: 2 });
  await expect(show()).rejects.toMatchObject({ code: 'reveals.limit', details: { limit: 2 } });
  app.now = new Date('2026-03-15T04:00:00.000Z');
  expect(await app.call('reveals.count', null)).toEqual({ today: 0, limit: 2 });
  await show();
});

test('each person has their own number', async () => {
  const one = await someoneWith(app, { levels: { contact: 'masked' }, revealsPerDay: 1 });
  await show();
  await ownerAgain(app);
  await someoneWith(app, { levels: { contact: 'masked' }, revealsPerDay: 1 });
  await show();
  await takeOver(app, one);
  await expect(show()).rejects.toMatchObject({ code: 'reveals.limit' });
});

test('beyond the number a second person agrees with their PIN, each time', async () => {
  const desk = await aPerson(app, { role: 'front-desk', name: '前台' });
  await someoneWith(app, { levels: { contact: 'masked' }, revealsPerDay: 0 });
  await expect(show({ approval: { accountId: ownerId, pin: '000000' } })).rejects.toMatchObject({ code: 'people.pin-wrong' });
  await expect(show({ approval: { accountId: desk.id, pin: '246810' } })).rejects.toMatchObject({ code: 'people.not-an-approver' });
  const own = (await app.call('book.status', null)).session!.accountId;
  await expect(show({ approval: { accountId: own, pin: '246810' } })).rejects.toMatchObject({ code: 'people.own-approval' });
  expect(await show({ approval: { accountId: ownerId, pin: '246810' } })).toMatchObject({ count: { today: 1, limit: 0 } });
  expect(log()).toMatchObject([{ approvedBy: ownerId }]);
  await expect(show()).rejects.toMatchObject({ code: 'reveals.limit' });
});
