// Keeps the visit log of the open book in memory and up to date: read once, then only for the clients that an act touched.

import type { Db } from '../core/database/database';
import { touchedClients } from '../core/database/journal';
import {
  lastActId,
  lastClientId,
  lastVisitId,
  listActIdsAfter,
  listKnownSince,
  listPackedVisits,
  listShelvedClientIds,
  type KnownSince,
} from './store';
import { dayAt, VisitLog } from './visit-log';

export interface VisitHistory {
  readonly log: VisitLog;
  /** Who is left out: in the bin, archived, or not to be known. */
  readonly shelved: Pick<ReadonlySet<number>, 'has'>;
  /** The last act these figures include; what is worked out from them holds until it changes. */
  readonly actId: number;
}

/** As of now; reads at once whatever has not been read ahead. */
export function visitHistory(db: Db): VisitHistory {
  const kept = keptFor(db);
  while (!readSlice(db, kept));
  catchUp(db, kept);
  return kept;
}

/**
 * The same when it takes no noticeable time. A large book that was opened just now is read in slices of a few milliseconds instead,
 * letting everything else have its turn in between: the answer is null, and `ready` is called once when it would no longer be.
 */
export function visitHistoryOrLater(db: Db, ready: () => void): VisitHistory | null {
  const kept = keptFor(db);
  if (isRead(kept) || kept.lastId <= READ_AT_ONCE) return visitHistory(db);
  if (!kept.readingAhead) setTimeout(() => readAhead(db, kept, ready), FIRST_PAUSE_MS).unref();
  kept.readingAhead = true;
  return null;
}

/** The day each client was known from otherwise than by visits in the book (0: nobody knows since when); whoever is missing was not. */
export function knownSince(db: Db, ids: readonly number[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let from = 0; from < ids.length; from += CLIENTS_A_SLICE)
    remember(found, listKnownSince(db, ids.slice(from, from + CLIENTS_A_SLICE)));
  return found;
}

/** The same visits, of these clients only; null: of everybody. */
export function limitedTo(history: VisitHistory, own: ReadonlySet<number> | null): VisitHistory {
  if (own === null) return history;
  const { log, shelved, actId } = history;
  return { log, actId, shelved: { has: (id) => !own.has(id) || shelved.has(id) } };
}

interface Kept {
  log: VisitLog;
  shelved: ReadonlySet<number>;
  shelvedAsOf: number;
  actId: number;
  nextId: number;
  lastId: number;
  readingAhead: boolean;
}

// Kept by connection: what was read goes when the book is locked and its connection with it.
const histories = new WeakMap<Db['$client'], Kept>();

const CLIENTS_A_SLICE = 1500;
const READ_AT_ONCE = 2 * CLIENTS_A_SLICE;
/** The first page after unlocking comes first, then the search, then this. */
const FIRST_PAUSE_MS = 2000;
const REST_MS = 8;
const MOST_ACTS = 200;
const MOST_ROWS_OF_AN_ACT = 4000;

function keptFor(db: Db): Kept {
  let kept = histories.get(db.$client);
  if (!kept) histories.set(db.$client, (kept = startReading(db)));
  return kept;
}

function startReading(db: Db): Kept {
  const counters = { actId: lastActId(db), nextId: 1, lastId: lastClientId(db) };
  return { log: new VisitLog(lastVisitId(db)), shelved: new Set(), shelvedAsOf: -1, readingAhead: false, ...counters };
}

function isRead({ nextId, lastId }: Kept): boolean {
  return nextId > lastId;
}

/** True when all is read. */
function readSlice(db: Db, kept: Kept): boolean {
  if (isRead(kept)) return true;
  const upTo = Math.min(kept.lastId, kept.nextId + CLIENTS_A_SLICE - 1);
  for (const packed of listPackedVisits(db, kept.nextId, upTo)) kept.log.append(packed);
  kept.nextId = upTo + 1;
  return isRead(kept);
}

function readAhead(db: Db, kept: Kept, ready: () => void): void {
  // Locked meanwhile: what was read goes with the connection.
  if (!db.$client.open) return;
  if (readSlice(db, kept)) ready();
  else setTimeout(() => readAhead(db, kept, ready), REST_MS).unref();
}

/** The journal tells whose visits to read again; after something large, all are. */
function catchUp(db: Db, kept: Kept): void {
  const now = lastActId(db);
  if (now !== kept.shelvedAsOf) kept.shelved = new Set(listShelvedClientIds(db));
  kept.shelvedAsOf = now;
  if (now === kept.actId) return;
  const acts = now < kept.actId ? [] : listActIdsAfter(db, kept.actId, MOST_ACTS + 1);
  const touched = acts.map((act) => touchedClients(db, act, MOST_ROWS_OF_AN_ACT, () => kept.log.clients()));
  if (now < kept.actId || acts.length > MOST_ACTS || touched.includes(null)) {
    Object.assign(kept, startReading(db), { shelved: kept.shelved, shelvedAsOf: now });
    while (!readSlice(db, kept));
    return;
  }
  const ids = [...new Set(touched.flatMap((found) => found ?? []))];
  if (ids.length > 0)
    kept.log = kept.log.withChanged(
      ids,
      ids.flatMap((id) => listPackedVisits(db, id, id)),
    );
  kept.actId = now;
}

function remember(known: Map<number, number>, rows: readonly KnownSince[]): void {
  for (const { id, since } of rows) if (since !== '9') known.set(id, since === null ? 0 : dayAt(since, 0));
}
