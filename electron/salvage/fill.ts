// Writes into the new book what can be read of the damaged one: along the trees, then from leaves no page leads to, then from what the indexes know.

import type { BookConnection } from '../core/database/connection';
import { rebuiltRow, type Lacking, type LostWords } from './lost-rows';
import { tableOf } from './orphans';
import type { Value } from './record';
import type { Roots } from './roots';
import type { BookTable, TableIndex } from './tables';
import type { FoundRow, Trees } from './trees';

export interface Count {
  kept: number;
  partly: number;
  /** Row by row, as the indexes know them. */
  readonly lost: Set<number>;
  certain: boolean;
}

export interface Source {
  readonly trees: Trees;
  readonly roots: Roots;
}

export interface Filling {
  readonly words: LostWords;
  progress(done: number): void;
}

export function fillBook(db: BookConnection, source: Source, tables: readonly BookTable[], filling: Filling): Map<string, Count> {
  const counts = new Map(tables.map(({ name }) => [name, { kept: 0, partly: 0, lost: new Set<number>(), certain: true }]));
  const copied = counting(counts, filling);
  const damaged = tables.filter((table) => copyTree(db, source, table, () => copied(table)));
  if (damaged.length > 0) copyOrphans(db, source, damaged, copied);
  for (const table of damaged) rebuild(db, table, lackingOf(db, source, table), counts.get(table.name), filling.words);
  return counts;
}

/** True when a part of the table could not be read. */
function copyTree(db: BookConnection, { trees, roots }: Source, table: BookTable, copied: () => void): boolean {
  const root = roots.byName.get(table.name);
  if (root === undefined) return true;
  let hasGap = false;
  const insert = inserting(db, table);
  const rows = trees.table(root, () => {
    hasGap = true;
  });
  for (const row of rows) if (insert(row)) copied();
  return hasGap;
}

function copyOrphans(db: BookConnection, { trees }: Source, damaged: readonly BookTable[], copied: (table: BookTable) => void): void {
  const inserts = new Map(damaged.map((table) => [table, inserting(db, table)]));
  for (const rows of trees.orphans()) {
    const table = tableOf(rows, damaged);
    const insert = table && inserts.get(table);
    if (table && insert) for (const row of rows) if (insert(row)) copied(table);
  }
}

/** Writes a row unless there is one with its id already; says whether it did. */
function inserting(db: BookConnection, { name, columns, alias }: BookTable): (row: FoundRow) => boolean {
  const statements = new Map<number, ReturnType<typeof prepare>>();
  function prepare(length: number) {
    const own = columns.slice(0, length).flatMap((column, index) => (column.name === alias ? [] : [{ name: column.name, index }]));
    const names = ['rowid', ...own.map((column) => `"${column.name}"`)];
    const sql = `INSERT OR IGNORE INTO "${name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    return { own, statement: db.prepare<Value[]>(sql) };
  }
  return ({ rowid, values }) => {
    const prepared = statements.get(values.length) ?? prepare(values.length);
    statements.set(values.length, prepared);
    return prepared.statement.run(rowid, ...prepared.own.map(({ index }) => values[index] ?? null)).changes === 1;
  };
}

interface LackingRows {
  readonly rows: ReadonlyMap<number, Lacking>;
  /** At least one index was read from end to end: no row that is gone is unknown. */
  readonly certain: boolean;
}

/** What the indexes know of and the table does not have. */
function lackingOf(db: BookConnection, { trees, roots }: Source, table: BookTable): LackingRows {
  const rows = new Map<number, Lacking>();
  const there = db.prepare<[number], unknown>(`SELECT 1 FROM "${table.name}" WHERE rowid = ?`);
  let certain = false;
  for (const index of table.indexes) {
    const root = roots.byName.get(index.name);
    if (root === undefined) continue;
    let hasGap = false;
    const entries = trees.index(root, () => {
      hasGap = true;
    });
    for (const entry of entries) {
      const rowid = entry.at(-1);
      if (typeof rowid === 'number' && there.get(rowid) === undefined) learn(rows, rowid, index, entry);
    }
    if (!hasGap && index.isWhole) certain = true;
  }
  return { rows, certain };
}

function learn(rows: Map<number, Lacking>, rowid: number, { columns }: TableIndex, entry: readonly Value[]): void {
  const known = rows.get(rowid) ?? new Map<string, Value>();
  columns.forEach((column, index) => {
    const value = entry[index];
    if (column !== null && value !== undefined) known.set(column, value);
  });
  rows.set(rowid, known);
}

function rebuild(db: BookConnection, table: BookTable, { rows, certain }: LackingRows, count: Count | undefined, words: LostWords): void {
  if (!count) return;
  count.certain &&= certain;
  for (const [rowid, known] of rows) {
    const row = rebuiltRow(table, known, words);
    if (row !== undefined && insertNamed(db, table, rowid, row)) count.partly += 1;
    else count.lost.add(rowid);
  }
}

function insertNamed(db: BookConnection, { name, columns, alias }: BookTable, rowid: number, row: Lacking): boolean {
  const own = columns.filter((column) => column.name !== alias && row.has(column.name)).map((column) => column.name);
  const names = ['rowid', ...own.map((column) => `"${column}"`)];
  const sql = `INSERT OR IGNORE INTO "${name}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return db.prepare<Value[]>(sql).run(rowid, ...own.map((column) => row.get(column) ?? null)).changes === 1;
}

const ROWS_A_REPORT = 1000;

function counting(counts: ReadonlyMap<string, Count>, { progress }: Filling): (table: BookTable) => void {
  let done = 0;
  return ({ name }) => {
    const count = counts.get(name);
    if (count) count.kept += 1;
    done += 1;
    if (done % ROWS_A_REPORT === 0) progress(done);
  };
}
