// Rows of contacts.

import { eq } from 'drizzle-orm';
import type { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { refuseForeign, type Asker } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';
import { contact } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type ContactRecord = typeof contact.$inferSelect;
export type ContactValues = Omit<typeof contact.$inferInsert, 'id' | 'uid' | 'createdAt' | 'deletedAt'>;

export interface ContactRow {
  readonly uid: string;
  readonly channel: string;
  readonly began: string;
  readonly said: string;
  readonly by: string;
  readonly at: string;
  readonly follow_up_uid: string | null;
  readonly writer: number | null;
}

/** Whoever wrote it first: names may change, and two people may have the same. */
const WRITER = `(SELECT a.account_id FROM journal j JOIN act a ON a.id = j.act_id
  WHERE j.row_uid = k.uid AND j.table_name = 'contact' AND j.kind = 'insert' ORDER BY j.id LIMIT 1)`;

const COLUMNS = `SELECT k.id, k.uid, k.channel, k.began, k.said, k.by, k.at, f.uid AS follow_up_uid, ${WRITER} AS writer
  FROM contact k LEFT JOIN follow_up f ON f.id = k.follow_up_id`;

export interface ContactQuestion {
  readonly before: string;
  readonly limit: number;
  /** Without those in which a follow-up was done: the follow-up tells of them. */
  readonly alone: boolean;
}

/** Newest first, without what is in the bin; all of the last moment. */
export function listContactsBefore(db: Db, clientId: number, { before, limit, alone }: ContactQuestion): ContactRow[] {
  const where = `WHERE k.client_id = ? AND k.deleted_at IS NULL ${alone ? 'AND k.follow_up_id IS NULL' : ''}`;
  const rows = allRows<ContactRow & { readonly id: number }>(db, `${COLUMNS} ${where} AND k.at < ? ORDER BY k.at DESC, k.id DESC LIMIT ?`, [
    clientId,
    before,
    limit,
  ]);
  const last = rows.at(-1);
  if (!last || rows.length < limit) return rows;
  return [
    ...rows,
    ...allRows<ContactRow>(db, `${COLUMNS} ${where} AND k.at = ? AND k.id < ? ORDER BY k.id DESC`, [clientId, last.at, last.id]),
  ];
}

/** By which way these follow-ups were done, oldest first. */
export function listChannelsOfFollowUps(db: Db, followUpUids: readonly string[]): { follow_up_uid: string; channel: string }[] {
  return allRows(
    db,
    `SELECT f.uid AS follow_up_uid, k.channel FROM json_each(?) asked JOIN follow_up f ON f.uid = asked.value JOIN contact k ON k.follow_up_id = f.id
     WHERE k.deleted_at IS NULL ORDER BY k.at, k.id`,
    [JSON.stringify(followUpUids)],
  );
}

/** Of a client the session may know of; not from the bin. */
export function getContact(asker: Asker, uid: string): ContactRecord {
  const found = asker.db.select().from(contact).where(eq(contact.uid, uid)).get();
  if (!found || found.deletedAt !== null) throw new AppError('record.not-found', { kind: 'contact' });
  refuseForeign(asker, found.clientId, 'contact');
  return found;
}

export function writerOf(db: Db, id: number): number | null {
  return oneRow<{ writer: number | null }>(db, `SELECT ${WRITER} AS writer FROM contact k WHERE k.id = ?`, [id])?.writer ?? null;
}

export function insertContact(db: Db, values: ContactValues, now: IsoInstant): string {
  const uid = newUid(Date.parse(now));
  db.insert(contact)
    .values({ ...values, uid, createdAt: now })
    .run();
  return uid;
}

export function updateContact(db: Db, id: number, values: Partial<ContactValues> & { deletedAt?: IsoInstant }): void {
  db.update(contact).set(values).where(eq(contact.id, id)).run();
}
