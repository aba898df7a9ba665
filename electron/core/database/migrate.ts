// Brings a book to this version's schema: forward only, after a verified backup, with foreign keys off while tables are rebuilt.

import type { Database as Sqlite } from 'better-sqlite3';
import { AppError } from '../../../shared/errors';
import { dropTriggers, installTriggers } from './triggers';

const FILES = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** All migrations in order; the schema version of a book is how many of them it has had. */
export const MIGRATIONS: readonly Migration[] = Object.entries(FILES)
  .map(([path, sql]) => ({ name: path.replace(/^.*\//, ''), sql }))
  .sort((a, b) => a.name.localeCompare(b.name));

export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Runs what is missing. `backup` is called before the first change of a book that already holds data.
 * The pragma does nothing inside a transaction, and with foreign keys on a rebuilt parent table would silently take its children along.
 */
export function migrate(sqlite: Sqlite, backup: () => void, migrations: readonly Migration[] = MIGRATIONS): void {
  const version = schemaVersion(sqlite);
  if (version > migrations.length) throw new AppError('book.newer', { theirs: version, ours: migrations.length });
  if (version === migrations.length) return;
  if (version > 0) backup();
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.transaction(() => run(sqlite, migrations, version))();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}

export function schemaVersion(sqlite: Sqlite): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

function run(sqlite: Sqlite, migrations: readonly Migration[], from: number): void {
  dropTriggers(sqlite);
  for (const { sql } of migrations.slice(from)) {
    for (const statement of sql.split('--> statement-breakpoint')) sqlite.exec(statement);
  }
  installTriggers(sqlite);
  const broken = sqlite.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) throw new AppError('book.damaged', { found: 'foreign_key_check', aside: null });
  sqlite.pragma(`user_version = ${migrations.length}`);
}
