// What the daily emptying of the bin needs of the other parts of the house: its line in the audit log, the search, and the window that shows the bin.

import { isoInstant } from '../shared/core/date';
import type { AppEvent } from '../shared/events';
import { entryOfAct } from './audit/acted';
import type { AuditLog } from './audit/audit-log';
import type { IdleClock } from './book/idle-lock';
import type { BookKeeper } from './book/keeper';
import type { LogLine } from './core/log';
import type { WriteGate } from './core/write-gate';
import { DailyPurge } from './history/daily-purge';
import { PURGE } from './history/purge';
import type { LiveSearch } from './search/live-search';

export interface PurgeHouse {
  readonly clock: { now(): Date };
  readonly idle: IdleClock;
  readonly publish: (event: AppEvent) => void;
  readonly log: (line: LogLine) => void;
}

export interface PurgeNeighbours {
  readonly audit: AuditLog;
  readonly gate: WriteGate;
  readonly search: LiveSearch;
  readonly keeper: () => BookKeeper;
}

export function createPurge(parts: PurgeHouse, { audit, gate, search, keeper }: PurgeNeighbours): DailyPurge {
  const now = () => isoInstant(parts.clock.now());
  return new DailyPurge({
    idle: parts.idle,
    now,
    book: () => keeper().book,
    busy: () => gate.closed,
    purged({ db }, { act, tables, things, clients, vouches }) {
      const note = { details: { things, clients, vouches }, client: null };
      const wrote = tables.length > 0 ? act : null;
      const entry = entryOfAct(db, { act: wrote, operation: PURGE, tables, session: { accountId: null }, at: now(), note });
      audit.append({ ...entry, event: 'erased', clientUid: null });
    },
    committed(book, { act, tables, clients }) {
      keeper().written();
      if (clients > 0) search.committed(book.db, act, tables);
      parts.publish({ type: 'data-changed', tables });
    },
    failed: (error) => parts.log({ operation: PURGE, ms: 0, code: 'unexpected', error }),
  });
}
