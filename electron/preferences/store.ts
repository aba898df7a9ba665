// Rows of preferences: current ones, and the old texts an edit left behind.

import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import type { PreferenceDraft } from '../../shared/preferences/contract';
import type { Db } from '../core/database/database';
import { allRows } from '../core/database/rows';
import { preference } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type PreferenceRecord = typeof preference.$inferSelect;

export function listCurrentPreferences(db: Db, clientId: number): PreferenceRecord[] {
  return db
    .select()
    .from(preference)
    .where(and(eq(preference.clientId, clientId), isNull(preference.endedAt)))
    .orderBy(asc(preference.at), asc(preference.id))
    .all();
}

export interface CurrentText {
  readonly client_uid: string;
  readonly text: string;
  readonly detail: string | null;
}

/** What is written about several clients at once, in one statement. */
export function listCurrentTexts(db: Db, clientUids: readonly string[]): CurrentText[] {
  return allRows(
    db,
    `SELECT c.uid AS client_uid, p.text, p.detail FROM client c JOIN preference p ON p.client_id = c.id AND p.ended_at IS NULL
     WHERE c.uid IN (SELECT value FROM json_each(?)) ORDER BY p.client_id, p.at, p.id`,
    [JSON.stringify(clientUids)],
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

export function getPreference(db: Db, uid: string): PreferenceRecord {
  const found = db.select().from(preference).where(eq(preference.uid, uid)).get();
  if (!found) throw new AppError('record.not-found', { kind: 'preference' });
  return found;
}

export function insertPreference(
  db: Db,
  values: PreferenceDraft & { clientId: number; author: string; replacesId: number | null; at: IsoInstant },
): string {
  const uid = newUid(Date.parse(values.at));
  db.insert(preference)
    .values({ ...values, uid })
    .run();
  return uid;
}

export function endPreference(db: Db, id: number, at: IsoInstant, reason: string | null): void {
  db.update(preference).set({ endedAt: at, endReason: reason }).where(eq(preference.id, id)).run();
}
