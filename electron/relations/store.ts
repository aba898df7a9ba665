// Rows of relations, and the tree of who sent whom.

import { eq } from 'drizzle-orm';
import type { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { refuseForeign, type Asker, type OwnClients } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';
import { clientRelation } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type RelationRecord = typeof clientRelation.$inferSelect;

export interface PersonRow {
  readonly id: number;
  readonly uid: string;
  readonly number: string;
  readonly name: string;
}

export interface RelationRow extends PersonRow {
  readonly relation_uid: string;
  readonly kind: string;
  readonly note: string | null;
  /** 1: the row was written from the other side. */
  readonly turned: number;
  /** Of the client one looks from. */
  readonly gender: string | null;
  readonly other_gender: string | null;
}

/** Both sides of it; nobody from the bin. */
export function listRelations(db: Db, clientId: number): RelationRow[] {
  return allRows(
    db,
    `SELECT r.uid AS relation_uid, r.kind, r.note, r.client_id <> :id AS turned, me.gender, o.gender AS other_gender, o.id, o.uid, o.number, o.name
     FROM client_relation r JOIN client me ON me.id = :id
     JOIN client o ON o.id = CASE WHEN r.client_id = :id THEN r.other_id ELSE r.client_id END AND o.deleted_at IS NULL
     WHERE r.client_id = :id OR r.other_id = :id ORDER BY r.id`,
    { id: clientId },
  );
}

/** Of which the session may know both, or at least the one it looks from. */
export function getRelation(asker: Asker, uid: string): RelationRecord {
  const found = asker.db.select().from(clientRelation).where(eq(clientRelation.uid, uid)).get();
  if (!found) throw new AppError('record.not-found', { kind: 'relation' });
  refuseForeign(asker, found.clientId, 'relation');
  refuseForeign(asker, found.otherId, 'relation');
  return found;
}

export function areRelated(db: Db, one: number, other: number, kinds: { kind: string; turned: string }): boolean {
  const sql = `SELECT 1 FROM client_relation WHERE (client_id = ? AND other_id = ? AND kind = ?) OR (client_id = ? AND other_id = ? AND kind = ?)`;
  return oneRow(db, sql, [one, other, kinds.kind, other, one, kinds.turned]) !== undefined;
}

type Values = Pick<RelationRecord, 'clientId' | 'otherId' | 'kind' | 'note'>;

export function insertRelation(db: Db, values: Values, now: IsoInstant): string {
  const uid = newUid(Date.parse(now));
  db.insert(clientRelation)
    .values({ ...values, uid, createdAt: now })
    .run();
  return uid;
}

export function updateRelation(db: Db, id: number, values: Pick<Values, 'kind' | 'note'>): void {
  db.update(clientRelation).set(values).where(eq(clientRelation.id, id)).run();
}

export function deleteRelation(db: Db, id: number): void {
  db.delete(clientRelation).where(eq(clientRelation.id, id)).run();
}

export function genderOf(db: Db, clientId: number): string | null {
  return oneRow<{ gender: string | null }>(db, 'SELECT gender FROM client WHERE id = ?', [clientId])?.gender ?? null;
}

// UNION, not UNION ALL: a circle that a merged or imported book brought along ends where it began.
const ABOVE = `WITH RECURSIVE above (id) AS (
  SELECT referred_by_id FROM client WHERE id = :id AND referred_by_id IS NOT NULL
  UNION SELECT c.referred_by_id FROM above JOIN client c ON c.id = above.id WHERE c.referred_by_id IS NOT NULL)`;

/** Who sent them, who sent those, and so on up. */
export function listAbove(db: Db, clientId: number): number[] {
  return allRows<{ id: number }>(db, `${ABOVE} SELECT id FROM above`, { id: clientId }).map((row) => row.id);
}

const BELOW = `WITH RECURSIVE below (id) AS (
  SELECT id FROM client WHERE referred_by_id = ? AND deleted_at IS NULL
  UNION SELECT c.id FROM below JOIN client c ON c.referred_by_id = below.id AND c.deleted_at IS NULL)`;

/** Of those this session may know of. */
export function sumsBelow(db: Db, clientId: number, own: OwnClients): { readonly people: number; readonly spent: number } {
  const sql = `${BELOW} SELECT count(*) AS people, coalesce(sum(t.spent_cents), 0) AS spent FROM below
    JOIN client_totals t ON t.client_id = below.id WHERE below.id <> ? AND ${own.sql}`;
  return oneRow<{ people: number; spent: number }>(db, sql, [clientId, clientId, ...own.parameters]) ?? { people: 0, spent: 0 };
}

export interface SentRow extends PersonRow {
  readonly binned: number;
  readonly visits: number;
  readonly spent_cents: number;
}

const PERSON = `SELECT c.id, c.uid, c.number, c.name, c.deleted_at IS NOT NULL AS binned, t.visits, t.spent_cents
  FROM client c JOIN client_totals t ON t.client_id = c.id`;

export function getPerson(db: Db, id: number): SentRow | undefined {
  return oneRow(db, `${PERSON} WHERE c.id = ?`, [id]);
}

/** Directly, in the order they came. */
export function listSentBy(db: Db, id: number): SentRow[] {
  return allRows(db, `${PERSON} WHERE c.referred_by_id = ? AND c.deleted_at IS NULL ORDER BY c.created_at, c.id`, [id]);
}

export function findReferrer(db: Db, clientId: number): number | null {
  return oneRow<{ by: number | null }>(db, 'SELECT referred_by_id AS by FROM client WHERE id = ?', [clientId])?.by ?? null;
}

export function saveReferrer(db: Db, clientId: number, by: number | null, now: IsoInstant): void {
  runSql(db, 'UPDATE client SET referred_by_id = ?, updated_at = ? WHERE id = ?', [by, now, clientId]);
}
