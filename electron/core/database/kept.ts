// Queries of Drizzle's on the hot paths: put into SQL and compiled once per connection, asked with other values each time.

import type { Database as Sqlite } from 'better-sqlite3';
import type { Db } from './database';

/** `build` prepares the query; what it is asked with each time stands in it as `sql.placeholder(…)`. */
export function keptQuery<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const kept = new WeakMap<Sqlite, Query>();
  return (db) => {
    const known = kept.get(db.$client);
    if (known !== undefined) return known;
    const query = build(db);
    kept.set(db.$client, query);
    return query;
  };
}
