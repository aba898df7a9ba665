// The open book as the stores see it: Drizzle over the one writing connection.

import type { Database as Sqlite } from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import * as schema from './schema';

export type Db = BetterSQLite3Database<typeof schema> & { readonly $client: Sqlite };

export function wrapDatabase(sqlite: Sqlite): Db {
  return drizzle(sqlite, { schema });
}
