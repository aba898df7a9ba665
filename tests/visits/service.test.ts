// Rules of visits.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IsoDate } from '../../shared/core/date';
import type { Cents } from '../../shared/core/money';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit, aVisitDraft } from '../support/build';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app);
});
afterEach(() => app.close());

const day = (text: string) => text as IsoDate;
const yuan = (value: number) => (value * 100) as Cents;
const page = () => app.call('clients.get', { id: client });

test('adds a visit to the sums of its client at once', async () => {
  await aVisit(app, { clientId: client, on: day('2026-03-01'), amountCents: yuan(398) });
  await aVisit(app, { clientId: client, on: day('2026-03-10'), amountCents: yuan(100) });
  expect(await page()).toMatchObject({ visits: 2, spentCents: 49_800, firstVisitOn: '2026-03-01', lastVisitOn: '2026-03-10' });
});

test('counts a refund as less money, not as an error', async () => {
  await aVisit(app, { clientId: client, amountCents: yuan(398) });
  await aVisit(app, { clientId: client, amountCents: yuan(-100) });
  expect((await page()).spentCents).toBe(29_800);
});

test('a refund is money, not one more visit', async () => {
  await aVisit(app, { clientId: client, on: day('2026-03-01'), amountCents: yuan(398) });
  await aVisit(app, { clientId: client, amountCents: yuan(-100) });
  expect((await page()).visits).toBe(1);
});

test('takes a removed visit out of the sums, and undo puts it back', async () => {
  const id = await aVisit(app, { clientId: client, amountCents: yuan(398) });
  const { act } = await app.act('visits.remove', { id, reason: '记错了' });
  expect(await page()).toMatchObject({ visits: 0, spentCents: 0, lastVisitOn: null });
  await app.call('history.undo', { actId: act as never });
  expect(await page()).toMatchObject({ visits: 1, spentCents: 39_800, lastVisitOn: '2026-03-14' });
});

test('refuses a visit in the future', async () => {
  await expect(aVisit(app, { clientId: client, on: day('2026-03-15') })).rejects.toMatchObject({ code: 'visits.in-future' });
});

test('refuses a visit of another century, and takes one of long ago', async () => {
  await expect(aVisit(app, { clientId: client, on: day('1926-03-14') })).rejects.toMatchObject({ code: 'visits.too-early' });
  await aVisit(app, { clientId: client, on: day('1996-03-14') });
  expect((await page()).firstVisitOn).toBe('1996-03-14');
});

test('refuses a visit without any service', async () => {
  await expect(aVisit(app, { clientId: client, items: [] })).rejects.toMatchObject({ code: 'bridge.bad-input' });
});

test('writes the promised follow-up in the same act, so that one undo takes both', async () => {
  const { value, act } = await app.act(
    'visits.record',
    aVisitDraft({ clientId: client, followUp: { kind: 'after-service', dueOn: day('2026-03-17'), note: '问皮肤感受', staffId: null } }),
  );
  expect(value.followUpId).not.toBeNull();
  await app.call('history.undo', { actId: act as never });
  expect((await app.call('followUps.board', { until: '2026-04-01', staffId: null })).lines).toEqual([]);
  expect((await page()).visits).toBe(0);
});

test('a removed visit takes its open promise along, and undo brings both back', async () => {
  const { id } = await app.call(
    'visits.record',
    aVisitDraft({ clientId: client, followUp: { kind: 'after-service', dueOn: day('2026-03-17'), note: '问皮肤感受', staffId: null } }),
  );
  const board = async () => (await app.call('followUps.board', { until: '2026-04-01', staffId: null })).lines.length;
  const { act } = await app.act('visits.remove', { id, reason: '记错了' });
  expect(await board()).toBe(0);
  await app.call('history.undo', { actId: act as never });
  expect(await board()).toBe(1);
});

