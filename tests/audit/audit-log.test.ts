// The audit log while the book is open: one chain, whatever is rolled back, typed or looked at twice.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AuditLog } from '../../electron/audit/audit-log';
import { chainStart, macOf, type ChainRow } from '../../electron/audit/chain';
import { mirrorFile } from '../../electron/audit/mirror';
import type { NewEntry } from '../../electron/audit/new-entry';
import { allRows, oneRow, runSql } from '../../electron/core/database/rows';
import { beginAct, endAct, undoAct } from '../../electron/core/database/journal';
import { isoInstant } from '../../shared/core/date';
import { aClient, aShopBook, NOW, type ShopBook } from '../support/shop-book';

let book: ShopBook;
let log: AuditLog;
let now: number;
const logged: string[] = [];
const key = randomBytes(32);

beforeEach(() => {
  book = aShopBook();
  now = Date.parse(NOW);
  logged.length = 0;
  log = aLog();
  log.open(book.db, key);
});
afterEach(() => {
  vi.useRealTimers();
  log.close();
  book.close();
});

function aLog(): AuditLog {
  return new AuditLog({
    folder: book.folder,
    now: () => isoInstant(new Date(now)),
    held: () => false,
    log: (operation) => logged.push(operation),
  });
}

function entry(given: Partial<NewEntry> = {}): NewEntry {
  const at = isoInstant(new Date(now));
  return { at, accountId: 1, event: 'changed', operation: 'tests.write', clientUid: null, actId: null, details: {}, ...given };
}

const append = (given: Partial<NewEntry> = {}) => inTransaction(() => log.append(entry(given)));
const inTransaction = <T>(work: () => T): T => book.db.$client.transaction(work).immediate();
const rows = () => allRows<ChainRow>(book.db, 'SELECT * FROM audit ORDER BY id');
const search = (digits: string) =>
  log.later(entry({ event: 'phone-search', details: { lastFour: digits.slice(-4), digits: digits.length } }));
const searches = () => rows().map((row) => JSON.parse(row.details).digits);

function expectWholeChain(): void {
  let previous = chainStart(key, oneRow<{ uid: string }>(book.db, 'SELECT uid FROM book')!.uid);
  rows().forEach((row, index) => {
    expect(row.id).toBe(index + 1);
    expect(row.mac).toBe(macOf(key, previous, row));
    previous = row.mac;
  });
}

test('numbers entries without gaps and chains each to the one before', () => {
  expect([append(), append({ details: { reason: '核对' } }), append({ accountId: null })]).toEqual([1, 2, 3]);
  expectWholeChain();
});

test('refuses an entry outside a transaction', () => {
  expect(() => log.append(entry())).toThrow('inside a transaction');
});

test('a transaction that is rolled back leaves neither an entry nor a gap', () => {
  append();
  expect(() =>
    inTransaction(() => {
      log.append(entry());
      log.append(entry());
      throw new Error('taken back');
    }),
  ).toThrow('taken back');
  expect(append()).toBe(2);
  expectWholeChain();
});

test('what was read in between stands before the next entry', () => {
  log.later(entry({ event: 'client-seen', clientUid: 'a' }));
  append();
  expect(rows().map((row) => row.event)).toEqual(['client-seen', 'changed']);
  expectWholeChain();
});

test('what was read is not lost with the transaction it was written in', () => {
  log.later(entry({ event: 'health-seen', clientUid: 'a' }));
  expect(() =>
    inTransaction(() => {
      log.append(entry());
      throw new Error('taken back');
    }),
  ).toThrow('taken back');
  expect(rows()).toHaveLength(0);
  append();
  log.flush();
  expect(rows().map((row) => row.event)).toEqual(['health-seen', 'changed']);
  expectWholeChain();
});

