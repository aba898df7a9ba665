// Rows of preferences: current ones, and the old texts an edit left behind.

import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import type { PreferenceDraft } from '../../shared/preferences/contract';
import type { Db } from '../core/database/database';
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
