// Own clients only: everybody else does not exist, in whichever way somebody asks.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrapDatabase } from '../../electron/core/database/database';
import { isOwn, ownClientIds } from '../../electron/clients/own';
import type { Input, Path } from '../../shared/contract';
import type { ClientId, FollowUpId, PreferenceId, StaffId, VisitId } from '../../shared/ids';
import { OWNER_RIGHTS } from '../../shared/permissions';
import { anApp, type TestApp } from '../support/app';
import { aClient, aDraft, aFollowUp, aVisit, aVisitDraft } from '../support/build';
import { someoneWith } from '../support/role';

interface Records {
  readonly client: ClientId;
  readonly visit: VisitId;
  readonly followUp: FollowUpId;
  readonly note: PreferenceId;
}

let app: TestApp;
let staff: StaffId;
let assigned: Records;
let served: Records;
let foreign: Records;

async function someone(name: string, phone: string, staffId: StaffId | null, servedBy: StaffId | null): Promise<Records> {
  const client = await aClient(app, { name, phone, staffId, tags: ['敏感肌'], source: `${name}介绍`, birthday: '1990-03-20' });
  const visit = await aVisit(app, { clientId: client, on: '2026-03-13', staffId: servedBy, note: `${name}来过` });
  const followUp = await aFollowUp(app, client);
  const { id: note } = await app.call('preferences.add', { clientId: client, draft: { kind: 'note', text: '喜欢安静', detail: null } });
  await app.call('clients.opened', { id: client });
  return { client, visit, followUp, note };
}

beforeAll(async () => {
  app = await anApp();
  ({ id: staff } = await app.call('staff.create', { name: '小雅', post: null, active: true }));
  const { id: other } = await app.call('staff.create', { name: '阿梅', post: null, active: true });
  assigned = await someone('张素芬', '13800138001', staff, null);
  served = await someone('王玉兰', '13800138002', other, staff);
  foreign = await someone('李外人', '13800138003', other, other);
  // Served once, but that visit was a mistake.
  const mistaken = await aVisit(app, { clientId: foreign.client, on: '2026-03-12', staffId: staff });
  await app.call('visits.remove', { id: mistaken, reason: '记错了' });
  await someoneWith(app, { ownClientsOnly: true, staffId: staff });
});
afterAll(() => app.close());

const ALL = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
const list = (filter: Partial<Input<'clients.list'>['filter']> = {}) =>
  app.call('clients.list', { filter: { ...ALL, ...filter }, sort: 'number', descending: false, offset: 0, limit: 50 });

describe('lists and counts', () => {
  test('hold those assigned to them and those they served, and nobody else', async () => {
    const { rows, total } = await list();
    expect(rows.map((row) => row.name)).toEqual(['张素芬', '王玉兰']);
    expect(total).toBe(2);
    expect(await app.call('clients.counts', null)).toEqual({ current: 2, archived: 0, bin: 0 });
    expect((await app.call('clients.tags', null)).map(({ clients }) => clients)).toEqual([2]);
    expect(await app.call('clients.sources', null)).toEqual(['张素芬介绍', '王玉兰介绍']);
    expect((await list({ lastVisitDays: 30 })).total).toBe(2);
  });

  test('a search finds nobody else, by name, phone or note', async () => {
    for (const text of ['李外人', 'liwr', '13800138003', '8003', '外人']) expect(await list({ text })).toEqual({ rows: [], total: 0 });
    expect((await list({ text: '安静' })).total).toBe(2);
    const withPhone = await app.call('clients.withPhone', { typed: '13800138003', self: null });
    expect(withPhone.clients).toEqual([]);
    expect((await app.call('clients.withPhone', { typed: '13800138001', self: null })).clients).toHaveLength(1);
  });

  test('Today tells of them alone', async () => {
    const today = await app.call('today.page', null);
    expect(today.birthdays.map(({ client }) => client.name)).toEqual(['张素芬', '王玉兰']);
    expect(today.figures).toMatchObject({ visitsMonth: 2, newMonth: 2, takenMonthCents: 79_600 });
    const board = await app.call('followUps.board', { until: '2026-03-31', staffId: null });
    expect(board.lines.map(({ client }) => client.name)).toEqual(['张素芬', '王玉兰']);
    expect(board).toMatchObject({ dueNow: 2, doneToday: 0 });
  });

  test('the loyal-client page counts them alone', async () => {
    const page = await app.call('loyalty.page', { period: '12-months', cell: { recency: 0, frequency: 0 }, tierId: null, limit: 10 });
    expect(page.rows.map(({ client }) => client.name)).toEqual(['张素芬', '王玉兰']);
    expect(page.grid.flat().reduce((sum, n) => sum + n, 0)).toBe(2);
    expect(page.months.at(-1)?.visits).toBe(2);
  });

  test('an export would hold them alone', async () => {
    expect(await app.call('exports.size', { what: 'clients', filter: ALL, sort: 'number', descending: false })).toMatchObject({ rows: 2 });
    // Two clients with a visit, a follow-up and a note each.
    expect(await app.call('exports.size', { what: 'book' })).toMatchObject({ rows: 8 });
  });
});

