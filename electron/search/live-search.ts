// Keeps the search index in step with the open book: built in slices after unlocking, refreshed after every act, gone with the lock.

import type { AlertKind } from '../../shared/preferences/contract';
import type { Db } from '../core/database/database';
import { touchedClients, type RunningAct } from '../core/database/journal';
import { SearchIndex, type Hits, type SearchEntry, type Shelf } from './search-index';
import { listSearchEntries, listSearchEntriesAfter, type Reader } from './store';

/** Clients read at a time: some 10 ms, and as long a rest after it, so that the window never waits for the index. */
const SLICE = 500;
const REST_MS = 8;
/** The first page after unlocking comes before the index: what nobody has typed yet need not be found yet. */
const FIRST_PAUSE_MS = 1000;
/** More touched clients than this: an import or its undo; the index is built anew. */
const REFRESH_LIMIT = 2000;

const TABLES = new Set(['client', 'client_phone', 'client_field_value', 'preference', 'visit', 'brought_over']);
/** What concerns everybody: a field that is taken away takes its words out of the search. */
const OF_EVERYBODY = 'client_field';

interface Build {
  readonly reader: Reader;
  readonly entries: SearchEntry[];
  lastId: number;
  /** Once all have been read. */
  filling: Generator<undefined, void> | null;
}

export class LiveSearch {
  private index = new SearchIndex();
  private build: Build | null = null;
  private reader: Reader | null = null;
  /** Acts that are committed and not in the index yet: whoever wrote has the answer first, and whoever searches finds them. */
  private waiting: RunningAct[] = [];

  /** Starts building what this person may find, in the background; `find` finishes the rest at once if it is asked before. */
  open({ db, session, health }: Reader): void {
    this.reader = { db, session, health };
    this.index = new SearchIndex();
    this.restart(this.reader, FIRST_PAUSE_MS);
  }

  close(): void {
    this.reader = null;
    this.build = null;
    this.waiting = [];
    this.index = new SearchIndex();
  }

  find(reader: Reader, typed: string, shelf: Shelf, limit: number): Hits {
    return this.indexFor(reader).find(typed, shelf, limit);
  }

  /** Row ids of who has such an alert: they are sealed in the book, and opened once while the index is built. */
  withAlert(reader: Reader, alert: AlertKind | 'any'): ReadonlySet<number> {
    return this.indexFor(reader).withAlert(alert);
  }

  /** After a committed act. */
  committed(db: Db, act: RunningAct, tables: readonly string[]): void {
    const { reader } = this;
    if (reader?.db !== db) return;
    const everybody = tables.includes(OF_EVERYBODY);
    if (!everybody && !tables.some((table) => TABLES.has(table))) return;
    if (everybody || this.build) return this.restart(reader);
    this.waiting.push(act);
    if (this.waiting.length === 1) setImmediate(() => this.catchUpLater()).unref();
  }

  private indexFor(reader: Reader): SearchIndex {
    if (this.reader === null || !findAlike(this.reader, reader)) this.open(reader);
    this.catchUp();
    while (this.build) this.step(this.build);
    return this.index;
  }

  private catchUp(): void {
    const { reader, waiting } = this;
    this.waiting = [];
    if (reader !== null && !waiting.every((act) => this.refreshed(reader, act))) this.restart(reader);
  }

  private catchUpLater(): void {
    try {
      this.catchUp();
    } catch {
      // As while building: nobody is waiting here, and the next search meets the failure.
    }
  }

  /** False when the index must be built anew. An index that missed an act would show what is no longer so. */
  private refreshed(reader: Reader, act: RunningAct): boolean {
    try {
      const ids = touchedClients(reader.db, act.id, REFRESH_LIMIT, () => this.index.clients());
      return ids !== null && !this.index.refresh(ids, listSearchEntries(reader, ids));
    } catch (error) {
      this.restart(reader);
      throw error;
    }
  }

  private restart(reader: Reader, pause = 0): void {
    const build: Build = { reader, entries: [], lastId: 0, filling: null };
    this.build = build;
    this.waiting = [];
    setTimeout(() => this.continueLater(build), pause).unref();
  }

  private continueLater(build: Build): void {
    if (this.build !== build) return;
    try {
      this.step(build);
    } catch {
      // Nobody is waiting here who could be told. The build stays where it is, and the next search meets the same failure and answers with it.
      return;
    }
    if (this.build === build) setTimeout(() => this.continueLater(build), REST_MS).unref();
  }

  private step(build: Build): void {
    if (build.filling !== null) {
      if (build.filling.next().done === true) this.build = null;
      return;
    }
    const slice = listSearchEntriesAfter(build.reader, build.lastId, SLICE);
    build.entries.push(...slice);
    const last = slice.at(-1);
    if (last) build.lastId = last.id;
    if (slice.length === SLICE) return;
    build.filling = this.index.fill(build.entries);
  }
}

/** The same person with other rights finds other things. */
function findAlike(one: Reader, other: Reader): boolean {
  return one.db === other.db && one.health === other.health && (one.session === other.session || scopeOf(one) === scopeOf(other));
}

function scopeOf({ session: { rights, staffId } }: Reader): string {
  const { contact, health } = rights.levels;
  return JSON.stringify([contact, health, rights.ownClientsOnly ? staffId : 'all']);
}
