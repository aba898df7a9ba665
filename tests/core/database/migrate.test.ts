// Migrations: a book of the version before comes through whole, with its child rows, or stays exactly as it was.

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupBefore } from '../../../electron/core/database/backup-before';
import type { BookConnection } from '../../../electron/core/database/connection';
import { migrate, MIGRATIONS, SCHEMA_VERSION, schemaVersion, type Migration } from '../../../electron/core/database/migrate';
import { openBookFile, openReadOnly } from '../../../electron/core/database/open';
import { dumpOf } from '../../support/dump';
import { aClient, addRow, aShopBook, aVisit, inAct, NOW, type ShopBook } from '../../support/shop-book';

let book: ShopBook;
let sqlite: BookConnection;
beforeEach(() => {
  book = aShopBook();
  sqlite = book.db.$client;
  inAct(book.db, () => {
    const tier = addRow(book.db, 'tier', { name: '金卡', mark: 'gold' });
    for (const name of ['张素芬', '林若溪']) {
      const client = aClient(book.db, { name, birthday: 'lunar:1985-08-15', tier_id: tier });
      addRow(book.db, 'client_phone', { client_id: client, typed: '13800138064', e164: '+8613800138064' });
      addRow(book.db, 'preference', { client_id: client, kind: 'allergy', text: '坚果', author: '苏敏', at: NOW });
      addRow(book.db, 'brought_over', { client_id: client, visits: 3, spent_cents: 900, last_visit_on: '2025-01-01' });
      const visit = aVisit(book.db, client, '2026-03-01');
      addRow(book.db, 'visit_item', { visit_id: visit, name: '深层补水', price_cents: 39_800 });
      addRow(book.db, 'follow_up', {
        client_id: client,
        visit_id: visit,
        kind: 'other',
        due_on: '2026-03-04',
        note: '问',
        created_at: NOW,
      });
    }
  });
});
afterEach(() => book.close());

/** How a table or its indexes stand in the book now, whichever migrations made them so. */
function sqlOf(type: 'table' | 'index', table: string): string[] {
  return sqlite
    .prepare<[string, string], { sql: string }>('SELECT sql FROM sqlite_master WHERE type = ? AND tbl_name = ? AND sql IS NOT NULL')
    .all(type, table)
    .map(({ sql }) => sql);
}

/** What the generator writes when a column of a parent table changes: a new table, the rows copied, the old one dropped, the new one renamed. */
function rebuilding(...tables: readonly string[]): Migration {
  const sql = tables.flatMap((table) => {
    const columns = sqlite
      .prepare<[], { name: string }>(`PRAGMA table_info(${table})`)
      .all()
      .map(({ name }) => `"${name}"`)
      .join(', ');
    return [
      'PRAGMA foreign_keys=OFF;',
      `${sqlOf('table', table)[0]?.replace(table, `__new_${table}`) ?? ''};`,
      `INSERT INTO __new_${table} (${columns}) SELECT ${columns} FROM ${table};`,
      `DROP TABLE ${table};`,
      `ALTER TABLE __new_${table} RENAME TO ${table};`,
      'PRAGMA foreign_keys=ON;',
      ...sqlOf('index', table).map((one) => `${one};`),
    ];
  });
  return { name: '9999_rebuild.sql', sql: sql.join('\n--> statement-breakpoint\n') };
}

const run = (migration: Migration) => migrate(sqlite, () => undefined, [...MIGRATIONS, migration]);

test.each([[['client']], [['visit']], [['tier']], [['client', 'visit', 'brought_over', 'client_totals']]])(
  'rebuilding %j keeps every row of it and of its children',
  (tables) => {
    const before = dumpOf(sqlite);
    run(rebuilding(...tables));
    expect(dumpOf(sqlite)).toEqual(before);
    expect(schemaVersion(sqlite)).toBe(SCHEMA_VERSION + 1);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  },
);

