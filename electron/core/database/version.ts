// What a form began from: it changes with every row that the form writes to.

import type { Db } from './database';
import { oneRow } from './rows';

/**
 * The last entry of the journal about any of these rows, and how many rows there are: one that was taken away has no row any more.
 * `parts` is SQL that gives their `uid`s. Asked row by row: joined, SQLite may go through the whole journal from its end instead.
 */
export function versionOfRows(db: Db, parts: string, values: Readonly<Record<string, string | number>>): string {
  const found = oneRow<{ parts: number; entry: number | null }>(
    db,
    `WITH part (uid) AS (${parts})
     SELECT count(*) AS parts, max((SELECT max(j.id) FROM journal j WHERE j.row_uid = part.uid)) AS entry FROM part`,
    values,
  );
  return `${found?.entry ?? 0}.${found?.parts ?? 0}`;
}
