// What was deleted of clients: the acts that did it, as long as it has not come back.

import type { IsoInstant } from '../../shared/core/date';
import type { OwnClients } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows } from '../core/database/rows';

export interface DeletedRow {
  readonly act: string;
  readonly at: string;
  readonly by: string | null;
  readonly operation: string;
  readonly client_uid: string;
  readonly number: string;
  readonly name: string;
  readonly happened_on: string | null;
  /** 1: it is about health. */
  readonly health: number;
}

export interface DeletedQuestion {
  readonly since: IsoInstant;
  /** Null: of everybody. */
  readonly accountId: number | null;
  readonly own: OwnClients;
  readonly limit: number;
}

/** Which row of an act is the thing itself: the others went with it. */
const THINGS = `(VALUES ('clients.remove', 'client'), ('visits.remove', 'visit'), ('contacts.remove', 'contact'), ('photos.remove', 'photo'),
  ('preferences.end', 'preference'), ('patchTests.remove', 'patch_test'), ('relations.remove', 'client_relation'))`;

/** Newest first. Led by the acts of those days, so that no large table is walked. */
export function listDeleted(db: Db, { since, accountId, own, limit }: DeletedQuestion): DeletedRow[] {
  return allRows(
    db,
    `SELECT a.uid AS act, a.at, p.name AS by, a.operation, o.uid AS client_uid, o.number, o.name,
       coalesce(v.visited_on, substr(k.at, 1, 10), ph.taken_on, pt.tested_on) AS happened_on, coalesce(n.kind = 'alert', pt.id IS NOT NULL) AS health
     FROM act a INDEXED BY act_at JOIN journal j ON j.act_id = a.id
     LEFT JOIN account p ON p.id = a.account_id
     LEFT JOIN client c ON j.table_name = 'client' AND c.uid = j.row_uid
     LEFT JOIN visit v ON j.table_name = 'visit' AND v.uid = j.row_uid
     LEFT JOIN contact k ON j.table_name = 'contact' AND k.uid = j.row_uid
     LEFT JOIN photo ph ON j.table_name = 'photo' AND ph.uid = j.row_uid
     LEFT JOIN preference n ON j.table_name = 'preference' AND n.uid = j.row_uid
     LEFT JOIN patch_test pt ON j.table_name = 'patch_test' AND pt.uid = j.row_uid
     JOIN client o ON o.id = coalesce(c.id, v.client_id, k.client_id, ph.client_id, n.client_id, pt.client_id, json_extract(j.before, '$.client_id'))
     WHERE a.at >= ? AND a.undone_by_id IS NULL AND (? IS NULL OR a.account_id = ?) AND (a.operation, j.table_name) IN ${THINGS}
       AND (coalesce(c.id, v.id, k.id, ph.id, n.id, pt.id) IS NULL
         OR coalesce(c.deleted_at, v.deleted_at, k.deleted_at, ph.deleted_at, n.ended_at, pt.ended_at) IS NOT NULL)
       AND ${own.sql}
     ORDER BY a.id DESC LIMIT ?`,
    [since, accountId, accountId, ...own.parameters, limit],
  );
}
