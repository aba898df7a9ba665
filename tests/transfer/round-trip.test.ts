// The whole book out and in again: nothing is lost and nothing is changed, whatever stands in it; and a file that was changed brings nothing at all.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Brought } from '../../shared/transfer/contract';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { aLibreOffice, hasLibreOffice } from '../support/libre-office';
import { fillBook, logicalDump } from './rich-book';

let folder: string;
const apps: TestApp[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-transfer-'));
});
afterEach(() => {
  apps.splice(0).forEach((app) => app.close());
  rmSync(folder, { recursive: true, force: true });
});

async function aBook(): Promise<TestApp> {
  const app = await anApp();
  apps.push(app);
  return app;
}

type Format = 'xlsx' | 'json';

async function takeOut(app: TestApp, format: Format, password: string | null = null): Promise<string> {
  const file = path.join(folder, `book.${format}`);
  app.answers.saveFile.push(file);
  const terms = { language: 'zh-CN', purpose: '搬到新电脑' } as const;
  await app.call('transfer.whole', format === 'xlsx' ? { format, password, ...terms } : { format, ...terms });
  return file;
}

async function read(app: TestApp, file: string): Promise<Brought> {
  app.answers.chooseFile.push(file);
  return (await app.call('transfer.bringBack', null))!;
}

async function bringInto(app: TestApp, file: string): Promise<void> {
  const { token, problems } = await read(app, file);
  expect(problems).toEqual([]);
  await app.call('transfer.commit', { token: token! });
}

describe.each(['xlsx', 'json'] as const)('as %s', (format) => {
  test.each([1, 2])('a book with everything in it comes back equal, row by row (seed %i)', async (seed) => {
    const old = await aBook();
    fillBook(old, seed, 20);
    const file = await takeOut(old, format);
    const fresh = await aBook();
    await bringInto(fresh, file);
    expect(logicalDump(fresh)).toEqual(logicalDump(old));
  });

  test('what came back can be taken out and brought back again', async () => {
    const old = await aBook();
    fillBook(old, 4, 5);
    const second = await aBook();
    await bringInto(second, await takeOut(old, format));
    const third = await aBook();
    await bringInto(third, await takeOut(second, format));
    expect(logicalDump(third)).toEqual(logicalDump(old));
  });

  test('leaves out accounts, roles, PINs, the log and drafts', async () => {
    const app = await aBook();
    await aClient(app);
    await app.call('drafts.save', { key: 'client', value: { name: '草稿里的人' } });
    await takeOut(app, format);
    const fresh = await aBook();
    const { counts } = await read(fresh, path.join(folder, `book.${format}`));
    expect(
      counts.map(({ table }) => table).filter((table) => /^(account|role|pin|audit|journal|act|draft|permission_review)/.test(table)),
    ).toEqual([]);
  });
});

/** The rows of a table in a JSON file, to be changed. */
type Whole = { version: number; counts: Record<string, number>; tables: Record<string, Record<string, unknown>[]> };

async function changedFile(change: (whole: Whole) => void): Promise<string> {
  const old = await aBook();
  fillBook(old, 5, 3, 0);
  const file = await takeOut(old, 'json');
  const whole = JSON.parse(readFileSync(file, 'utf8')) as Whole;
  change(whole);
  writeFileSync(file, JSON.stringify(whole));
  return file;
}

