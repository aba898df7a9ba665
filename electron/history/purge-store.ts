// What has been in the bin for too long, found a stretch of the acts at a time so that no look is long; and what of other things still names it.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';
import { ALERT_ROWS } from '../preferences/alerts';

export interface OverdueThing {
  readonly table_name: string;
  readonly row_uid: string;
}

export interface Stretch {
  readonly things: readonly OverdueThing[];
  /** Where the next stretch begins; null: there is none. */
  readonly next: number | null;
}

const ACTS = 2000;

/**
 * Of the bin's things those that go. A visit that was struck out and an alert that was ended stay, each with its reason:
 * they were not thrown away but said to hold no longer, and somebody may be asked why.
 */
const GOES = `(VALUES ('clients.remove', 'client'), ('contacts.remove', 'contact'), ('photos.remove', 'photo'), ('preferences.end', 'preference'),
  ('patchTests.remove', 'patch_test'), ('relations.remove', 'client_relation'))`;

/** The same acts by name: asked first, so that of an import no row is looked at. */
const DELETING_ACTS = `('clients.remove', 'contacts.remove', 'photos.remove', 'preferences.end', 'patchTests.remove', 'relations.remove')`;

/**
 * A deletion from before this moment that stands, and since which nobody touched the thing: what was deleted, brought back and deleted anew
 * counts from the last time. A preference goes with the texts it took the place of.
 */
export function listOverdue(db: Db, before: IsoInstant, after: number): Stretch {
  const last = oneRow<{ id: number | null }>(db, 'SELECT max(id) AS id FROM act WHERE at < ?', [before])?.id ?? 0;
  const until = after + ACTS;
  const things = allRows<OverdueThing>(
    db,
    `SELECT DISTINCT j.table_name, j.row_uid FROM act a JOIN journal j ON j.act_id = a.id
     LEFT JOIN client c ON j.table_name = 'client' AND c.uid = j.row_uid
     LEFT JOIN contact k ON j.table_name = 'contact' AND k.uid = j.row_uid
     LEFT JOIN photo ph ON j.table_name = 'photo' AND ph.uid = j.row_uid
     LEFT JOIN preference n ON j.table_name = 'preference' AND n.uid = j.row_uid
     LEFT JOIN patch_test pt ON j.table_name = 'patch_test' AND pt.uid = j.row_uid
     LEFT JOIN client_relation r ON j.table_name = 'client_relation' AND r.uid = j.row_uid
     WHERE a.id > :after AND a.id <= :until AND a.at < :before AND a.undone_by_id IS NULL
       AND a.operation IN ${DELETING_ACTS} AND (a.operation, j.table_name) IN ${GOES} AND (n.id IS NULL OR NOT n.${ALERT_ROWS})
       AND (coalesce(c.deleted_at, k.deleted_at, ph.deleted_at, n.ended_at, pt.ended_at) IS NOT NULL
         OR (j.table_name = 'client_relation' AND j.kind = 'delete' AND j.before IS NOT '{}' AND r.id IS NULL))
       AND NOT EXISTS (SELECT 1 FROM preference q WHERE q.client_id = n.client_id AND q.replaces_id = n.id)
       AND NOT EXISTS (SELECT 1 FROM journal x JOIN act y ON y.id = x.act_id WHERE x.row_uid = j.row_uid AND x.table_name = j.table_name AND y.at >= :before)`,
    { after, until, before },
  );
  return { things, next: until < last ? until : null };
}

/** The texts a preference took the place of, however often it was edited. */
export function listReplaced(db: Db, preferenceUids: readonly string[]): string[] {
  return allRows<{ uid: string }>(
    db,
    `WITH RECURSIVE older (id) AS (
       SELECT replaces_id FROM preference WHERE uid IN (SELECT value FROM json_each(?)) AND replaces_id IS NOT NULL
       UNION SELECT p.replaces_id FROM older JOIN preference p ON p.id = older.id WHERE p.replaces_id IS NOT NULL)
     SELECT p.uid FROM older JOIN preference p ON p.id = older.id`,
    [JSON.stringify(preferenceUids)],
  ).map(({ uid }) => uid);
}

/** On how many of the days since then, today left out, anything was written. */
export function countWorkingDays(db: Db, since: IsoInstant, today: IsoInstant): number {
  const sql = 'SELECT count(DISTINCT substr(at, 1, 10)) AS n FROM act WHERE at >= ? AND at < substr(?, 1, 10)';
  return oneRow<{ n: number }>(db, sql, [since, today])?.n ?? 0;
}
