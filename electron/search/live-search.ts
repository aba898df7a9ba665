// Keeps the search index in step with the open book: built in slices after unlocking, refreshed after every act, gone with the lock.

import type { Db } from '../core/database/database';
import { touchedClients, type RunningAct } from '../core/database/journal';
import { SearchIndex, type Hits, type SearchEntry, type Shelf } from './search-index';
import { listSearchEntries, listSearchEntriesAfter } from './store';

/** Clients read at a time: some 10 ms, and as long a rest after it, so that the window never waits for the index. */
const SLICE = 500;
const REST_MS = 8;
/** The first page after unlocking comes before the index: what nobody has typed yet need not be found yet. */
const FIRST_PAUSE_MS = 1000;
/** More touched clients than this: an import or its undo; the index is built anew. */
const REFRESH_LIMIT = 2000;

const TABLES = new Set(['client', 'client_phone', 'preference', 'visit', 'brought_over']);

interface Build {
  readonly db: Db;
  readonly entries: SearchEntry[];
  lastId: number;
}

export class LiveSearch {
  private index = new SearchIndex();
  private build: Build | null = null;
  private db: Db | null = null;

  /** Starts building in the background; `find` finishes the rest at once if it is asked before. */
  open(db: Db): void {
    this.db = db;
    this.restart(db, FIRST_PAUSE_MS);
  }

  close(): void {
    this.db = null;
    this.build = null;
    this.index = new SearchIndex();
  }

  find(db: Db, typed: string, shelf: Shelf, limit: number): Hits {
    if (this.db !== db) this.open(db);
    while (this.build) this.step(this.build);
    return this.index.find(typed, shelf, limit);
  }

  /** After a committed act. */
  committed(db: Db, act: RunningAct, tables: readonly string[]): void {
    if (this.db !== db || !tables.some((table) => TABLES.has(table))) return;
    if (this.build || !this.refreshed(db, act)) this.restart(db);
  }

  /** False when the index must be built anew. An index that missed an act would show what is no longer so. */
  private refreshed(db: Db, act: RunningAct): boolean {
    try {
      const ids = touchedClients(db, act.id, REFRESH_LIMIT);
      return ids !== null && !this.index.refresh(ids, listSearchEntries(db, ids));
    } catch (error) {
      this.restart(db);
      throw error;
    }
  }

  private restart(db: Db, pause = 0): void {
    const build: Build = { db, entries: [], lastId: 0 };
    this.build = build;
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
    const slice = listSearchEntriesAfter(build.db, build.lastId, SLICE);
    build.entries.push(...slice);
    const last = slice.at(-1);
    if (last) build.lastId = last.id;
    if (slice.length === SLICE) return;
    this.index.rebuild(build.entries);
    this.build = null;
  }
}
