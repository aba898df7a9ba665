// What the loyal-client list and Today read: every client's visits packed by SQLite itself, and the few ids to leave out or to narrow by.

import type { TierId } from '../../shared/ids';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';
import type { PackedVisits } from './visit-log';

// Refunds lower the money but are no visits: they are told apart by their sign, so both stay in the text.
const PACKED = `
  SELECT client_id AS id, group_concat(visited_on || amount_cents) AS visits FROM visit INDEXED BY visit_loyalty
  WHERE client_id BETWEEN ? AND ? AND deleted_at IS NULL GROUP BY client_id ORDER BY client_id`;

/** One text per client is five times faster to hand over than one row per visit. */
export function listPackedVisits(db: Db, fromId: number, toId: number): PackedVisits[] {
  return allRows(db, PACKED, [fromId, toId]);
}

export function lastClientId(db: Db): number {
  return oneRow<{ id: number | null }>(db, 'SELECT max(id) AS id FROM client')?.id ?? 0;
}

/** Ids only grow, so this is at least the number of visits. */
export function lastVisitId(db: Db): number {
  return oneRow<{ id: number | null }>(db, 'SELECT max(id) AS id FROM visit')?.id ?? 0;
}

export function lastActId(db: Db): number {
  return oneRow<{ id: number | null }>(db, 'SELECT max(id) AS id FROM act')?.id ?? 0;
}

export function listActIdsAfter(db: Db, actId: number, limit: number): number[] {
  return allRows<{ id: number }>(db, 'SELECT id FROM act WHERE id > ? ORDER BY id LIMIT ?', [actId, limit]).map((row) => row.id);
}

export interface KnownSince {
  readonly id: number;
  /** The first day an older system or the registration knows of; null: known, but nobody wrote down since when. */
  readonly since: string | null;
}

/** Clients who may have come before their first visit in this book. */
export function listKnownSince(db: Db, ids: readonly number[]): KnownSince[] {
  return allRows(
    db,
    `SELECT c.id, CASE WHEN b.id IS NULL THEN c.first_seen_on
        WHEN coalesce(b.first_visit_on, b.last_visit_on) IS NULL AND coalesce(b.visits, 0) > 0 THEN NULL
        ELSE min(coalesce(b.first_visit_on, b.last_visit_on, '9'), coalesce(c.first_seen_on, '9')) END AS since
     FROM client c LEFT JOIN brought_over b ON b.client_id = c.id
     WHERE c.id IN (SELECT value FROM json_each(?)) AND (c.first_seen_on IS NOT NULL OR b.id IS NOT NULL)`,
    [JSON.stringify(ids)],
  );
}

/** In the bin or archived: two ranges of one small index. */
export function listShelvedClientIds(db: Db): number[] {
  return allRows<{ id: number }>(
    db,
    `SELECT id FROM client INDEXED BY client_shelf WHERE deleted_at > ''
     UNION ALL SELECT id FROM client INDEXED BY client_shelf WHERE deleted_at IS NULL AND archived_at > ''`,
  ).map((row) => row.id);
}

export function listClientIdsOfTier(db: Db, tierId: TierId): number[] {
  return allRows<{ id: number }>(db, 'SELECT id FROM client WHERE tier_id = (SELECT id FROM tier WHERE uid = ?)', [tierId]).map(
    (row) => row.id,
  );
}