test('what was read is not lost either when the transaction wrote several entries, and is written once when it stayed', () => {
  log.later(entry({ event: 'health-seen', clientUid: 'a' }));
  expect(() =>
    inTransaction(() => {
      log.append(entry());
      log.append(entry());
      throw new Error('taken back');
    }),
  ).toThrow();
  inTransaction(() => {
    log.append(entry());
    log.later(entry({ event: 'client-seen', clientUid: 'b' }));
    log.append(entry());
  });
  log.flush();
  log.flush();
  expect(rows().map((row) => row.event)).toEqual(['health-seen', 'changed', 'client-seen', 'changed']);
});

test('writes what was read within a second of quiet', () => {
  vi.useFakeTimers();
  log.later(entry({ event: 'client-seen', clientUid: 'a' }));
  expect(rows()).toHaveLength(0);
  vi.advanceTimersByTime(1000);
  expect(rows()).toHaveLength(1);
});

test('writes what was read at the latest after some seconds, though the reading never stops', () => {
  vi.useFakeTimers();
  for (let turn = 0; turn < 20; turn += 1) {
    log.later(entry({ event: 'client-seen', clientUid: `client ${turn}` }));
    vi.advanceTimersByTime(500);
  }
  expect(rows().length).toBeGreaterThan(0);
});

test('looking at the same client again within five minutes is one entry, later it is another', () => {
  const look = (clientUid: string) => log.later(entry({ event: 'client-seen', clientUid }));
  look('a');
  look('b');
  now += 60_000;
  look('a');
  log.flush();
  look('a');
  log.flush();
  expect(rows()).toHaveLength(2);
  now += 5 * 60_000;
  look('a');
  log.flush();
  expect(rows()).toHaveLength(3);
});

test('a clock that was set back hides nothing', () => {
  log.later(entry({ event: 'client-seen', clientUid: 'a' }));
  now -= 3_600_000;
  log.later(entry({ event: 'client-seen', clientUid: 'a' }));
  log.flush();
  expect(rows()).toHaveLength(2);
});

test('a phone typed digit by digit is one search', () => {
  for (const digits of ['13812', '138123', '1381234', '13812345', '1381234']) search(digits);
  log.flush();
  expect(searches()).toEqual([8]);
});

test('another phone is another search', () => {
  search('13812345678');
  search('13912345677');
  search('139123456');
  search('13912345688');
  log.flush();
  expect(searches()).toEqual([11, 11, 11]);
});

test('closing writes what waits, mirrors the end, and wipes the key', () => {
  append();
  log.later(entry({ event: 'client-seen', clientUid: 'a' }));
  log.close();
  const [, last] = rows();
  expect(last?.event).toBe('client-seen');
  expect(JSON.parse(readFileSync(mirrorFile(book.folder), 'utf8'))).toMatchObject({ entries: 2, mac: last?.mac });
  expect(() => log.flush()).toThrow('closed');
});

test('keeps a key of its own: whoever lent it may wipe theirs', () => {
  const lent = Buffer.from(key);
  log.open(book.db, lent);
  lent.fill(0);
  append();
  expectWholeChain();
});

test('goes on where the last opening ended', () => {
  append();
  log.close();
  log = aLog();
  log.open(book.db, key);
  expect(append()).toBe(2);
  expectWholeChain();
});

test('a book whose end was cut off is noticed at the opening, and the log says so for good', () => {
  for (let count = 0; count < 5; count += 1) append();
  log.close();
  cutOffAfter(3);
  log.open(book.db, key);
  const last = rows().at(-1);
  expect(last).toMatchObject({ id: 4, event: 'verified', account_id: null });
  expect(JSON.parse(last!.details)).toMatchObject({ way: 'mirror', broken: { kind: 'cut-off', id: 4, expected: '5', found: '3' } });
  expectWholeChain();
  log.close();
  log.open(book.db, key);
  expect(rows()).toHaveLength(4);
});

