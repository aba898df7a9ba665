// Prepared raw SQL for the hot paths, typed once here: a statement is compiled once per connection and kept.

import type { Database as Sqlite, Statement } from 'better-sqlite3';
import type { Db } from './database';

type Parameters = unknown[] | Record<string, unknown>;

const statements = new WeakMap<Sqlite, Map<string, Statement<unknown[]>>>();

/** All rows of a read; `Row` is the caller's word for the columns it selects. */
export function allRows<Row>(db: Db, sql: string, ...parameters: Parameters[]): Row[] {
  // The row shape is what the SQL text selects; the compiler cannot read SQL.
  return prepared(db, sql).all(...parameters) as Row[];
}

/** Row by row, for what is too much to hold at once; a statement of its own, because a second reading may begin before the first has ended. */
export function eachRow<Row>(db: Db, sql: string, ...parameters: Parameters[]): IterableIterator<Row> {
  return db.$client.prepare<unknown[]>(sql).iterate(...parameters) as IterableIterator<Row>;
}

export function oneRow<Row>(db: Db, sql: string, ...parameters: Parameters[]): Row | undefined {
  return prepared(db, sql).get(...parameters) as Row | undefined;
}

export function runSql(db: Db, sql: string, ...parameters: Parameters[]): { readonly changes: number; readonly lastId: number } {
  const result = prepared(db, sql).run(...parameters);
  return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
}

function prepared(db: Db, sql: string): Statement<unknown[]> {
  const sqlite = db.$client;
  let known = statements.get(sqlite);
  if (!known) statements.set(sqlite, (known = new Map()));
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = sqlite.prepare(sql)));
  return statement;
}
