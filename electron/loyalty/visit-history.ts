// Keeps the visit log of the open book in memory and up to date: read once, then only for the clients that an act touched.

import type { Db } from '../core/database/database';
import { touchedClients } from '../core/database/journal';
import { lastActId, lastClientId, listActIdsAfter, listKnownSince, listPackedVisits, listShelvedClientIds, type KnownSince } from './store';
import { dayAt, VisitLog } from './visit-log';

export interface VisitHistory {
  readonly log: VisitLog;
  /** By client: the day they were known from otherwise (0: nobody knows since when); missing: only from their visits. */
  readonly knownSince: ReadonlyMap<number, number>;
  readonly shelved: ReadonlySet<number>;
  /** The last act these figures include; what is worked out from them holds until it changes. */
  readonly actId: number;
}

/** As of now; the first call of a book reads what `warmVisitHistory` has not yet read. */
export function visitHistory(db: Db): VisitHistory {
  let kept = histories.get(db.$client);
  if (!kept) histories.set(db.$client, (kept = startReading(db)));
  while (!readSlice(db, kept));
  catchUp(db, kept);
  return kept;
}

/** Reads ahead in slices of a few milliseconds, letting everything else have its turn in between. */
export async function warmVisitHistory(db: Db, stillOpen: () => boolean): Promise<void> {
  if (histories.has(db.$client)) return;
  const kept = startReading(db);
  histories.set(db.$client, kept);
  while (stillOpen() && !readSlice(db, kept)) await new Promise((resolve) => setImmediate(resolve));
}

interface Kept {
  log: VisitLog;
  knownSince: Map<number, number>;
  shelved: ReadonlySet<number>;
  shelvedAsOf: number;
  actId: number;
  nextId: number;
  lastId: number;
}

// Kept by connection: what was read goes when the book is locked and its connection with it.
const histories = new WeakMap<Db['$client'], Kept>();

const CLIENTS_A_SLICE = 1500;
const MOST_ACTS = 200;
const MOST_ROWS_OF_AN_ACT = 4000;

function startReading(db: Db): Kept {
  const reading = { log: new VisitLog(), knownSince: new Map<number, number>(), nextId: 1 };
  return { ...reading, shelved: new Set(), shelvedAsOf: -1, actId: lastActId(db), lastId: lastClientId(db) };
}

/** True when all is read. */
function readSlice(db: Db, kept: Kept): boolean {
  if (kept.nextId > kept.lastId) return true;
  const upTo = Math.min(kept.lastId, kept.nextId + CLIENTS_A_SLICE - 1);
  for (const packed of listPackedVisits(db, kept.nextId, upTo)) kept.log.append(packed);
  remember(kept.knownSince, listKnownSince(db, kept.nextId, upTo));
  kept.nextId = upTo + 1;
  return upTo === kept.lastId;
}

/** The journal tells whose visits to read again; after something large, all are. */
function catchUp(db: Db, kept: Kept): void {
  const now = lastActId(db);
  if (now !== kept.shelvedAsOf) kept.shelved = new Set(listShelvedClientIds(db));
  kept.shelvedAsOf = now;
  if (now === kept.actId) return;
  const acts = now < kept.actId ? [] : listActIdsAfter(db, kept.actId, MOST_ACTS + 1);
  const touched = acts.map((act) => touchedClients(db, act, MOST_ROWS_OF_AN_ACT));
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
  for (const id of ids) {
    kept.knownSince.delete(id);
    remember(kept.knownSince, listKnownSince(db, id, id));
  }
  kept.actId = now;
}

function remember(known: Map<number, number>, rows: readonly KnownSince[]): void {
  for (const { id, since } of rows) if (since !== '9') known.set(id, since === null ? 0 : dayAt(since, 0));
}
