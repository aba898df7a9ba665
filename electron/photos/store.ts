// Rows of photos, and the sealed pictures that belong to them.

import { eq } from 'drizzle-orm';
import type { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { refuseForeign, type Asker } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';
import { photo, photoContent } from '../core/database/schema';
import { newUid } from '../core/database/uid';
import type { PicturePlace } from './picture-seal';

export type PhotoRecord = typeof photo.$inferSelect;
type PhotoValues = Omit<typeof photo.$inferInsert, 'id' | 'uid' | 'createdAt' | 'deletedAt'>;

export interface PhotoRow {
  readonly uid: string;
  readonly kind: string;
  readonly paired_with: string | null;
  readonly taken_on: string;
  readonly visit_uid: string | null;
  readonly visited_on: string | null;
  readonly sealed: string | null;
  readonly width: number;
  readonly height: number;
  readonly author: string;
  readonly created_at: string;
  readonly deleted_at: string | null;
}

/** Never the picture itself: only whether there still is one. */
const HAS_PICTURE = 'EXISTS (SELECT 1 FROM photo_content pc WHERE pc.photo_uid = p.uid)';

/** Newest first; of those in the bin, what went there since `binnedSince`. */
export function listPhotos(db: Db, clientId: number, binnedSince: IsoInstant): PhotoRow[] {
  return allRows(
    db,
    `SELECT p.uid, p.kind, p.taken_on, p.sealed, p.width, p.height, p.author, p.created_at, p.deleted_at, v.uid AS visit_uid, v.visited_on,
       (SELECT o.uid FROM photo o WHERE o.client_id = p.client_id AND o.pair = p.pair AND o.id <> p.id AND o.deleted_at IS NULL) AS paired_with
     FROM photo p LEFT JOIN visit v ON v.id = p.visit_id AND v.deleted_at IS NULL
     WHERE p.client_id = ? AND (p.deleted_at IS NULL OR p.deleted_at >= ?) AND ${HAS_PICTURE} ORDER BY p.taken_on DESC, p.id DESC`,
    [clientId, binnedSince],
  );
}

export interface PhotoOnDay {
  readonly uid: string;
  readonly kind: string;
  readonly taken_on: string;
}

/** For the timeline: what is not in the bin, taken on or before a day; all of the last day. */
export function listPhotosUntil(db: Db, clientId: number, day: string, days: number): PhotoOnDay[] {
  return allRows(
    db,
    `SELECT p.uid, p.kind, p.taken_on FROM photo p WHERE p.client_id = :client AND p.deleted_at IS NULL AND ${HAS_PICTURE} AND p.taken_on IN
       (SELECT DISTINCT taken_on FROM photo WHERE client_id = :client AND deleted_at IS NULL AND taken_on <= :day ORDER BY taken_on DESC LIMIT :days)
     ORDER BY p.taken_on DESC, p.id`,
    { client: clientId, day, days },
  );
}

/** Of a client the session may know of; also from the bin. */
export function getPhoto(asker: Asker, uid: string): PhotoRecord {
  const found = asker.db.select().from(photo).where(eq(photo.uid, uid)).get();
  if (!found) throw new AppError('record.not-found', { kind: 'photo' });
  refuseForeign(asker, found.clientId, 'photo');
  return found;
}

export function clientUidOf(db: Db, { clientId }: Pick<PhotoRecord, 'clientId'>): string | null {
  return oneRow<{ uid: string }>(db, 'SELECT uid FROM client WHERE id = ?', [clientId])?.uid ?? null;
}

/** Undefined when it is no visit of this client. */
export function findVisitOf(db: Db, clientId: number, uid: string): number | undefined {
  const sql = 'SELECT id FROM visit WHERE uid = ? AND client_id = ? AND deleted_at IS NULL';
  return oneRow<{ id: number }>(db, sql, [uid, clientId])?.id;
}

export function insertPhoto(db: Db, values: PhotoValues, now: IsoInstant): string {
  const uid = newUid(Date.parse(now));
  db.insert(photo)
    .values({ ...values, uid, createdAt: now })
    .run();
  return uid;
}

export function updatePhoto(db: Db, id: number, values: Partial<PhotoValues> & { deletedAt?: IsoInstant | null }): void {
  db.update(photo).set(values).where(eq(photo.id, id)).run();
}

/** Whatever was half of this pair stands alone. */
export function endPair(db: Db, clientId: number, pair: string): void {
  runSql(db, 'UPDATE photo SET pair = NULL WHERE client_id = ? AND pair = ?', [clientId, pair]);
}

export function insertContent(db: Db, photoUid: string, { thumbnail, picture }: { thumbnail: Buffer; picture: Buffer }): void {
  db.insert(photoContent).values({ photoUid, thumbnail, picture }).run();
}

export function findContent(db: Db, { photoUid, part }: PicturePlace): Buffer | undefined {
  return oneRow<{ sealed: Buffer }>(db, `SELECT ${part} AS sealed FROM photo_content WHERE photo_uid = ?`, [photoUid])?.sealed;
}

/** Of photos in the bin since before `before`, and of photos whose adding was taken back before that. */
export function deleteContentBefore(db: Db, before: IsoInstant): number {
  return runSql(
    db,
    `DELETE FROM photo_content WHERE photo_uid IN (SELECT uid FROM photo WHERE deleted_at < :before)
       OR (photo_uid NOT IN (SELECT uid FROM photo) AND NOT EXISTS
         (SELECT 1 FROM journal j JOIN act a ON a.id = j.act_id WHERE j.row_uid = photo_uid AND a.at >= :before))`,
    { before },
  ).changes;
}

export function lastActAt(db: Db): string | undefined {
  return oneRow<{ at: string }>(db, 'SELECT at FROM act ORDER BY id DESC LIMIT 1')?.at;
}
