// The entry of a committed act, made inside its transaction: which event it is, which client it was about, and a digest of what it changed.

import type { AuditDetails } from '../../shared/audit/contract';
import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { clientsIn, rowsOf, type RunningAct } from '../core/database/journal';
import type { NewEntry } from './new-entry';
import { eventOf } from './events';
import { clientUid, digestOfChanges } from './log-store';

export interface Acted {
  /** Null for what changed no row. */
  readonly act: RunningAct | null;
  readonly operation: string;
  readonly tables: readonly string[];
  /** Null: the app itself. */
  readonly session: { readonly accountId: number | null };
  readonly at: IsoInstant;
  readonly note: { readonly details: AuditDetails; readonly client: string | null } | null;
}

/** Beyond this an act is known by its number of rows only: an import of a whole book is not read back once more. */
export const MOST_DIGESTED = 2000;

export function entryOfAct(db: Db, { act, operation, tables, session, at, note }: Acted): NewEntry {
  const rows = act ? rowsOf(db, act.id) : 0;
  const changed = act && rows <= MOST_DIGESTED ? digestOfChanges(db, act.id) : null;
  const changes = act ? { rows, tables: [...tables], ...(changed ? { changes: changed.digest } : {}) } : {};
  return {
    at,
    accountId: session.accountId,
    event: eventOf(operation),
    operation,
    clientUid: note?.client ?? (act && changed && !changed.erased ? onlyClient(db, act.id, tables) : null),
    actId: act?.id ?? null,
    // What the app itself knows of the act stands above what was noted about it.
    details: { ...note?.details, ...changes },
  };
}

function onlyClient(db: Db, actId: number, tables: readonly string[]): string | null {
  const [first, ...others] = clientsIn(db, actId, tables);
  return first === undefined || others.length > 0 ? null : clientUid(db, first);
}
