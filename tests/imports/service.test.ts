// Rules of the import: nothing is written until it is confirmed, then all or nothing, and the whole batch can be taken back.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { ClientRow } from '../../shared/clients/contract';
import { ImportId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { dumpOf } from '../support/dump';
import { CLIENT_LIST, VISIT_LIST } from '../support/salon-list';
import { checkFile, FIXTURES, importFile, readFile, SAME_THREAD } from './lists';

const NOW = '2026-11-20T04:00:00.000Z';

let app: TestApp;
beforeEach(async () => {
  // a day on which the lists of the fixtures are new
  app = await anApp({ now: NOW, workers: SAME_THREAD });
});
afterEach(() => app.close());

const dump = () => dumpOf(app.house.vault.database());
const everybody = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;

async function find(text: string): Promise<ClientRow> {
  const { rows } = await app.call('clients.list', {
    filter: { ...everybody, text },
    sort: 'last-visit',
    descending: true,
    offset: 0,
    limit: 5,
  });
  const [row] = rows;
  if (!row) throw new Error(`nobody is found by ${text}`);
  return row;
}

function aList(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test('answers nothing when the file dialog is closed', async () => {
  expect(await app.call('imports.choose', null)).toBeNull();
});

test('shows sheets, header row, columns with samples and the guess, before anything is matched', async () => {
  const { read } = await readFile(app, CLIENT_LIST);
  expect(read).toMatchObject({ fileName: CLIENT_LIST, kind: 'clients', sheet: '客户', headerRow: 3, importedBefore: null });
  expect(read.sheets.map(({ name }) => name)).toEqual(['客户', '填写说明']);
  expect(read.columns.find(({ title }) => title === '手机')).toMatchObject({ field: 'phone', sure: true });
});

test('never lets a path cross the bridge', async () => {
  app.answers.chooseFile.push(join(FIXTURES, CLIENT_LIST));
  expect(JSON.stringify(await app.call('imports.choose', null))).not.toContain(FIXTURES);
});

test('writes nothing while a list is read and checked', async () => {
  const before = dump();
  const checked = await checkFile(app, CLIENT_LIST);
  expect(checked).toMatchObject({ importable: 330, rejected: 1, skipped: 4 });
  expect(dump()).toEqual(before);
});

test('imports clients with their phones, birthdays, tags, alerts and what the old system knew', async () => {
  const done = await importFile(app, CLIENT_LIST);
  expect(done.records).toBe(330);
  expect((await app.call('clients.counts', null)).current).toBe(330);
  const row = await find('王㐂芳');
  expect(row.number).toMatch(/^TS\d{4}$/);
  const page = await app.call('clients.get', { id: (await find('阿依古丽')).id });
  expect(page).toMatchObject({ name: '阿依古丽·买买提', askedNoAlerts: false });
  expect(page.staff?.name).toMatch(/阿芳|小鹿|小敏|周老师|Lily/);
  expect(page.broughtOver?.spentCents).toBeGreaterThan(0);
});

test('makes an alert of an allergy, in its own column or hidden in a note', async () => {
  await importFile(app, CLIENT_LIST);
  for (const words of ['乳胶手套过敏', '花生过敏']) {
    const page = await app.call('clients.get', { id: (await find(words)).id });
    expect(page.preferences.filter(({ kind }) => kind === 'allergy').map(({ text }) => text)).toEqual([words]);
  }
});

test('keeps the words of a cell that could not become a value', async () => {
  await importFile(app, CLIENT_LIST);
  const db = app.house.vault.database();
  const remarks = db
    .prepare<[], { column_title: string; original: string }>(
      "SELECT column_title, original FROM import_remark WHERE code = 'phone.scientific'",
    )
    .all();
  expect(remarks).toEqual([{ column_title: '手机', original: '1.38001E+10' }]);
});

test('imports visits for the clients they belong to, so that loyal clients come out', async () => {
  await importFile(app, CLIENT_LIST);
  const done = await importFile(app, VISIT_LIST);
  expect(done.records).toBeGreaterThan(1150);
  const busiest = await app.call('clients.list', { filter: everybody, sort: 'visits', descending: true, offset: 0, limit: 1 });
  expect(busiest.rows[0]?.visits).toBeGreaterThan(15);
  const services = await app.call('catalogue.list', { activeOnly: true });
  expect(services.find(({ name }) => name === '美甲')?.priceCents).toBe(16_800);
});

test('refuses visits of clients who are not in the book, row by row', async () => {
  const checked = await checkFile(app, VISIT_LIST);
  expect(checked.importable).toBe(0);
  expect(new Set(checked.problems.map(({ code }) => code))).toContain('client.unknown');
  await expect(importFile(app, VISIT_LIST)).rejects.toMatchObject({ code: 'file.no-rows' });
});

test('takes a whole batch back as if it had never been', async () => {
  await importFile(app, CLIENT_LIST);
  const clientsOnly = dump();
  app.now = new Date(app.now.getTime() + 60_000);
  const { id } = await importFile(app, VISIT_LIST);
  await app.call('imports.undo', { id });
  expect(dump()).toEqual(clientsOnly);
  const batches = await app.call('imports.list', null);
  expect(batches.map(({ kind, undoneAt }) => [kind, undoneAt !== null])).toEqual([
    ['visits', true],
    ['clients', false],
  ]);
  await expect(app.call('imports.undo', { id })).rejects.toMatchObject({ code: 'imports.already-undone' });
  const never = ImportId.parse('0199aaaa-0000-7000-8000-000000000001');
  await expect(app.call('imports.undo', { id: never })).rejects.toMatchObject({ code: 'imports.unknown' });
});

test('takes a batch of clients back, with staff, tags and tiers it had to make', async () => {
  const before = dump();
  const { id } = await importFile(app, CLIENT_LIST);
  await app.call('imports.undo', { id });
  expect({ ...dump(), book: [] }).toEqual({ ...before, book: [] });
});

test('refuses to take back clients who have come since', async () => {
  const { id } = await importFile(app, CLIENT_LIST);
  await importFile(app, VISIT_LIST);
  await expect(app.call('imports.undo', { id })).rejects.toMatchObject({ code: 'history.changed-later' });
  expect((await app.call('clients.counts', null)).current).toBe(330);
});

test('says that this very file was imported before, and that its clients are in the book already', async () => {
  await importFile(app, CLIENT_LIST);
  const { read, matching } = await readFile(app, CLIENT_LIST);
  expect(read.importedBefore).toBe('2026-11-20T04:00:00.000Z');
  const checked = await app.call('imports.check', matching);
  expect(checked.problems.filter(({ code }) => code === 'duplicate.number').length).toBeGreaterThan(300);
});

test('never books a receipt twice', async () => {
  await importFile(app, CLIENT_LIST);
  await importFile(app, VISIT_LIST);
  expect((await checkFile(app, VISIT_LIST)).importable).toBe(0);
});

test('gives a new number where the list’s own is taken, and keeps the old one as a remark', async () => {
  await importFile(app, aList('first.csv', '编号,姓名,手机\nA1,林若溪,13800130001\n'));
  await importFile(app, aList('second.csv', '编号,姓名,手机\nA1,欧阳静,13800130002\n'));
  const page = await app.call('clients.get', { id: (await find('欧阳静')).id });
  expect(page.number).toBe('C-0001');
  expect(page.remarks).toMatchObject([{ column: '编号', original: 'A1', code: 'duplicate.number' }]);
});

test('says who in the book has the same phone, and never merges', async () => {
  await aClient(app, { name: '林若溪', phone: '13800130001' });
  const list = aList('again.csv', '姓名,手机\n林若溪,138-0013-0001\n林小宝,13800130001\n');
  const checked = await checkFile(app, list);
  expect(checked.problems.map(({ row, code, severity }) => [row, code, severity])).toEqual([
    [2, 'duplicate.phone', 'warns'],
    [3, 'phone.shared', 'notes'],
    [3, 'phone.shared', 'notes'],
  ]);
  expect((await importFile(app, list)).records).toBe(2);
});

test('takes a cell the person corrected instead of the file’s, and leaves out rows as told', async () => {
  const list = aList('fix.csv', '姓名,手机\n林若溪,1380013\n欧阳静,13800130002\n苏念,13800130003\n');
  const { matching } = await readFile(app, list);
  const fixed = { ...matching, fixes: [{ row: 2, column: 1, text: '13800130001' }], skipRows: [3] };
  expect(await app.call('imports.check', fixed)).toMatchObject({ importable: 2, skipped: 1, warned: 0 });
  await app.call('imports.commit', fixed);
  expect((await find('13800130001')).name).toBe('林若溪');
});

test('can take a column for something else than it guessed, or leave it out', async () => {
  const list = aList('columns.csv', '姓名,手机,备注\n林若溪,13800130001,小林\n');
  const { matching } = await readFile(app, list);
  const fields = matching.fields.map(({ column, field }) => ({ column, field: column === 2 ? ('nickname' as const) : field }));
  await app.call('imports.commit', { ...matching, fields });
  expect(await find('林若溪')).toMatchObject({ nickname: '小林' });
});

test('refuses a list of clients without a column for the name', async () => {
  const { matching } = await readFile(app, aList('nameless.csv', '姓名,手机\n林若溪,13800130001\n'));
  const fields = matching.fields.map(({ column }) => ({ column, field: column === 1 ? ('phone' as const) : null }));
  await expect(app.call('imports.check', { ...matching, fields })).rejects.toMatchObject({ code: 'imports.no-name-column' });
});

test('tells how far it is', async () => {
  const { matching } = await readFile(app, CLIENT_LIST);
  await app.call('imports.commit', matching, 'import-3');
  const stages = app.events.flatMap((event) => (event.type === 'job-progress' && event.callId === 'import-3' ? [event.stage] : []));
  expect(stages).toEqual(['reading', 'checking', 'comparing', 'writing']);
});

test('takes the bytes of a file dropped on the window, and refuses one that is too large', async () => {
  const bytes = new Uint8Array(readFileSync(join(FIXTURES, '老收银导出.csv')));
  const { token } = await app.call('imports.drop', { fileName: '../../老收银导出.csv', bytes });
  expect(await app.call('imports.read', { token, sheet: null, encoding: null, large: false })).toMatchObject({
    fileName: '老收银导出.csv',
    encoding: 'gb18030',
  });
  await expect(app.call('imports.drop', { fileName: 'a.csv', bytes: new Uint8Array(21 * 1024 * 1024) })).rejects.toMatchObject({
    code: 'file.too-large',
  });
});

test('asks for the encoding of a text it cannot place, and takes the answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // Núñez in Windows' Western encoding: read as GB18030 it would silently become another name
  writeFileSync(join(folder, 'west.csv'), Buffer.from('Nombre,Email\nN\xfa\xf1ez,a@example.com\n', 'latin1'));
  await expect(readFile(app, join(folder, 'west.csv'))).rejects.toMatchObject({ code: 'file.encoding-unknown' });
});
