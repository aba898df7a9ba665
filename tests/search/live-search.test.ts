// The search of the open book keeps step with it: after every act and every undo it finds what an index made anew would find.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSealer } from '../../electron/core/sealing';
import { wrapDatabase } from '../../electron/core/database/database';
import { touchedClients } from '../../electron/core/database/journal';
import { allRows, oneRow } from '../../electron/core/database/rows';
import { LiveSearch } from '../../electron/search/live-search';
import type { Input, Path } from '../../shared/contract';
import type { ActId } from '../../shared/ids';
import { anApp, signIn, type TestApp } from '../support/app';
import { aSession } from '../support/session';
import { aClient, aDraft, aVisit, aVisitDraft } from '../support/build';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const WORDS = ['张', '芬', 'zsf', 'zhang', 'wang', '138', '8064', '坚果', '花生', 'c-0001', '姐', 'wx'];
const SHELVES = ['current', 'archived', 'bin'] as const;

async function found(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const shelf of SHELVES) {
    for (const text of WORDS) {
      const filter = { text, tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf };
      const list = await app.call('clients.list', { filter, sort: 'last-visit', descending: true, offset: 0, limit: 50 });
      all[`${shelf} ${text}`] = list.rows.map((row) => row.id);
    }
  }
  return all;
}

function readerOf({ house }: TestApp): Parameters<LiveSearch['open']>[0] {
  const { health } = house.vault.subKeys();
  return { db: wrapDatabase(house.vault.database()), session: aSession(), health: health && createSealer(health, 'health') };
}

function foundAnew(): Record<string, string[]> {
  const sqlite = app.house.vault.database();
  const reader = readerOf(app);
  const search = new LiveSearch();
  const uid = sqlite.prepare<[number], string>('SELECT uid FROM client WHERE id = ?').pluck();
  const looks = SHELVES.flatMap((shelf) => WORDS.map((text) => ({ shelf, text })));
  const all = looks.map(({ shelf, text }) => [`${shelf} ${text}`, search.find(reader, text, shelf, 50).ids.map((id) => uid.get(id) ?? '')]);
  search.close();
  return Object.fromEntries(all) as Record<string, string[]>;
}

test('after each act, and after each was taken back', async () => {
  const id = await aClient(app, { name: '张素芬', phone: '13800138064', wechat: 'wxfen' });
  const other = await aClient(app, { name: '张小芬', nickname: '芬姐' });
  const visit = await aVisit(app, { clientId: other, on: '2026-02-01' });
  const { id: note } = await app.call('preferences.add', { clientId: id, draft: { kind: 'note', text: '爱吃坚果', detail: null } });
  expect(await found()).toEqual(foundAnew());

  const acts: string[] = [];
  const run = async <P extends Path>(path: P, input: Input<P>) => {
    const { value, act } = await app.act(path, input);
    if (act !== null) acts.push(act);
    expect(await found(), path).toEqual(foundAnew());
    return value;
  };
  const { id: edited } = await run('preferences.edit', { id: note, draft: { kind: 'note', text: '不吃花生', detail: '坚果也不' } });
  await run('preferences.end', { id: edited, reason: '' });
  await run('clients.update', { id, draft: aDraft({ name: '王素芬', nickname: '大姐', phone: '13900138064' }) });
  await run('visits.record', aVisitDraft({ clientId: id, on: '2026-03-01' }));
  await run('visits.update', { id: visit, draft: aVisitDraft({ clientId: other, on: '2026-03-10' }) });
  await run('visits.update', { id: visit, draft: aVisitDraft({ clientId: id, on: '2026-03-11' }) });
  await run('visits.remove', { id: visit, reason: '记错了' });
  await run('clients.archive', { id });
  await run('clients.unarchive', { id });
  await run('clients.remove', { id: other });
  await run('clients.restore', { id: other });
  await run('clients.create', aDraft({ name: '张三', phone: '13800138000' }));
  for (const actId of [...acts].reverse()) await run('history.undo', { actId: actId as ActId });
}, 60_000);

test.each([
  ['138 0013 8064', '00138064', true],
  ['138 0013 8064', '8613800138', true],
  ['0571-8888 6666', '88886666', true],
  ['0571-8888 6666', '057188886666', true],
  ['138 0013 8064', '80641380', false],
] as const)('a phone typed as %s is found by %s: %s', async (typed, text, is) => {
  await aClient(app, { name: '张素芬', phone: typed });
  const filter = { text, tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
  const { total } = await app.call('clients.list', { filter, sort: 'last-visit', descending: true, offset: 0, limit: 50 });
  expect(total).toBe(is ? 1 : 0);
});

test('after an erasure, which leaves no ids behind, without being made anew', async () => {
  const id = await aClient(app, { name: '张素芬', phone: '13800138064' });
  const other = await aClient(app, { name: '张小芬', nickname: '芬姐' });
  await aVisit(app, { clientId: id, on: '2026-03-01' });
  await aVisit(app, { clientId: other, on: '2026-02-01' });
  await found();
  const db = wrapDatabase(app.house.vault.database());
  const known = allRows<{ id: number }>(db, 'SELECT id FROM client').map((row) => row.id);
  const erased = known[0];
  const { number } = await app.call('clients.get', { id });
  await app.call('clients.remove', { id });
  await app.call('clients.erase', { id, confirm: number });
  const act = oneRow<{ id: number }>(db, 'SELECT max(id) AS id FROM act')?.id ?? 0;
  expect(touchedClients(db, act, 2000, () => known)).toContain(erased);
  expect(await found()).toEqual(foundAnew());
});

test('is there again after a lock, and finds nothing of the time in between from memory', async () => {
  await aClient(app, { name: '张素芬' });
  const before = await found();
  app.house.lock('key');
  const answer = await app.house.dispatch('clients.list', {});
  expect(answer).toMatchObject({ ok: false, error: { code: 'session.locked' } });
  await signIn(app);
  expect(await found()).toEqual(before);
});

test('a failure while the index is made is told to whoever searches, and the next search goes on', async () => {
  await aClient(app, { name: '张素芬' });
  const search = new LiveSearch();
  const reader = readerOf(app);
  const sqlite = app.house.vault.database();
  sqlite.exec('ALTER TABLE client RENAME COLUMN nickname TO nickname_gone');
  expect(() => search.find(reader, '张', 'current', 10)).toThrow();
  sqlite.exec('ALTER TABLE client RENAME COLUMN nickname_gone TO nickname');
  expect(search.find(reader, '张', 'current', 10).total).toBe(1);
  search.close();
});
