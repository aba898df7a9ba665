// Rules of follow-ups.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IsoDate } from '../../shared/core/date';
import { anApp, type TestApp } from '../support/app';
import { aClient, aFollowUp } from '../support/build';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const day = (text: string) => text as IsoDate;
const board = (until = '2026-03-20') => app.call('followUps.board', { until, staffId: null });

test('lists what is due, the longest overdue first', async () => {
  const id = await aClient(app);
  const later = await aFollowUp(app, id, { dueOn: day('2026-03-18') });
  const today = await aFollowUp(app, id, { dueOn: day('2026-03-14') });
  app.now = new Date('2026-03-16T04:00:00.000Z');
  const { lines, dueNow } = await board();
  expect(lines.map((line) => line.id)).toEqual([today, later]);
  expect(dueNow).toBe(1);
});

test('names the next day something is due when nothing is', async () => {
  await aFollowUp(app, await aClient(app), { dueOn: day('2026-05-01') });
  expect(await board()).toMatchObject({ lines: [], nextDueOn: '2026-05-01' });
});

test('refuses a promise for a day that has passed', async () => {
  await expect(aFollowUp(app, await aClient(app), { dueOn: day('2026-03-13') })).rejects.toMatchObject({ code: 'follow-ups.due-in-past' });
});

test('takes a year that was mistyped for what it is', async () => {
  await expect(aFollowUp(app, await aClient(app), { dueOn: day('2062-03-14') })).rejects.toMatchObject({ code: 'follow-ups.too-far' });
});

test('is done once, with its outcome', async () => {
  const id = await aFollowUp(app, await aClient(app));
  await app.call('followUps.complete', { id, outcome: 'booked', note: '周六下午' });
  expect(await board()).toMatchObject({ lines: [], doneToday: 1 });
  await expect(app.call('followUps.complete', { id, outcome: 'well', note: null })).rejects.toMatchObject({ code: 'follow-ups.closed' });
});

test('a change that began from an older state is told, and nothing is written over', async () => {
  const clientId = await aClient(app);
  const began = { kind: 'other', dueOn: day('2026-03-16'), staffId: null, note: '问肤色' } as const;
  const { id } = await app.call('followUps.create', { clientId, ...began });
  const mine = { clientId, ...began, note: '问肤色和头皮' };
  await app.call('followUps.snooze', { id, until: day('2026-03-18') });
  await expect(app.call('followUps.update', { id, draft: mine, began })).rejects.toMatchObject({ code: 'follow-ups.changed-meanwhile' });
  expect((await board()).lines).toMatchObject([{ dueOn: '2026-03-18', note: '问肤色' }]);
  await app.call('followUps.update', { id, draft: mine, began: { ...began, dueOn: day('2026-03-18') } });
  expect((await board()).lines).toMatchObject([{ dueOn: '2026-03-16', note: '问肤色和头皮' }]);
});

test('moves to a later day when snoozed, and counts how often', async () => {
  const id = await aFollowUp(app, await aClient(app));
  await app.call('followUps.snooze', { id, until: day('2026-03-16') });
  await app.call('followUps.snooze', { id, until: day('2026-03-18') });
  expect((await board()).lines).toMatchObject([{ id, dueOn: '2026-03-18', snoozed: 2 }]);
});

test('is dropped only with a reason', async () => {
  const id = await aFollowUp(app, await aClient(app));
  await expect(app.call('followUps.drop', { id, reason: '  ' })).rejects.toMatchObject({ code: 'bridge.bad-input' });
  await app.call('followUps.drop', { id, reason: '搬走了' });
  expect((await board()).lines).toEqual([]);
});

test('does not ask to call a client who is in the bin or archived', async () => {
  const gone = await aClient(app, { name: '甲' });
  const archived = await aClient(app, { name: '乙' });
  await aFollowUp(app, gone);
  await aFollowUp(app, archived);
  await app.call('clients.remove', { id: gone });
  await app.call('clients.archive', { id: archived });
  expect(await board()).toMatchObject({ lines: [], dueNow: 0 });
});

test('keeps to the shop’s own midnight, not to that of Greenwich', async () => {
  const id = await aClient(app);
  await aFollowUp(app, id, { dueOn: day('2026-03-15') });
  const before = new Date(2026, 2, 14, 23, 59);
  const after = new Date(2026, 2, 15, 0, 1);
  app.now = before;
  expect((await board()).dueNow).toBe(0);
  app.now = after;
  expect((await board()).dueNow).toBe(1);
});
