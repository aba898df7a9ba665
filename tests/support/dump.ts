// The logical content of a book: every row of every table the shop's work lives in, without the journal that records it.

import type { Database as Sqlite } from 'better-sqlite3';

/** The journal, its acts, and what is kept outside of it on purpose. */
const APART = new Set(['act', 'journal', 'journal_state', 'sqlite_sequence', 'draft', 'opened_client', 'book', 'audit', 'right_use']);

export function dumpOf(sqlite: Sqlite): Record<string, unknown[]> {
  const tables = sqlite.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  return Object.fromEntries(
    tables.filter(({ name }) => !APART.has(name)).map(({ name }) => [name, sqlite.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()]),
  );
}
