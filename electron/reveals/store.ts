// What the audit log says of today's reveals.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { oneRow } from '../core/database/rows';

/** Only those of values that are masked for this person: what they may see anyway is logged, but not counted. */
export function countReveals(db: Db, accountId: number, since: IsoInstant): number {
  return (
    oneRow<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM audit INDEXED BY audit_account
       WHERE account_id = ? AND at >= ? AND event = 'revealed' AND details ->> 'counted' = 1`,
      [accountId, since],
    )?.n ?? 0
  );
}

export function hasRevealed(db: Db, accountId: number, since: IsoInstant, what: string, clientUid: string): boolean {
  return (
    oneRow(
      db,
      `SELECT 1 FROM audit INDEXED BY audit_account
       WHERE account_id = ? AND at >= ? AND event = 'revealed' AND client_uid = ? AND details ->> 'what' = ? LIMIT 1`,
      [accountId, since, clientUid, what],
    ) !== undefined
  );
}
