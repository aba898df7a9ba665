// What was deleted is really gone after 30 days: the rows, their words in the journal, the pictures. As an erasure does it, but without a tombstone.

import { isoInstant, type IsoInstant } from '../../shared/core/date';
import { DAYS_IN_BIN } from '../../shared/photos/limits';
import type { Vouches } from '../audit/vouching';
import { eraseRows } from '../clients/erase';
import type { Db } from '../core/database/database';
import type { Sealer } from '../core/sealing';
import { beginAct, endAct, type RunningAct } from '../core/database/journal';
import { countWorkingDays, listOverdue, listReplaced, type OverdueThing, type Stretch } from './purge-store';

export interface Purged {
  readonly act: RunningAct;
  readonly tables: readonly string[];
  readonly things: number;
  readonly clients: number;
  readonly vouches: Vouches;
}

export const PURGE = 'history.purge';

const DAY = 86_400_000;

/** A clock that has jumped must not empty the bin: only in a week in which the book was worked with on two days before today. */
export function mayPurge(db: Db, now: IsoInstant): boolean {
  return countWorkingDays(db, isoInstant(new Date(Date.parse(now) - 7 * DAY)), now) >= 2;
}

export function overdueThings(db: Db, now: IsoInstant, after: number): Stretch {
  return listOverdue(db, isoInstant(new Date(Date.parse(now) - DAYS_IN_BIN * DAY)), after);
}

/** Call inside a transaction, and write an entry `erased` with what this answers into the log in the same one. */
export function purgeThings(db: Db, things: readonly OverdueThing[], now: IsoInstant, health: Sealer | null): Purged {
  const of = (table: string) => things.filter(({ table_name }) => table_name === table).map(({ row_uid }) => row_uid);
  const act = beginAct(db, now, null, PURGE);
  const uids = [...things.map(({ row_uid }) => row_uid), ...listReplaced(db, of('preference'))];
  const vouches = eraseRows(db, uids, { health, unreadable: 'stays' });
  return { act, tables: endAct(db, act), things: things.length, clients: of('client').length, vouches };
}
