// Gathers the rows of an import and writes many of a table in one statement: SQLite then sets out once for them all, in half the time.

import type { Db } from '../core/database/database';
import { oneRow, runSql } from '../core/database/rows';

export interface BatchTable {
  readonly name: string;
  readonly columns: readonly string[];
}

type Value = string | number | null;

/** Rows of one statement; what is left over at the end goes by the smaller ones. More at a time is not faster. */
const SIZES = [32, 8, 1] as const;

export class RowBatch {
  readonly #db: Db;
  readonly #waiting: readonly (readonly [BatchTable, (readonly Value[])[]])[];
  readonly #ids = new Map<BatchTable, number>();

  /** In the order in which they lean on each other: what others point to comes first. */
  constructor(db: Db, tables: readonly BatchTable[]) {
    this.#db = db;
    this.#waiting = tables.map((table) => [table, []]);
  }

  /** The id of the table's next row. Nobody else writes meanwhile: it all happens in one transaction. */
  takeId(table: BatchTable): number {
    const id = (this.#ids.get(table) ?? this.#lastId(table)) + 1;
    this.#ids.set(table, id);
    return id;
  }

  add(table: BatchTable, row: readonly Value[]): void {
    this.#waiting.find(([known]) => known === table)?.[1].push(row);
  }

  write(): void {
    for (const [table, rows] of this.#waiting) this.#writeAll(table, rows.splice(0));
  }

  #writeAll(table: BatchTable, rows: readonly (readonly Value[])[]): void {
    let at = 0;
    for (const size of SIZES) {
      const sql = at + size <= rows.length ? insertOf(table, size) : '';
      for (; at + size <= rows.length; at += size) runSql(this.#db, sql, rows.slice(at, at + size).flat());
    }
  }

  /** Not the highest that is there: the id of a row that was taken away is never given again. */
  #lastId({ name }: BatchTable): number {
    return oneRow<{ seq: number }>(this.#db, 'SELECT seq FROM sqlite_sequence WHERE name = ?', [name])?.seq ?? 0;
  }
}

function insertOf({ name, columns }: BatchTable, rows: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO ${name} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`;
}