test('a mirror that was deleted, written by somebody else, or put back as it was before a locking is noticed', () => {
  append();
  log.close();
  const older = readFileSync(mirrorFile(book.folder));
  const opened = () => {
    log.open(book.db, key);
    const { details } = rows().at(-1)!;
    append({ event: 'locked' });
    log.close();
    return JSON.parse(details).broken?.kind;
  };
  expect(opened()).toBeUndefined();
  rmSync(mirrorFile(book.folder));
  expect(opened()).toBe('mirror');
  writeFileSync(mirrorFile(book.folder), older.toString().replace(/"entries": \d+/, '"entries": 2'));
  expect(opened()).toBe('mirror');
  writeFileSync(mirrorFile(book.folder), older);
  expect(opened()).toBe('mirror');
  expect(opened()).toBeUndefined();
});

test('a mirror that is put back while the book is open is noticed before it is written anew', () => {
  append();
  log.mirror();
  const older = readFileSync(mirrorFile(book.folder));
  append();
  log.mirror();
  writeFileSync(mirrorFile(book.folder), older);
  append();
  log.mirror();
  expect(JSON.parse(rows().at(-1)!.details).broken).toMatchObject({ kind: 'mirror', expected: '2', found: '1' });
});

test('a mirror that cannot be written is told to the log and stops nothing', () => {
  append();
  log.mirror();
  rmSync(book.folder, { recursive: true });
  append();
  expect(() => log.mirror()).not.toThrow();
  expect(logged).toContain('audit.mirror');
  expect(existsSync(mirrorFile(book.folder))).toBe(false);
});

test('what cannot be written yet waits on, and stands in the way of nobody who reads', () => {
  book.db.$client.pragma('query_only = ON');
  log.later(entry({ event: 'client-seen', clientUid: 'a' }));
  expect(() => log.settle()).not.toThrow();
  expect(logged).toEqual(['audit.flush']);
  book.db.$client.pragma('query_only = OFF');
  append();
  expect(rows().map((row) => row.event)).toEqual(['client-seen', 'changed']);
});

test('the book itself refuses to change or delete an entry', () => {
  append();
  expect(() => runSql(book.db, "UPDATE audit SET details = '{}' WHERE id = 1")).toThrow('append-only');
  expect(() => runSql(book.db, 'DELETE FROM audit WHERE id = 1')).toThrow('append-only');
  expect(() => runSql(book.db, "INSERT OR REPLACE INTO audit (id, at, event, details, mac) VALUES (1, '', '', '', '')")).toThrow(
    'append-only',
  );
});

test('an act that is taken back leaves its entry, with the client it was about and a digest of what it changed', () => {
  const act = inTransaction(() => {
    const running = beginAct(book.db, NOW, 1, 'clients.create');
    aClient(book.db, { name: '林芳' });
    const tables = endAct(book.db, running);
    log.acted(book.db, { act: running, operation: 'clients.create', tables, session: { accountId: 1 }, at: NOW, note: null });
    return running;
  });
  inTransaction(() => {
    const running = beginAct(book.db, NOW, 1, 'history.undo');
    undoAct(book.db, act.uid, running);
    const tables = endAct(book.db, running);
    log.acted(book.db, { act: running, operation: 'history.undo', tables, session: { accountId: 1 }, at: NOW, note: null });
  });
  const [made, undone] = rows();
  expect(made).toMatchObject({ event: 'changed', operation: 'clients.create', act_id: act.id });
  expect(made!.client_uid).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.parse(made!.details)).toMatchObject({ rows: 1, tables: ['client'], changes: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(undone).toMatchObject({ event: 'undone', operation: 'history.undo' });
  expectWholeChain();
});

/** As somebody would who has the key and a tool of their own. */
function cutOffAfter(id: number): void {
  const { $client } = book.db;
  const trigger = oneRow<{ sql: string }>(book.db, "SELECT sql FROM sqlite_master WHERE name = 'audit_never_shrinks'")!.sql;
  $client.exec(`DROP TRIGGER audit_never_shrinks; DELETE FROM audit WHERE id > ${id}; ${trigger}`);
}