test('writes neither when the promise is for a day that has passed', async () => {
  const draft = aVisitDraft({ clientId: client, followUp: { kind: 'other', dueOn: day('2026-03-13'), note: '晚了', staffId: null } });
  await expect(app.call('visits.record', draft)).rejects.toMatchObject({ code: 'follow-ups.due-in-past' });
  expect((await page()).visits).toBe(0);
});

test('offers what was done last time first', async () => {
  const offered = {
    group: null,
    minutes: 60,
    priceCents: yuan(100),
    followUpDays: null,
    followUpNote: null,
    ingredients: [],
    active: true,
  };
  const { id: first } = await app.call('catalogue.create', { ...offered, name: '舒敏修护' });
  const { id: second } = await app.call('catalogue.create', { ...offered, name: '肩颈舒缓' });
  await aVisit(app, {
    clientId: client,
    on: day('2026-02-01'),
    items: [{ serviceId: first, name: '舒敏修护', quantity: 1, priceCents: yuan(100) }],
  });
  await aVisit(app, {
    clientId: client,
    on: day('2026-03-01'),
    items: [{ serviceId: second, name: '肩颈舒缓', quantity: 1, priceCents: yuan(100) }],
    payment: 'wechat',
  });
  const offer = await app.call('visits.offer', { clientId: client });
  expect(offer.services.map((service) => [service.name, service.lastTime])).toEqual([
    ['肩颈舒缓', true],
    ['舒敏修护', false],
  ]);
  expect(offer).toMatchObject({ payment: 'wechat', firstVisit: false });
});

test('holds the ingredients of a service against the alerts of the client', async () => {
  const allergic = await aClient(app, {
    name: '林若溪',
    alerts: [{ id: null, kind: 'allergy', text: '对苯二胺（PPD）', detail: '2025年6月头皮红肿' }],
  });
  await app.call('catalogue.create', {
    name: '染发补色',
    group: null,
    minutes: 120,
    priceCents: yuan(280),
    followUpDays: null,
    followUpNote: null,
    ingredients: ['PPD', '氨水'],
    active: true,
  });
  const [service] = (await app.call('visits.offer', { clientId: allergic })).services;
  expect(service?.conflict).toEqual({ kind: 'allergy', text: '对苯二胺（PPD）', ingredient: 'PPD' });
});

test('an edit changes the visit and keeps its identity', async () => {
  const id = await aVisit(app, { clientId: client });
  await app.call('visits.update', { id, draft: aVisitDraft({ clientId: client, amountCents: yuan(500), note: '改价' }) });
  expect(await app.call('visits.get', { id })).toMatchObject({ id, amountCents: 50_000, note: '改价' });
  expect((await page()).spentCents).toBe(50_000);
});

test('keeps what an older system brought over apart where the two could overlap', async () => {
  const sqlite = app.house.vault.database();
  sqlite.transaction(() => {
    sqlite.prepare("INSERT INTO act (uid, at, operation) VALUES ('t', '2026-03-14T00:00:00.000Z', 'test')").run();
    sqlite.prepare('UPDATE journal_state SET act_id = (SELECT max(id) FROM act)').run();
    sqlite
      .prepare(
        "INSERT INTO brought_over (uid, client_id, spent_cents, visits, last_visit_on) SELECT 'b', id, 100000, 10, '2026-01-31' FROM client",
      )
      .run();
    sqlite.prepare('UPDATE journal_state SET act_id = NULL').run();
  })();
  expect(await page()).toMatchObject({ visits: 10, spentCents: 100_000, lastVisitOn: '2026-01-31' });
  await aVisit(app, { clientId: client, on: day('2026-03-01') });
  expect(await page()).toMatchObject({ visits: 11, spentCents: 139_800, lastVisitOn: '2026-03-01' });
  await aVisit(app, { clientId: client, on: day('2026-01-15') });
  expect(await page()).toMatchObject({ visits: 2, spentCents: 79_600 });
});

