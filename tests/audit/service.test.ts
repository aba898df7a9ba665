// The audit log as it is read: what stands in it after a morning, and to whom it says how much.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Excel from 'exceljs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../electron/core/database/connection';
import { dropTriggers, installTriggers } from '../../electron/core/database/triggers';
import { IsoDate } from '../../shared/core/date';
import type { Input, Output } from '../../shared/contract';
import type { ClientId } from '../../shared/ids';
import { anApp, aPerson, signIn, takeOver, type TestApp } from '../support/app';
import { ownerAgain, someoneWith } from '../support/role';

let app: TestApp;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-audit-'));
  app = await anApp();
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const ALL = { from: null, to: null, accountId: null, events: [], clientId: null } satisfies Input<'audit.list'>['filter'];
type Entry = Output<'audit.list'>['entries'][number];

async function list(filter: Partial<Input<'audit.list'>['filter']> = {}, before: number | null = null, limit = 200) {
  return app.call('audit.list', { filter: { ...ALL, ...filter }, before, limit });
}
const newest = async (filter?: Partial<Input<'audit.list'>['filter']>): Promise<Entry> => (await list(filter)).entries[0]!;
const events = async () => (await list()).entries.map(({ event }) => event).reverse();

async function client(more: Partial<Input<'clients.create'>> = {}): Promise<ClientId> {
  const draft: Input<'clients.create'> = {
    ...{ name: '林若溪', nickname: null, gender: null, birthday: null, phones: [], wechat: null, email: null, address: null, source: null },
    ...{ referrer: null, occupation: null, staffId: null, tierId: null, firstSeenOn: null, tags: [], alerts: [], askedNoAlerts: false },
    ...more,
  };
  return (await app.call('clients.create', draft)).id;
}

const PHONED = { phones: [{ typed: '13812345678', label: null }] };

function target(name: string): string {
  const file = path.join(folder, name);
  app.answers.saveFile.push(file);
  return file;
}

/** As somebody would who has the key and a tool of their own. */
function outside(sql: string): void {
  const sqlite = app.house.vault.database();
  dropTriggers(sqlite);
  sqlite.pragma('foreign_keys = OFF');
  sqlite.exec(sql);
  sqlite.pragma('foreign_keys = ON');
  installTriggers(sqlite);
}

test('tells who did what on which client, newest first, without gaps', async () => {
  const id = await client();
  await app.call('clients.archive', { id });
  const { entries, all, matching, days } = await list();
  expect(entries[0]).toMatchObject({
    event: 'changed',
    operation: 'clients.archive',
    who: { name: '苏敏' },
    client: { id, name: '林若溪' },
  });
  expect(entries.map((entry) => entry.id)).toEqual(Array.from({ length: all }, (_, index) => all - index));
  expect([matching, days]).toEqual([all, [{ on: '2026-03-14', entries: all }]]);
  expect(entries[0]!.previous).toBe(entries[1]!.fingerprint);
});

test('pages by the number of the last entry held', async () => {
  for (let count = 0; count < 5; count += 1) await client({ name: `客户${count}` });
  const whole = (await list()).entries.map(({ id }) => id);
  const first = (await list({}, null, 3)).entries.map(({ id }) => id);
  const second = (await list({}, first.at(-1)!, 3)).entries.map(({ id }) => id);
  expect([...first, ...second]).toEqual(whole.slice(0, 6));
});

test('filters by day, person, event and client', async () => {
  const id = await client();
  await client({ name: '周静' });
  app.now = new Date('2026-03-15T04:00:00.000Z');
  await app.call('clients.archive', { id });
  const { accounts } = await app.call('book.status', null);
  const count = async (filter: Partial<Input<'audit.list'>['filter']>) => (await list(filter)).matching;
  expect(await count({ clientId: id })).toBe(2);
  expect(await count({ from: IsoDate.parse('2026-03-15'), events: ['changed'] })).toBe(1);
  expect(await count({ to: IsoDate.parse('2026-03-14'), events: ['changed'] })).toBe(2);
  expect(await count({ events: ['signed-in', 'locked'] })).toBe(1);
  expect(await count({ accountId: accounts[0]!.id, events: ['changed'] })).toBe(3);
});

