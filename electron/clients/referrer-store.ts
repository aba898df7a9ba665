// Where an erased client stands in the records of others: who sent them, as a link and as somebody wrote it, and what the journal knows of that.

import type { Db } from '../core/database/database';
import { allRows, runSql } from '../core/database/rows';

export interface Naming {
  /** Theirs alone. */
  readonly names: readonly string[];
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
  const names = allRows<{ name: string }>(db, `SELECT DISTINCT name FROM client WHERE uid IN (${MARKED})`).map(({ name }) => name);
  const shared = new Set(allRows<{ name: string }>(db, BORNE_BY_OTHERS).map(({ name }) => name));
  const own = names.filter((name) => !shared.has(name));
  const naming = allRows<{ uid: string; referrer: string | null }>(db, LINKED_OR_TYPED, [JSON.stringify(own)]);
  const texts = naming.flatMap(({ referrer }) => (referrer === null ? [] : [referrer]));
  return { names: own, uids: JSON.stringify(naming.map(({ uid }) => uid)), texts: JSON.stringify([...new Set([...own, ...texts])]) };
}

const MARKED = 'SELECT row_uid FROM erasing_row';

/** By way of the pinyin, which has an index, and which who has the same name has as well. */
const BORNE_BY_OTHERS = `
  SELECT DISTINCT c.name FROM client c WHERE c.uid IN (${MARKED})
    AND EXISTS (SELECT 1 FROM client o WHERE o.pinyin = c.pinyin AND o.name = c.name AND o.uid NOT IN (${MARKED}))`;

/** In two parts, each with an index of its own; left to itself SQLite goes through all clients, most of whom nobody sent. */
const LINKED_OR_TYPED = `
  SELECT uid, referrer FROM client INDEXED BY client_referred_by WHERE referred_by_id IN (SELECT id FROM client WHERE uid IN (${MARKED})) AND uid NOT IN (${MARKED})
  UNION
  SELECT uid, referrer FROM client INDEXED BY client_referrer
  WHERE referred_by_id IS NULL AND referrer IS NOT NULL AND referrer IN (SELECT value FROM json_each(?)) AND uid NOT IN (${MARKED})`;

/** The acts that wrote them there. */
export function listActsNaming(db: Db, naming: Naming): number[] {
  return allRows<{ act_id: number }>(db, `SELECT DISTINCT act_id FROM journal WHERE ${NAMES}`, bound(naming)).map(({ act_id }) => act_id);
}

/** What is written there is not theirs to keep. The journal forgets these entries, also those of the act that runs, and no others of the same clients. */
export function forgetNaming(db: Db, naming: Naming): void {
  runSql(db, 'UPDATE client SET referred_by_id = NULL, referrer = NULL WHERE uid IN (SELECT value FROM json_each(?))', [naming.uids]);
  runSql(db, 'INSERT OR IGNORE INTO erasing_row (row_uid) SELECT value FROM json_each(?)', [naming.uids]);
  runSql(db, `UPDATE journal SET before = '{}', after = '{}' WHERE ${NAMES}`, bound(naming));
  runSql(db, 'DELETE FROM erasing_row WHERE row_uid IN (SELECT value FROM json_each(?))', [naming.uids]);
}

const bound = ({ uids, texts }: Naming) => ({ uids, texts });

const NAMES = `row_uid IN (SELECT value FROM json_each(:uids)) AND table_name = 'client'
  AND (before ->> 'referrer' IN (SELECT value FROM json_each(:texts)) OR after ->> 'referrer' IN (SELECT value FROM json_each(:texts)))`;
