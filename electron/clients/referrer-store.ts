// Where an erased client stands in the records of others: who sent them, as a link and as somebody wrote it, and what the journal knows of that.

import type { Db } from '../core/database/database';
import { allRows, runSql } from '../core/database/rows';

export interface Naming {
  /** The clients in whose records they stand. */
  readonly uids: string;
  /** JSON, as they stand there. */
  readonly texts: string;
}

/**
 * Of those who are marked: whom they are linked to as who sent them, and whose record holds their very name without a link. A name that a client
 * who stays bears as well may be theirs, and is left.
 */
export function findNaming(db: Db): Naming {
  const names = allRows<{ name: string }>(
    db,
    `SELECT DISTINCT name FROM client WHERE uid IN (SELECT row_uid FROM erasing_row)
     EXCEPT SELECT name FROM client WHERE uid NOT IN (SELECT row_uid FROM erasing_row)`,
  ).map(({ name }) => name);
  const naming = allRows<{ uid: string; referrer: string | null }>(
    db,
    `SELECT uid, referrer FROM client WHERE uid NOT IN (SELECT row_uid FROM erasing_row)
       AND (referred_by_id IN (SELECT id FROM client WHERE uid IN (SELECT row_uid FROM erasing_row))
         OR (referred_by_id IS NULL AND referrer IN (SELECT value FROM json_each(?))))`,
    [JSON.stringify(names)],
  );
  const texts = naming.flatMap(({ referrer }) => (referrer === null ? [] : [referrer]));
  return { uids: JSON.stringify(naming.map(({ uid }) => uid)), texts: JSON.stringify([...new Set([...names, ...texts])]) };
}

/** The acts that wrote them there. */
export function listActsNaming(db: Db, naming: Naming): number[] {
  return allRows<{ act_id: number }>(db, `SELECT DISTINCT act_id FROM journal WHERE ${NAMES}`, { ...naming }).map(({ act_id }) => act_id);
}

/** What is written there is not theirs to keep. The journal forgets these entries, also those of the act that runs, and no others of the same clients. */
export function forgetNaming(db: Db, naming: Naming): void {
  runSql(db, 'UPDATE client SET referred_by_id = NULL, referrer = NULL WHERE uid IN (SELECT value FROM json_each(?))', [naming.uids]);
  runSql(db, 'INSERT OR IGNORE INTO erasing_row (row_uid) SELECT value FROM json_each(?)', [naming.uids]);
  runSql(db, `UPDATE journal SET before = '{}', after = '{}' WHERE ${NAMES}`, { ...naming });
  runSql(db, 'DELETE FROM erasing_row WHERE row_uid IN (SELECT value FROM json_each(?))', [naming.uids]);
}

const NAMES = `row_uid IN (SELECT value FROM json_each(:uids)) AND table_name = 'client'
  AND (before ->> 'referrer' IN (SELECT value FROM json_each(:texts)) OR after ->> 'referrer' IN (SELECT value FROM json_each(:texts)))`;