test('an act that is taken back keeps its entry, and the undo has its own', async () => {
  const { act } = await app.act('catalogue.create', {
    ...{
      name: '补水',
      group: null,
      minutes: 60,
      priceCents: 38_000,
      followUpDays: null,
      followUpNote: null,
      ingredients: [],
      active: true,
    },
  } as Input<'catalogue.create'>);
  const before = (await list()).all;
  await app.call('history.undo', { actId: act! as Input<'history.undo'>['actId'] });
  expect((await list()).all).toBe(before + 1);
  expect(await newest()).toMatchObject({ event: 'undone', details: { undoes: 'catalogue.create', rows: 1 } });
  expect((await app.call('audit.verify', null)).broken).toBeNull();
});

test('a refused act leaves the refusal, and nothing of the act', async () => {
  const person = await aPerson(app, { role: 'therapist' });
  await takeOver(app, person);
  await expect(app.call('settings.get', null).then(() => app.call('audit.lastCheck', null))).rejects.toMatchObject({
    code: 'session.not-allowed',
  });
  await ownerAgain(app);
  expect((await list({ events: ['refused'] })).entries[0]).toMatchObject({
    operation: 'audit.lastCheck',
    who: { name: person.name },
    details: { permission: 'audit.see' },
  });
});

test('two people take turns, and the log tells exactly that', async () => {
  const person = await aPerson(app, { role: 'manager' });
  const start = (await events()).length;
  const id = await client();
  await takeOver(app, person);
  await app.call('clients.get', { id });
  await app.call('clients.archive', { id });
  await ownerAgain(app);
  app.house.lock('key');
  await signIn(app);
  expect((await events()).slice(start)).toEqual(['changed', 'switched', 'client-seen', 'changed', 'switched', 'locked', 'signed-in']);
});

test('shows what an act changed from and to, column by column', async () => {
  const id = await client();
  await app.call('clients.archive', { id });
  const entry = await newest();
  const changes = await app.call('audit.changes', { id: entry.id });
  expect(changes).toContainEqual({
    table: 'client',
    kind: 'update',
    column: 'archived_at',
    from: null,
    to: '2026-03-14T04:00:00.000Z',
    hidden: false,
  });
});

test('what was changed on a client, and their name, stays hidden from whoever may not know of them', async () => {
  const kept = await client({ ...PHONED, wechat: 'linruoxi' });
  const made = (await list({ clientId: kept })).entries.at(-1)!;
  const asOwner = await app.call('audit.changes', { id: made.id });
  expect(asOwner.length).toBeGreaterThan(0);
  await someoneWith(app, { levels: { contact: 'masked' } });
  const masked = await app.call('audit.changes', { id: made.id });
  expect(JSON.stringify(masked)).not.toContain('2345678');
  expect(JSON.stringify(masked)).not.toContain('linruoxi');
  await ownerAgain(app);
  await someoneWith(app, { levels: { clients: 'none' } });
  expect(await app.call('audit.changes', { id: made.id })).toEqual([]);
  expect((await list({ clientId: kept })).entries.at(-1)!.client?.name).toBeNull();
  await ownerAgain(app);
  await someoneWith(app, { ownClientsOnly: true });
  expect(await app.call('audit.changes', { id: made.id })).toEqual([]);
  expect((await list({ clientId: kept })).entries.at(-1)!.client?.name).toBeNull();
});