describe('what is brought back', () => {
  test.each([
    [
      'a relation to nobody',
      (whole: Whole): void => void (whole.tables['visit']![0]!['client'] = 'nobody'),
      { sheet: 'visit', row: 1, column: 'client', problem: 'nowhere' },
    ],
    [
      'a number that became text',
      (whole: Whole): void => void (whole.tables['visit']![0]!['amount_cents'] = '100'),
      { sheet: 'visit', row: 1, column: 'amount_cents', problem: 'not-number' },
    ],
    [
      'text that became a number',
      (whole: Whole): void => void (whole.tables['client']![1]!['number'] = 7),
      { sheet: 'client', row: 2, column: 'number', problem: 'not-text' },
    ],
    [
      'a day that is none',
      (whole: Whole): void => void (whole.tables['visit']![0]!['visited_on'] = '2026-02-30'),
      { sheet: 'visit', row: 1, column: 'visited_on', problem: 'not-day' },
    ],
    [
      'a row that is gone',
      (whole: Whole): void => void whole.tables['visit_item']!.pop(),
      { sheet: 'visit_item', row: null, column: null, problem: 'count' },
    ],
    [
      'a table that is gone',
      (whole: Whole): void => void delete whole.tables['follow_up'],
      { sheet: 'follow_up', row: null, column: null, problem: 'sheet-missing' },
    ],
    [
      'a uid twice',
      (whole: Whole): void => void (whole.tables['staff']![1]!['uid'] = whole.tables['staff']![0]!['uid']),
      { sheet: 'staff', row: 2, column: 'uid', problem: 'repeated' },
    ],
    [
      'a value that is missing',
      (whole: Whole): void => void (whole.tables['client']![0]!['name'] = null),
      { sheet: 'client', row: 1, column: 'name', problem: 'blank' },
    ],
    [
      'a kind nobody knows',
      (whole: Whole): void => void (whole.tables['preference']![0]!['kind'] = 'alert'),
      { sheet: 'preference', row: 1, column: 'kind', problem: 'not-known' },
    ],
    [
      'a column of their own',
      (whole: Whole): void => whole.tables['tag']!.forEach((tag) => (tag['colour'] = 'red')),
      { sheet: 'tag', row: null, column: 'colour', problem: 'column-unknown' },
    ],
  ] as const)('names the place of %s and writes nothing', async (_what, change, problem) => {
    const file = await changedFile(change);
    const fresh = await aBook();
    const before = logicalDump(fresh);
    const { token, problems } = await read(fresh, file);
    expect(problems).toContainEqual(problem);
    expect(token).toBeNull();
    expect(logicalDump(fresh)).toEqual(before);
  });

  test('is refused where there are clients, also in the bin, before a file is asked for', async () => {
    const app = await aBook();
    const id = await aClient(app);
    await app.call('clients.remove', { id });
    await expect(app.call('transfer.bringBack', null)).rejects.toMatchObject({ code: 'transfer.not-empty' });
    expect(await app.call('transfer.state', null)).toEqual({ empty: false });
  });

  test('is refused when a client was entered between looking and agreeing', async () => {
    const old = await aBook();
    fillBook(old, 6, 2, 0);
    const file = await takeOut(old, 'json');
    const fresh = await aBook();
    const { token } = await read(fresh, file);
    await aClient(fresh, { name: '先来的' });
    await expect(fresh.call('transfer.commit', { token: token! })).rejects.toMatchObject({ code: 'transfer.not-empty' });
    expect(logicalDump(fresh)['client']).toHaveLength(1);
  });

  test('is refused when the file was changed between looking and agreeing', async () => {
    const file = await changedFile(() => undefined);
    const fresh = await aBook();
    const { token } = await read(fresh, file);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
    await expect(fresh.call('transfer.commit', { token: token! })).rejects.toMatchObject({ code: 'transfer.changed' });
    expect(logicalDump(fresh)['client']).toEqual([]);
  });

  test('can be undone as one act, and stands in the log', async () => {
    const file = await changedFile((whole) => {
      whole.tables['erased_client'] = [];
      whole.counts['erased_client'] = 0;
    });
    const fresh = await aBook();
    const before = logicalDump(fresh);
    const { token } = await read(fresh, file);
    const { actId } = await fresh.call('transfer.commit', { token: token! });
    await fresh.call('history.undo', { actId });
    expect(logicalDump(fresh)['client']).toEqual([]);
    expect(logicalDump(fresh)['tier']).toEqual(before['tier']);
    const filter = { from: null, to: null, accountId: null, events: ['imported' as const], clientId: null };
    const { entries } = await fresh.call('audit.list', { filter, before: null, limit: 10 });
    expect(entries.map(({ operation }) => operation)).toEqual(['transfer.commit']);
  });

  test('offers no undoing of an import that came along, whose act stands in another journal', async () => {
    const old = await aBook();
    const { token: list } = await old.call('imports.drop', {
      fileName: '新.csv',
      bytes: new TextEncoder().encode('姓名,手机\n张素芬,13801385331\n'),
    });
    const fields = [{ column: 0, field: 'name' as const }];
    await old.call('imports.commit', { token: list, kind: 'clients', sheet: null, fields, fixes: [], skipRows: [] });
    expect(await old.call('imports.list', null)).toMatchObject([{ undoable: true }]);
    const fresh = await aBook();
    await bringInto(fresh, await takeOut(old, 'json'));
    expect(await fresh.call('imports.list', null)).toMatchObject([{ fileName: '新.csv', undoneAt: null, undoable: false }]);
  });

  test.each([
    ['a newer file', (whole: Whole): void => void (whole.version = 3), 'transfer.newer'],
    ['another JSON file', (whole: Whole): void => void Object.assign(whole, { format: 'other' }), 'transfer.not-a-book'],
  ] as const)('refuses %s by name', async (_what, change, code) => {
    const file = await changedFile(change);
    const fresh = await aBook();
    fresh.answers.chooseFile.push(file);
    await expect(fresh.call('transfer.bringBack', null)).rejects.toMatchObject({ code });
  });

  test('refuses an ordinary workbook, and a whole book under a password', async () => {
    const app = await aBook();
    await aClient(app);
    const list = path.join(folder, 'list.xlsx');
    app.answers.saveFile.push(list);
    await app.call('exports.book', { language: 'zh-CN', terms: { purpose: '月度盘点', password: null, approval: null } });
    const locked = await takeOut(app, 'xlsx', 'mudan-2026');
    const fresh = await aBook();
    fresh.answers.chooseFile.push(list, locked);
    await expect(fresh.call('transfer.bringBack', null)).rejects.toMatchObject({ code: 'transfer.not-a-book' });
    await expect(fresh.call('transfer.bringBack', null)).rejects.toMatchObject({ code: 'file.encrypted' });
  });
});

