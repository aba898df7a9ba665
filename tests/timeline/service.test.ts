// Rules of the timeline.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IsoDate } from '../../shared/core/date';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aDraft, aFollowUp, aVisit } from '../support/build';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app);
});
afterEach(() => app.close());

const day = (text: string) => text as IsoDate;
const timeline = (kind: 'all' | 'visit' | 'note' | 'follow-up' = 'all') =>
  app.call('timeline.of', { clientId: client, kind, before: null, limit: 50 });

test('leads with the promises that still stand, then the newest first', async () => {
  await aVisit(app, { clientId: client, on: day('2026-01-10') });
  await aVisit(app, { clientId: client, on: day('2026-03-01') });
  await aFollowUp(app, client, { dueOn: day('2026-03-20') });
  await app.call('preferences.add', { clientId: client, draft: { kind: 'note', text: '12月要参加婚礼', detail: null } });
  expect((await timeline()).items.map((item) => [item.type, item.on])).toEqual([
    ['follow-up', '2026-03-20'],
    ['note', '2026-03-14'],
    ['visit', '2026-03-01'],
    ['visit', '2026-01-10'],
  ]);
});

test('shows one kind when asked', async () => {
  await aVisit(app, { clientId: client });
  await aFollowUp(app, client);
  expect((await timeline('visit')).items.map((item) => item.type)).toEqual(['visit']);
});

test('goes on page by page without losing or repeating anything', async () => {
  for (let i = 1; i <= 9; i += 1) await aVisit(app, { clientId: client, on: day(`2026-02-0${i}`) });
  const days: string[] = [];
  let before: never | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof timeline>> = await app.call('timeline.of', { clientId: client, kind: 'all', before, limit: 4 });
    days.push(...page.items.map((item) => item.on));
    if (!page.more) break;
    before = page.items.at(-1)!.at as never;
  }
  expect(days).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1].map((n) => `2026-02-0${n}`));
});

test('keeps every visit of one and the same moment when the page ends there', async () => {
  for (let i = 0; i < 6; i += 1) await aVisit(app, { clientId: client, on: day('2026-02-01') });
  const first = await app.call('timeline.of', { clientId: client, kind: 'all', before: null, limit: 4 });
  expect(first.items.length).toBe(6);
});

test('keeps a visit that was struck out, with the reason', async () => {
  const id = await aVisit(app, { clientId: client });
  await app.call('visits.remove', { id, reason: '记错了人' });
  expect((await timeline()).items).toMatchObject([{ visit: { id, voided: { reason: '记错了人' } } }]);
});

test('comes whole and once, page by page, when every kind has more than a page and the clock was set back between', async () => {
  const text = (i: number) => ({ kind: 'note', text: `第${i}条`, detail: null }) as const;
  for (let i = 0; i < 12; i += 1) {
    app.now = new Date(Date.parse('2026-03-14T04:00:00.000Z') + (i % 2 === 0 ? i : -i) * 3_600_000);
    await app.call('clients.update', { id: client, draft: aDraft({ wechat: `lin-20${10 + i}` }) });
    await app.call('preferences.add', { clientId: client, draft: text(i) });
    await aVisit(app, { clientId: client, on: day('2026-03-12') });
    const followUp = await aFollowUp(app, client);
    await app.call('followUps.complete', { id: followUp, outcome: 'well', note: null });
  }
  const whole = await app.call('timeline.of', { clientId: client, kind: 'all', before: null, limit: 100 });
  for (const kind of ['visit', 'note', 'follow-up', 'change']) expect(whole.items.filter(({ type }) => type === kind)).toHaveLength(12);
  const paged: (typeof whole.items)[number][] = [];
  for (let page = await app.call('timeline.of', { clientId: client, kind: 'all', before: null, limit: 5 }); ;) {
    paged.push(...page.items);
    if (!page.more) break;
    page = await app.call('timeline.of', { clientId: client, kind: 'all', before: page.items.at(-1)!.at, limit: 5 });
  }
  expect(paged).toEqual(whole.items);
});