test('an edit that changes contact, amount and alert shows only the columns somebody may see', async () => {
  const id = await client({ ...PHONED, wechat: 'linruoxi', alerts: [{ id: null, kind: 'allergy', text: '对氨水过敏', detail: null }] });
  const page = await app.call('clients.get', { id });
  expect(page).toBeTruthy();
  await app.call('clients.update', {
    id,
    draft: {
      ...{
        name: '林溪',
        nickname: null,
        gender: null,
        birthday: null,
        phones: [{ typed: '13987654321', label: null }],
        wechat: 'linxi',
        email: null,
      },
      ...{ address: null, source: null, referrer: null, occupation: null, staffId: null, tierId: null, firstSeenOn: null, tags: [] },
      ...{ alerts: [{ id: null, kind: 'allergy', text: '对染膏过敏', detail: null }], askedNoAlerts: false },
    },
  });
  const { id: entry } = await newest({ events: ['changed'] });
  const text = JSON.stringify(await app.call('audit.changes', { id: entry }));
  expect(text).toContain('linxi');
  expect(text).not.toContain('过敏');
  expect(text).not.toContain('h1.');
  await someoneWith(app, { levels: { contact: 'masked', health: 'none' } });
  const masked = await app.call('audit.changes', { id: entry });
  expect(masked.find(({ column }) => column === 'wechat')).toMatchObject({ from: null, to: null, hidden: true });
  expect(masked.find(({ column }) => column === 'name')).toMatchObject({ from: '林若溪', to: '林溪', hidden: false });
  expect(JSON.stringify(masked)).not.toMatch(/7654321|2345678|linxi|linruoxi/);
});

test('a check is remembered over a restart, and a changed entry is named', async () => {
  await client();
  expect(await app.call('audit.lastCheck', null)).toBeNull();
  const checked = await app.call('audit.verify', null);
  expect(checked.broken).toBeNull();
  app = await app.restart();
  await signIn(app);
  expect(await app.call('audit.lastCheck', null)).toEqual(checked);
  outside("UPDATE audit SET details = '{}' WHERE id = 2");
  expect((await app.call('audit.verify', null)).broken).toMatchObject({ id: 2, kind: 'changed' });
  expect((await app.call('audit.lastCheck', null))?.broken).toMatchObject({ id: 2, kind: 'changed' });
});

test('a check says how far it is, and stops when it is cancelled, without an entry', async () => {
  await app.call('audit.verify', null, 'first');
  const { all } = await list();
  expect(app.events).toContainEqual({ type: 'job-progress', callId: 'first', stage: 'audit', done: all - 1, total: all - 1 });
  const second = app.call('audit.verify', null, 'second');
  app.house.cancel('second');
  await expect(second).rejects.toMatchObject({ code: 'bridge.cancelled' });
  expect((await list()).all).toBe(all);
});

test('an end that was cut off while the book was closed is found at the next sign-in, and stays in the log', async () => {
  await client();
  const { all } = await list();
  const { file, ...access } = app.house.vault.readerAccess();
  app.house.lock('key');
  const tool = connect(file, access, { readonly: false, mustExist: true });
  dropTriggers(tool);
  tool.exec(`DELETE FROM audit WHERE id >= ${all}`);
  installTriggers(tool);
  tool.close();
  await signIn(app);
  const cut = { id: all, kind: 'cut-off', expected: String(all + 1), found: String(all - 1) };
  expect((await app.call('audit.lastCheck', null))?.broken).toMatchObject(cut);
  expect((await app.call('audit.verify', null)).broken).toMatchObject(cut);
  app = await app.restart();
  await signIn(app);
  expect((await app.call('audit.verify', null)).broken).toMatchObject(cut);
});

test('the workbook holds what the filter asks for, with its purpose in the log before the file is there', async () => {
  await client();
  const file = target('审计.xlsx');
  const exported = await app.call('audit.toExcel', { language: 'zh-CN', filter: { ...ALL, events: ['changed'] }, purpose: '季度检查' });
  expect(exported).toMatchObject({ cancelled: false, fileName: '审计.xlsx', rows: 1 });
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0]!;
  expect(sheet.rowCount).toBe(2);
  expect(JSON.stringify(sheet.getRow(2).values)).toContain('林若溪');
  expect(await newest()).toMatchObject({
    event: 'exported',
    operation: 'audit.toExcel',
    details: { purpose: '季度检查', rows: 1, fileName: '审计.xlsx' },
  });
});

