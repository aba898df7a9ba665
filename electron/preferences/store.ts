// Rows of preferences: current ones, and the old texts an edit left behind.

import { and, asc, desc, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import type { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { refuseForeign, type Asker } from '../clients/own';
import type { Db } from '../core/database/database';
import { keptQuery } from '../core/database/kept';
import { allRows } from '../core/database/rows';
import { preference } from '../core/database/schema';
import { newUid } from '../core/database/uid';
import { ALERT_ROWS, type StoredText } from './alerts';

export type PreferenceRecord = typeof preference.$inferSelect;

const OF_CLIENT = and(eq(preference.clientId, sql.placeholder('clientId')), isNull(preference.endedAt));
const OLDER_NOTE = and(OF_CLIENT, eq(preference.kind, 'note'), lt(preference.at, sql.placeholder('before')));

const currentOf = keptQuery((db) =>
  db.select().from(preference).where(OF_CLIENT).orderBy(asc(preference.at), asc(preference.id)).prepare(),
);
const lastMoment = keptQuery((db) =>
  db
    .select({ at: preference.at })
    .from(preference)
    .where(OLDER_NOTE)
    .orderBy(desc(preference.at))
    .limit(1)
    .offset(sql.placeholder('over'))
    .prepare(),
);
const notesFrom = keptQuery((db) =>
  db
    .select()
    .from(preference)
    .where(and(OLDER_NOTE, gte(preference.at, sql.placeholder('from'))))
    .orderBy(desc(preference.at), desc(preference.id))
    .prepare(),
);

export function listCurrentPreferences(db: Db, clientId: number): PreferenceRecord[] {
  return currentOf(db).all({ clientId });
}

/** The newest first; all of the last moment. */
export function listNotesBefore(db: Db, clientId: number, { before, limit }: { before: string; limit: number }): PreferenceRecord[] {
  const from = lastMoment(db).get({ clientId, before, over: limit - 1 })?.at ?? '';
  return notesFrom(db).all({ clientId, before, from });
}

export interface CurrentText extends StoredText {
  readonly client_uid: string;
}

/** What is written about several clients at once, in one statement. */
export function listCurrentTexts(db: Db, clientUids: readonly string[]): CurrentText[] {
  return allRows(
    db,
    `SELECT c.uid AS client_uid, p.kind, p.text, p.detail, p.sealed FROM client c JOIN preference p ON p.client_id = c.id AND p.ended_at IS NULL
     WHERE c.uid IN (SELECT value FROM json_each(?)) ORDER BY p.client_id, p.at, p.id`,
    [JSON.stringify(clientUids)],
  );
}

export interface AlertRow extends StoredText {
  readonly client_id: number;
}

/** The alerts of several clients that stand, oldest first. */
export function listAlertRows(db: Db, clientIds: readonly number[]): AlertRow[] {
  return allRows(
    db,
    `SELECT client_id, kind, text, detail, sealed FROM preference
     WHERE client_id IN (SELECT value FROM json_each(?)) AND ended_at IS NULL AND ${ALERT_ROWS} ORDER BY at`,
    [JSON.stringify(clientIds)],
  );
}

export function listPreferenceVersions(db: Db, clientId: number): PreferenceRecord[] {
  return db
    .select()
    .from(preference)
    .where(eq(preference.clientId, clientId))
    .orderBy(desc(preference.at), desc(preference.id))
    .limit(1000)
    .all();
}

/** Of a client the session may know of. */
export function getPreference(asker: Asker, uid: string): PreferenceRecord {
  const found = asker.db.select().from(preference).where(eq(preference.uid, uid)).get();
  if (!found) throw new AppError('record.not-found', { kind: 'preference' });
  refuseForeign(asker, found.clientId, 'preference');
  return found;
}

export interface NewPreference extends StoredText {
  readonly clientId: number;
  readonly author: string;
  readonly replacesId: number | null;
  readonly at: IsoInstant;
}

export function insertPreference(db: Db, values: NewPreference): string {
  const uid = newUid(Date.parse(values.at));
  db.insert(preference)
    .values({ ...values, uid })
    .run();
  return uid;
}

export function endPreference(db: Db, id: number, at: IsoInstant, ending: Partial<StoredText> & { endReason: string | null }): void {
  db.update(preference)
    .set({ ...ending, endedAt: at })
    .where(eq(preference.id, id))
    .run();
}