describe('a file of the first version', () => {
  const without = (whole: Whole, tables: readonly string[], columns: Readonly<Record<string, readonly string[]>>): void => {
    whole.version = 1;
    for (const table of tables) {
      delete whole.tables[table];
      delete whole.counts[table];
    }
    for (const [table, names] of Object.entries(columns))
      for (const row of whole.tables[table]!) for (const name of names) delete row[name];
  };
  const NEW_TABLES = ['product', 'client_field', 'client_field_value', 'client_relation', 'photo', 'patch_test', 'contact'];
  const NEW_COLUMNS = {
    ...{ staff: ['color'], service: ['needs_patch_test'], tag: ['group_name'], client: ['referred_by'] },
    ...{ visit: ['formula', 'void_reason'], visit_item: ['product', 'staff', 'discount_cents'] },
  };

  test('is read, and what it does not know is empty', async () => {
    const file = await changedFile((whole) => without(whole, [...NEW_TABLES, 'visit_payment', 'conflict_override'], NEW_COLUMNS));
    const fresh = await aBook();
    await bringInto(fresh, file);
    const { contact, client, visit_item: items, service } = logicalDump(fresh);
    expect(contact).toEqual([]);
    expect(client).toHaveLength(3);
    expect(client!.map((row) => row['referred_by_id'])).toEqual([null, null, null]);
    expect([...new Set([...items!.map((row) => row['discount_cents']), ...service!.map((row) => row['needs_patch_test'])])]).toEqual([0]);
  });

  test('is refused when a table is missing that it had', async () => {
    const file = await changedFile((whole) => without(whole, ['visit_item'], {}));
    const { problems } = await read(await aBook(), file);
    expect(problems).toContainEqual({ sheet: 'visit_item', row: null, column: null, problem: 'sheet-missing' });
  });
});

test('a sealed text that is no JSON any more is named', async () => {
  const file = await changedFile((whole) => void (whole.tables['patch_test']![0]!['health'] = 'half of {'));
  const { problems } = await read(await aBook(), file);
  expect(problems).toContainEqual({ sheet: 'patch_test', row: 1, column: 'health', problem: 'not-known' });
});

describe('a file on its way out', () => {
  test('leaves nothing beside it, and nothing at all when it cannot be written', async () => {
    const app = await aBook();
    fillBook(app, 7, 2, 0);
    await takeOut(app, 'xlsx');
    expect(readdirSync(folder)).toEqual(['book.xlsx']);
    app.answers.saveFile.push(path.join(folder, 'nowhere', 'book.json'));
    const wish = { format: 'json', language: 'en', purpose: 'new PC' } as const;
    await expect(app.call('transfer.whole', wish)).rejects.toMatchObject({ code: 'exports.cannot-write', details: { reason: 'gone' } });
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
  });

  test('stands in the log with what it was for', async () => {
    const app = await aBook();
    fillBook(app, 8, 2, 0);
    await takeOut(app, 'json');
    const filter = { from: null, to: null, accountId: null, events: ['exported' as const], clientId: null };
    const { entries } = await app.call('audit.list', { filter, before: null, limit: 10 });
    expect(entries).toMatchObject([{ operation: 'transfer.whole', details: { purpose: '搬到新电脑', way: 'json', protected: false } }]);
  });
});

// A second reader of another make: it opens the workbook and saves it under its own hand, as a person with a spreadsheet would.
test.skipIf(!hasLibreOffice())('a workbook that LibreOffice has opened and saved still comes back equal', async () => {
  const old = await aBook();
  fillBook(old, 10, 6);
  const file = await takeOut(old, 'xlsx');
  const office = aLibreOffice();
  try {
    const fresh = await aBook();
    await bringInto(fresh, office.resave(file));
    expect(logicalDump(fresh)).toEqual(logicalDump(old));
  } finally {
    office.close();
  }
});
