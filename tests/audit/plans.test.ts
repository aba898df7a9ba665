// A year's audit log is asked along its indexes: SQLite itself says so of the statements the list really runs.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  countEntries,
  countSeenClients,
  findEntry,
  lastOf,
  listActivity,
  listEntries,
  listSeenClients,
} from '../../electron/audit/list-store';
import { countChanges, digestOfChanges, findHead } from '../../electron/audit/log-store';
import { IsoDate } from '../../shared/core/date';
import { AccountId, ClientId } from '../../shared/ids';
import { aShopBook, type ShopBook } from '../support/shop-book';

let book: ShopBook;
beforeAll(() => {
  book = aShopBook();
});
afterAll(() => book.close());

const DAY = IsoDate.parse('2026-11-22');
const UID = '0190a000-0000-7000-8000-000000000001';
const ALL = { from: null, to: null, accountId: null, events: [], clientId: null };
const ANYBODY = { clients: true, staffId: undefined };
const PERSON = { ...ALL, accountId: AccountId.parse(UID) };
const CLIENT = { ...ALL, clientId: ClientId.parse(UID) };
const EVENT = { ...ALL, events: ['exported' as const] };
const DAYS = { ...ALL, from: DAY, to: DAY };

/** How SQLite goes about every statement that `work` runs. */
function plansOf(work: (db: ShopBook['db']) => unknown): string {
  const sqlite = book.db.$client;
  const prepare = vi.spyOn(sqlite, 'prepare');
  // A connection of another identity has no statements kept from before.
  work({
    ...book.db,
    $client: new Proxy(sqlite, { get: (target, name) => (name === 'prepare' ? prepare : Reflect.get(target, name)) }),
  } as ShopBook['db']);
  const statements = prepare.mock.calls.map(([sql]) => String(sql));
  prepare.mockRestore();
  expect(statements.length).toBeGreaterThan(0);
  const explained = statements.flatMap((sql) =>
    sqlite
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from({ length: sql.split('?').length - 1 }, () => null)),
  );
  return explained.map((row) => row.detail).join('\n');
}

test.each([
  ['the newest entries', (db: ShopBook['db']) => listEntries(db, ALL, ANYBODY, null, 100), 'SCAN a\n'],
  [
    'the entries before one',
    (db: ShopBook['db']) => listEntries(db, ALL, ANYBODY, 500, 100),
    'SEARCH a USING INTEGER PRIMARY KEY (rowid<?)',
  ],
  ['the entries of a person', (db: ShopBook['db']) => listEntries(db, PERSON, ANYBODY, null, 100), 'COVERING INDEX audit_account'],
  ['the entries about a client', (db: ShopBook['db']) => listEntries(db, CLIENT, ANYBODY, null, 100), 'COVERING INDEX audit_client'],
  ['the entries of an event', (db: ShopBook['db']) => listEntries(db, EVENT, ANYBODY, null, 100), 'COVERING INDEX audit_event'],
  ['the entries of some days', (db: ShopBook['db']) => listEntries(db, DAYS, ANYBODY, null, 100), 'COVERING INDEX audit_at'],
  ['how many entries a person has', (db: ShopBook['db']) => countEntries(db, PERSON), 'COVERING INDEX audit_account'],
  ['how many there are about a client', (db: ShopBook['db']) => countEntries(db, CLIENT), 'COVERING INDEX audit_client'],
  ['how many there are of an event', (db: ShopBook['db']) => countEntries(db, EVENT), 'COVERING INDEX audit_event'],
  ['how many there are on a day', (db: ShopBook['db']) => countEntries(db, DAYS), 'COVERING INDEX audit_at'],
  ['how many there are', (db: ShopBook['db']) => countEntries(db, ALL), 'SEARCH audit'],
  ['one entry', (db: ShopBook['db']) => findEntry(db, 1), 'INTEGER PRIMARY KEY'],
  ['the last check', (db: ShopBook['db']) => lastOf(db, 'verified'), 'COVERING INDEX audit_event'],
  ['the end of the chain', (db: ShopBook['db']) => findHead(db), 'SCAN audit'],
  ['what an act changed', (db: ShopBook['db']) => digestOfChanges(db, 1), 'journal_act'],
  ['how much an act changed', (db: ShopBook['db']) => countChanges(db, 1), 'COVERING INDEX journal_act'],
  ['what everybody did in a quarter', (db: ShopBook['db']) => listActivity(db, DAY, DAY), 'INDEX audit_a'],
  ['the clients somebody saw', (db: ShopBook['db']) => listSeenClients(db, 1, DAY, DAY, ANYBODY, 10), 'audit_event'],
  ['how many clients somebody saw', (db: ShopBook['db']) => countSeenClients(db, 1, DAY, DAY), 'audit_event'],
])('%s', (_what, work, step) => {
  expect(`${plansOf(work)}\n`).toContain(step);
});