test('takes money back without counting the day as one more visit of the rhythm', async () => {
  for (const on of ['2026-01-01', '2026-01-31', '2026-03-02']) await aVisit(app, { clientId: client, on: day(on) });
  await aVisit(app, { clientId: client, on: day('2026-03-05'), amountCents: yuan(-100) });
  expect(await page()).toMatchObject({
    visits: 3,
    lastVisitOn: '2026-03-02',
    visitDays: ['2026-01-01', '2026-01-31', '2026-03-02'],
    rhythm: { days: 30, expectedOn: '2026-04-01' },
  });
});

test('promises the follow-up to the client the visit is moved to', async () => {
  const other = await aClient(app, { name: '王芳' });
  const id = await aVisit(app, { clientId: client });
  const followUp = { kind: 'other' as const, dueOn: day('2026-03-17'), note: '问', staffId: null };
  await app.call('visits.update', { id, draft: aVisitDraft({ clientId: other, followUp }) });
  const board = await app.call('followUps.board', { until: '2026-04-01', staffId: null });
  expect(board.lines.map((line) => line.client.name)).toEqual(['王芳']);
  expect([(await page()).visits, (await app.call('clients.get', { id: other })).visits]).toEqual([0, 1]);
});

test('keeps the formula apart from the note, and offers the last one with the lines of last time', async () => {
  const service = await app.call('catalogue.create', { ...DYE, priceCents: yuan(280) });
  const items = [{ serviceId: service.id, name: '植物染', quantity: 0.5, priceCents: yuan(280) }];
  await aVisit(app, { clientId: client, on: day('2026-02-10'), items, amountCents: yuan(140), note: '发尾偏干', formula: '植物棕5N 60g' });
  await app.call('catalogue.update', { id: service.id, draft: { ...DYE, priceCents: yuan(320) } });
  const { last } = await app.call('visits.offer', { clientId: client });
  expect(last).toEqual({
    on: '2026-02-10',
    items: [{ serviceId: service.id, productId: null, name: '植物染', quantity: 0.5, priceCents: yuan(320), staff: null }],
    formula: '植物棕5N 60g',
  });
});

test('refuses a visit before the client was born, also by the lunar calendar', async () => {
  const solar = await aClient(app, { birthday: '2000-05-03' as never });
  const lunar = await aClient(app, { birthday: 'lunar:2000-08-15' as never });
  await expect(aVisit(app, { clientId: solar, on: day('2000-05-02') })).rejects.toMatchObject({
    code: 'visits.before-birth',
    details: { bornOn: '2000-05-03' },
  });
  await expect(aVisit(app, { clientId: lunar, on: day('2000-09-11') })).rejects.toMatchObject({ code: 'visits.before-birth' });
  await aVisit(app, { clientId: solar, on: day('2000-05-03') });
  await aVisit(app, { clientId: lunar, on: day('2000-09-12') });
});

test('refuses to strike a visit out without a reason', async () => {
  const id = await aVisit(app, { clientId: client });
  await expect(app.call('visits.remove', { id, reason: '  ' })).rejects.toMatchObject({ code: 'bridge.bad-input' });
  expect((await page()).visits).toBe(1);
});

test('what was struck out is neither changed nor struck out again', async () => {
  const id = await aVisit(app, { clientId: client });
  await app.call('visits.remove', { id, reason: '记错了' });
  await expect(app.call('visits.remove', { id, reason: '又一次' })).rejects.toMatchObject({ code: 'record.not-found' });
  await expect(app.call('visits.update', { id, draft: aVisitDraft({ clientId: client }) })).rejects.toMatchObject({
    code: 'record.not-found',
  });
  expect(await app.call('visits.offer', { clientId: client })).toMatchObject({ last: null, firstVisit: true });
});

const DYE = {
  name: '植物染',
  group: null,
  minutes: null,
  followUpDays: null,
  followUpNote: null,
  ingredients: [],
  active: true,
};
