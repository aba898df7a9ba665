// The tables of a book as SQLite describes them: what stands in a row, which indexes know of it, what must not be empty.

import type { BookConnection } from '../core/database/connection';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
}

export interface TableIndex {
  readonly name: string;
  readonly columns: readonly (string | null)[];
  /** Knows of every row. */
  readonly isWhole: boolean;
}

export interface BookTable {
  readonly name: string;
  /** In the order in which they stand in a row; without computed ones. */
  readonly columns: readonly Column[];
  /** The column that is the row's own id, which a record leaves empty. */
  readonly alias: string | null;
  readonly indexes: readonly TableIndex[];
}

/** Counted anew, or of the running app only. */
const NOT_COPIED = new Set(['client_totals', 'shelf_count', 'journal_state']);

export function describeTables(db: BookConnection): BookTable[] {
  const names = db.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all();
  return names.filter(({ name }) => !NOT_COPIED.has(name)).map(({ name }) => describe(db, name));
}

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
  readonly hidden: number;
}

function describe(db: BookConnection, name: string): BookTable {
  const rows = db.prepare<[string], ColumnRow>('SELECT name, type, "notnull", dflt_value, pk, hidden FROM pragma_table_xinfo(?)').all(name);
  const keys = rows.filter(({ pk }) => pk > 0);
  const [key] = keys;
  const alias = key && keys.length === 1 && key.type.toUpperCase() === 'INTEGER' ? key.name : null;
  const columns = rows
    // 2 is computed when it is read; it does not stand in the row.
    .filter(({ hidden }) => hidden !== 2)
    .map((row) => ({
      name: row.name,
      type: row.type.toUpperCase(),
      notNull: row.notnull === 1 || row.name === alias,
      hasDefault: row.dflt_value !== null || row.name === alias,
    }));
  return { name, columns, alias, indexes: indexesOf(db, name) };
}

function indexesOf(db: BookConnection, table: string): TableIndex[] {
  const indexes = db.prepare<[string], { name: string; partial: number }>('SELECT name, partial FROM pragma_index_list(?)').all(table);
  return indexes.map(({ name, partial }) => {
    const columns = db.prepare<[string], { name: string | null }>('SELECT name FROM pragma_index_info(?) ORDER BY seqno').all(name);
    return { name, columns: columns.map((column) => column.name), isWhole: partial === 0 };
  });
}
