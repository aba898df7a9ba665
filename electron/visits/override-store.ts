// Rows of the reasons why a service was given although something spoke against it.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { runSql } from '../core/database/rows';
import type { conflictOverride } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type OverrideValues = Pick<typeof conflictOverride.$inferInsert, 'serviceId' | 'kind' | 'sealed' | 'by'>;

const INSERT = 'INSERT INTO conflict_override (uid, visit_id, service_id, kind, sealed, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)';

export function insertOverrides(db: Db, visitId: number, overrides: readonly OverrideValues[], now: IsoInstant): void {
  for (const { serviceId, kind, sealed, by } of overrides)
    runSql(db, INSERT, [newUid(Date.parse(now)), visitId, serviceId ?? null, kind, sealed, by, now]);
}

/** All of a visit but those of services that are still done. */
export function deleteOverrides(db: Db, visitId: number, kept: readonly string[]): void {
  runSql(
    db,
    `DELETE FROM conflict_override WHERE visit_id = ?
     AND coalesce(service_id, 0) NOT IN (SELECT id FROM service WHERE uid IN (SELECT value FROM json_each(?)))`,
    [visitId, JSON.stringify(kept)],
  );
}