test('journal and sums go on after a rebuild', () => {
  run(rebuilding('client', 'visit'));
  expect(() => sqlite.exec("UPDATE client SET name = '外'")).toThrow(/outside an act/);
  const acts = () => sqlite.prepare<[], { n: number }>("SELECT count(*) AS n FROM journal WHERE table_name = 'visit'").get()?.n;
  const before = acts() ?? 0;
  inAct(book.db, () => aVisit(book.db, 1, '2026-03-09'));
  expect(acts()).toBe(before + 1);
  expect(sqlite.prepare('SELECT visits, last_visit_on FROM client_totals WHERE client_id = 1').get()).toEqual({
    visits: 5,
    last_visit_on: '2026-03-09',
  });
});

test('a migration may write to the tables of the shop without an act', () => {
  run({ name: '9999_move.sql', sql: "UPDATE client SET nickname = name; UPDATE visit SET payment = 'cash'" });
  expect(sqlite.prepare('SELECT DISTINCT nickname = name AS same FROM client').all()).toEqual([{ same: 1 }]);
});

test.each([
  ['fails in its SQL', 'CREATE TABLE half (id integer); UPDATE client SET no_such_column = 1'],
  ['leaves children without a parent', 'CREATE TABLE half (id integer); DELETE FROM client WHERE id = 1'],
])('a migration that %s is rolled back whole', (_what, sql) => {
  const before = [dumpOf(sqlite), triggers()];
  expect(() => run({ name: '9999_bad.sql', sql })).toThrow();
  expect([dumpOf(sqlite), triggers()]).toEqual(before);
  expect(schemaVersion(sqlite)).toBe(SCHEMA_VERSION);
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('makes the backup before the first change, and changes nothing when it fails', () => {
  const before = dumpOf(sqlite);
  const seen: unknown[] = [];
  migrate(sqlite, () => seen.push(dumpOf(sqlite)), [...MIGRATIONS, { name: '9999_move.sql', sql: 'UPDATE client SET nickname = name' }]);
  expect(seen).toEqual([before]);
  const after = dumpOf(sqlite);
  const full = () => {
    throw new Error('no room for a backup');
  };
  expect(() =>
    migrate(sqlite, full, [...MIGRATIONS, { name: '9999_a.sql', sql: '' }, { name: '9999_b.sql', sql: 'DELETE FROM visit' }]),
  ).toThrow('no room for a backup');
  expect(dumpOf(sqlite)).toEqual(after);
});

test('asks for no backup when there is nothing to do, nor for a book that is only being made', () => {
  let backups = 0;
  migrate(sqlite, () => (backups += 1));
  expect(backups).toBe(0);
});

test('refuses a book of a newer version and leaves it as it is', () => {
  run({ name: '9999_newer.sql', sql: 'CREATE TABLE of_the_future (id integer)' });
  const before = dumpOf(sqlite);
  expect(() => migrate(sqlite, () => undefined)).toThrow(
    expect.objectContaining({ code: 'book.newer', details: { theirs: SCHEMA_VERSION + 1, ours: SCHEMA_VERSION } }),
  );
  expect(dumpOf(sqlite)).toEqual(before);
});

test('keeps a readable copy of the book as it was, also when an earlier attempt failed or was cut off', () => {
  const before = dumpOf(sqlite);
  const good = [...MIGRATIONS, rebuilding('client')];
  const bad = [...MIGRATIONS, { name: '9999_bad.sql', sql: 'UPDATE client SET no_such_column = 1' }];
  const version = SCHEMA_VERSION + 1;
  const reopen = (migrations: readonly Migration[]) =>
    openBookFile(book.file, {
      ...book.options,
      schemaVersion: version,
      prepare: (db, tools) => migrate(db, () => backupBefore(book.file, version, tools.copyVerified), migrations),
    });
  sqlite.close();
  writeFileSync(`${book.file}.before-schema-${version}.part`, 'half a copy');
  expect(() => reopen(bad)).toThrow();
  const open = reopen(good);
  expect(dumpOf(open)).toEqual(before);
  open.close();
  const copy = `${book.file}.before-schema-${version}`;
  expect(existsSync(copy)).toBe(true);
  expect(readdirSync(book.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  const old = openReadOnly(copy, book.options);
  expect([dumpOf(old), schemaVersion(old)]).toEqual([before, SCHEMA_VERSION]);
  old.close();
});

function triggers(): unknown[] {
  return sqlite.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name").all();
}