test('the workbook names no client to whom clients are not to be known', async () => {
  await client();
  await someoneWith(app, { levels: { clients: 'none' } });
  const file = target('out.xlsx');
  await app.call('audit.toExcel', { language: 'en', filter: ALL, purpose: 'quarterly check' });
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(file);
  const texts: unknown[] = [];
  workbook.worksheets[0]!.eachRow((row) => texts.push(row.values));
  expect(JSON.stringify(texts)).not.toContain('林若溪');
});

test('a closed dialog exports nothing and leaves no entry', async () => {
  await client();
  const { all } = await list();
  expect(await app.call('audit.toExcel', { language: 'en', filter: ALL, purpose: 'quarterly check' })).toMatchObject({ cancelled: true });
  expect(await app.call('audit.evidence', { language: 'en' })).toEqual({ saved: false });
  expect((await list()).all).toBe(all);
});

test('the evidence is the entries and the mirror, word for word, and says nothing of where the book lies', async () => {
  await client();
  await app.call('audit.verify', null);
  outside("UPDATE audit SET event = 'refused' WHERE id = 1");
  await app.call('audit.verify', null);
  const file = target('evidence.json');
  expect(await app.call('audit.evidence', { language: 'en' })).toEqual({ saved: true });
  const text = readFileSync(file, 'utf8');
  const { check, entries, mirror } = JSON.parse(text);
  expect(check.broken).toMatchObject({ id: 1, kind: 'changed' });
  expect(entries[0]).toMatchObject({ id: 1, event: 'refused' });
  expect(JSON.parse(mirror)).toMatchObject({ mac: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(text).not.toContain(app.folder);
  expect(await newest()).toMatchObject({ event: 'exported', operation: 'audit.evidence' });
});

test('counts what each person did by day and by event', async () => {
  const person = await aPerson(app, { role: 'manager' });
  const id = await client();
  await takeOver(app, person);
  await app.call('clients.archive', { id });
  await app.call('clients.unarchive', { id });
  await ownerAgain(app);
  const day = IsoDate.parse('2026-03-14');
  const activity = await app.call('audit.activity', { from: day, to: day });
  const theirs = activity.find(({ account }) => account.name === person.name)!;
  expect(theirs.events.find(({ event }) => event === 'changed')?.entries).toBe(2);
  expect(theirs.days).toEqual([{ on: day, entries: theirs.events.reduce((sum, { entries }) => sum + entries, 0) }]);
});

test('says what somebody who leaves has seen and taken out in ninety days', async () => {
  const [first, second] = [await client(), await client({ name: '周静' })];
  const person = await someoneWith(app, {});
  await app.call('clients.get', { id: first });
  app.now = new Date('2026-03-14T05:00:00.000Z');
  await app.call('clients.get', { id: first });
  await app.call('clients.get', { id: second });
  await app.call('clients.archive', { id: second });
  const file = target('list.xlsx');
  await app.call('audit.toExcel', { language: 'en', filter: ALL, purpose: 'handover' });
  expect(existsSync(file)).toBe(true);
  await ownerAgain(app);
  const report = await app.call('audit.departing', { accountId: person.id });
  expect(report).toMatchObject({
    account: { name: person.name },
    from: '2025-12-15',
    to: '2026-03-14',
    clientsSeen: 2,
    clientsBefore: 0,
    changes: 1,
  });
  expect(report.clients.map(({ name, times }) => [name, times])).toEqual([
    ['林若溪', 2],
    ['周静', 1],
  ]);
  expect(report.exports).toMatchObject([{ purpose: 'handover', fileName: 'list.xlsx' }]);
});