describe('somebody else’s client is not found', () => {
  const call = <P extends Path>(path: P, input: Input<P>) => app.call(path, input);
  const missing = (kind: string) => ({ code: 'record.not-found', details: { kind } });

  test('nor read', async () => {
    const { client: id, visit } = foreign;
    await expect(call('clients.get', { id })).rejects.toMatchObject(missing('client'));
    await expect(call('clients.opened', { id })).rejects.toMatchObject(missing('client'));
    await expect(call('timeline.of', { clientId: id, kind: 'all', before: null, limit: 10 })).rejects.toMatchObject(missing('client'));
    await expect(call('visits.offer', { clientId: id })).rejects.toMatchObject(missing('client'));
    await expect(call('visits.get', { id: visit })).rejects.toMatchObject(missing('visit'));
    await expect(call('preferences.versions', { clientId: id })).rejects.toMatchObject(missing('client'));
    await expect(call('reveals.show', { clientId: id, what: 'contact', reason: '回电', approval: null })).rejects.toMatchObject(
      missing('client'),
    );
  });

  test('nor written to', async () => {
    const { client: id, visit, followUp, note } = foreign;
    const draft = { kind: 'note', text: '改', detail: null } as const;
    await expect(call('clients.update', { id, draft: aDraft() })).rejects.toMatchObject(missing('client'));
    for (const path of ['clients.archive', 'clients.unarchive', 'clients.remove', 'clients.restore'] as const)
      await expect(call(path, { id })).rejects.toMatchObject(missing('client'));
    await expect(call('clients.addTag', { ids: [assigned.client, id], name: '新' })).rejects.toMatchObject(missing('client'));
    await expect(aVisit(app, { clientId: id })).rejects.toMatchObject(missing('client'));
    await expect(call('visits.update', { id: visit, draft: aVisitDraft({ clientId: assigned.client }) })).rejects.toMatchObject(
      missing('visit'),
    );
    // Nor is one's own visit given to them.
    await expect(call('visits.update', { id: served.visit, draft: aVisitDraft({ clientId: id }) })).rejects.toMatchObject(
      missing('client'),
    );
    await expect(call('visits.remove', { id: visit, reason: '记错了' })).rejects.toMatchObject(missing('visit'));
    await expect(aFollowUp(app, id)).rejects.toMatchObject(missing('client'));
    await expect(call('followUps.complete', { id: followUp, outcome: 'well', note: '' })).rejects.toMatchObject(missing('follow-up'));
    await expect(call('followUps.snooze', { id: followUp, until: '2026-03-20' })).rejects.toMatchObject(missing('follow-up'));
    await expect(call('followUps.drop', { id: followUp, reason: '不用' })).rejects.toMatchObject(missing('follow-up'));
    await expect(call('preferences.add', { clientId: id, draft })).rejects.toMatchObject(missing('client'));
    await expect(call('preferences.edit', { id: note, draft })).rejects.toMatchObject(missing('preference'));
    await expect(call('preferences.end', { id: note, reason: '' })).rejects.toMatchObject(missing('preference'));
  });
});

test('a client they write down is theirs', async () => {
  const id = await aClient(app, { name: '新来的' });
  expect((await app.call('clients.get', { id })).staff).toEqual({ id: staff, name: '小雅' });
});

test('the two ways of asking agree, and without a staff record there is nobody', () => {
  const db = wrapDatabase(app.house.vault.database());
  const ids = app.house.vault.database().prepare<[], number>('SELECT id FROM client').pluck().all();
  const limited = { ...OWNER_RIGHTS, ownClientsOnly: true };
  for (const staffId of [null, 1, 2, 99]) {
    const viewer = { rights: limited, staffId };
    const own = ownClientIds(db, viewer);
    expect(ids.filter((id) => isOwn(db, viewer, id))).toEqual(ids.filter((id) => own?.has(id)));
  }
  expect(ownClientIds(db, { rights: limited, staffId: null })?.size).toBe(0);
  expect(ownClientIds(db, { rights: OWNER_RIGHTS, staffId: null })).toBeNull();
});
