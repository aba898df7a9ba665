// Writes the same into many clients; the journal's triggers see each row.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { runSql } from '../core/database/rows';

const AMONG = 'id IN (SELECT value FROM json_each(?))';

export function assignClients(db: Db, ids: readonly number[], staffId: number | null, now: IsoInstant): void {
  runSql(db, `UPDATE client SET staff_id = ?, updated_at = ? WHERE ${AMONG} AND staff_id IS NOT ?`, [
    staffId,
    now,
    JSON.stringify(ids),
    staffId,
  ]);
}

export function setTierOf(db: Db, ids: readonly number[], tierId: number | null, now: IsoInstant): void {
  runSql(db, `UPDATE client SET tier_id = ?, updated_at = ? WHERE ${AMONG} AND tier_id IS NOT ?`, [
    tierId,
    now,
    JSON.stringify(ids),
    tierId,
  ]);
}

/** Who is archived already keeps the day. */
export function archiveClients(db: Db, ids: readonly number[], now: IsoInstant): void {
  runSql(db, `UPDATE client SET archived_at = ?, updated_at = ? WHERE ${AMONG} AND archived_at IS NULL`, [now, now, JSON.stringify(ids)]);
}
