// Books of every released schema version, as their own code wrote them (tests/fixtures/write-books.mjs), each with all its rows written down beside it.

import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupBefore } from '../../electron/core/database/backup-before';
import type { BookConnection } from '../../electron/core/database/connection';
import { migrate, MIGRATIONS, type Migration } from '../../electron/core/database/migrate';
import { ARGON_FLOOR } from '../../electron/vault/derive';
import { vaultFiles, type VaultFiles } from '../../electron/vault/files';
import { createVault, type Vault } from '../../electron/vault/vault';
import { aClock } from '../vault/stand-ins';
import { aFolder } from './book-file';

export const OLD_PASSWORD = 'shanchahua-9-yue';

type Row = Readonly<Record<string, unknown>>;

export interface OldBook {
  /** What an app started on it would have as its profile. */
  readonly profile: string;
  readonly files: VaultFiles;
  readonly truth: {
    readonly schemaVersion: number;
    readonly recovery: readonly string[];
    readonly rows: Readonly<Record<string, readonly Row[]>>;
  };
}

export const OLD_BOOKS = join(import.meta.dirname, '..', 'fixtures', 'books');

export const OLD_VERSIONS: readonly number[] = readdirSync(OLD_BOOKS)
  .map((name) => Number(name.replace('schema-', '')))
  .sort((a, b) => a - b);

/** A copy to work on. */
export function anOldBook(version: number): OldBook {
  const profile = aFolder();
  const kept = join(OLD_BOOKS, `schema-${version}`);
  cpSync(join(kept, 'book'), join(profile, 'book'), { recursive: true });
  // The shape is what old-book.ts writes.
  return { profile, files: vaultFiles(join(profile, 'book')), truth: JSON.parse(readFileSync(join(kept, 'truth.json'), 'utf8')) };
}

/** As the house makes it, with these migrations. */
export function vaultOf({ files }: Pick<OldBook, 'files'>, migrations: readonly Migration[] = MIGRATIONS): Vault {
  const version = migrations.length;
  return createVault({
    folder: files.folder,
    clock: aClock(),
    protector: { protection: 'none', protect: async (secret) => Buffer.from(secret), unprotect: async (sealed) => Buffer.from(sealed) },
    argon: ARGON_FLOOR,
    schemaVersion: version,
    prepare: (db, tools) => migrate(db, () => backupBefore(db.name, version, tools.copyVerified), migrations),
    onCreated: () => undefined,
  });
}

export async function openOld(vault: Vault): Promise<BookConnection> {
  const accountId = vault.status().accounts[0]?.id ?? '';
  return (await vault.unlock({ accountId, password: OLD_PASSWORD })).db;
}

/** Rows of the truth that are not in the book as they were: columns a later version added do not count. The vault counts its own changes in `book`. */
export function missingRows(db: BookConnection, { truth }: Pick<OldBook, 'truth'>): string[] {
  return Object.entries(truth.rows).flatMap(([table, rows]) => {
    const found = rowsInOrder(db, table);
    if (found.length !== rows.length) return [`${table}: ${found.length} rows of ${rows.length}`];
    return rows.flatMap((row, at) =>
      Object.entries(row)
        .filter(([column, value]) => column !== 'keys_epoch' && found[at]?.[column] !== value)
        .map(([column]) => `${table} ${at} ${column}`),
    );
  });
}

/** Rows of the truth that stand nowhere in the book, which may have more; how many of each table. */
export function lostRows(db: BookConnection, { truth }: Pick<OldBook, 'truth'>): Record<string, number> {
  const lost = Object.entries(truth.rows).map(([table, rows]): [string, number] => {
    const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'keys_epoch');
    const told = (row: Row) => JSON.stringify(columns.map((column) => row[column]));
    const found = new Set(rowsInOrder(db, table).map(told));
    return [table, rows.filter((row) => !found.has(told(row))).length];
  });
  return Object.fromEntries(lost.filter(([, count]) => count > 0));
}

/** As old-book.ts wrote them down; no later version takes a column away. */
function rowsInOrder(db: BookConnection, table: string): Row[] {
  const all = db.prepare<[], Row>(`SELECT * FROM "${table}"`);
  return db.prepare<[], Row>(`SELECT * FROM "${table}" ORDER BY ${all.columns().length > 1 ? '1, 2' : '1'}`).all();
}
