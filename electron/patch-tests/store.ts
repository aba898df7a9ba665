// Rows of patch tests, newest first; those that were removed stay behind for undo.

import { eq } from 'drizzle-orm';
import type { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { refuseForeign, type Asker } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows } from '../core/database/rows';
import { patchTest } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type PatchTestRecord = typeof patchTest.$inferSelect;
export type PatchTestValues = Pick<typeof patchTest.$inferInsert, 'serviceId' | 'testedOn' | 'validUntilOn' | 'sealed'>;

export interface PatchTestRow {
  readonly uid: string;
  readonly service_uid: string | null;
  readonly service_name: string | null;
  readonly tested_on: string;
  readonly valid_until_on: string;
  readonly sealed: string;
  readonly author: string;
  readonly at: string;
}

export function listPatchTests(db: Db, clientId: number): PatchTestRow[] {
  return allRows(
    db,
    `SELECT p.uid, s.uid AS service_uid, s.name AS service_name, p.tested_on, p.valid_until_on, p.sealed, p.author, p.at
     FROM patch_test p LEFT JOIN service s ON s.id = p.service_id
     WHERE p.client_id = ? AND p.ended_at IS NULL ORDER BY p.tested_on DESC, p.id DESC`,
    [clientId],
  );
}

/** Of a client the session may know of; not one that was removed. */
export function getPatchTest(asker: Asker, uid: string): PatchTestRecord {
  const found = asker.db.select().from(patchTest).where(eq(patchTest.uid, uid)).get();
  if (!found || found.endedAt !== null) throw new AppError('record.not-found', { kind: 'patch-test' });
  refuseForeign(asker, found.clientId, 'patch-test');
  return found;
}

export function insertPatchTest(db: Db, values: PatchTestValues & { clientId: number; author: string }, now: IsoInstant): string {
  const uid = newUid(Date.parse(now));
  db.insert(patchTest)
    .values({ ...values, uid, at: now })
    .run();
  return uid;
}

export function updatePatchTest(db: Db, id: number, values: Partial<PatchTestValues> & { endedAt?: IsoInstant }): void {
  db.update(patchTest).set(values).where(eq(patchTest.id, id)).run();
}
