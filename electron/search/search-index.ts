// Finds clients while somebody types. Plaintext in memory only: it is built after unlocking and dropped with the lock.
// A base of flat strings in last-visit order that never changes, and a small overlay of clients changed since.

import type { AlertKind } from '../../shared/preferences/contract';
import { digitColumn } from './digit-column';
import { flatColumn, type Column } from './flat-column';
import { noteColumn } from './note-column';
import { looksFor, SEARCH_FIELDS, type Look, type SearchField } from './question';

export type Shelf = 'current' | 'archived' | 'bin';

/** A client as the search sees it; the texts are folded already. */
export interface SearchEntry {
  readonly id: number;
  readonly shelf: Shelf;
  /** The day of the last visit, '' when there was none. */
  readonly lastVisitOn: string;
  readonly alerts: readonly AlertKind[];
  readonly texts: Readonly<Record<SearchField, string>>;
}

export interface Hits {
  /** At most `limit` ids: by field, then by last visit. */
  readonly ids: number[];
  readonly total: number;
}

interface Base {
  readonly ids: Int32Array;
  readonly shelves: readonly Shelf[];
  readonly lastVisits: readonly string[];
  readonly alerts: readonly (readonly AlertKind[])[];
  readonly columns: Readonly<Record<SearchField, Column>>;
  readonly lineOf: ReadonlyMap<number, number>;
}

const COLUMNS: Readonly<Record<SearchField, (lines: readonly string[]) => Column>> = {
  name: flatColumn,
  pinyin: flatColumn,
  phone: digitColumn,
  number: flatColumn,
  note: noteColumn,
};

const EMPTY = flatColumn([]);
const NOBODY: Base = {
  ids: new Int32Array(0),
  shelves: [],
  lastVisits: [],
  alerts: [],
  columns: { name: EMPTY, pinyin: EMPTY, phone: EMPTY, number: EMPTY, note: EMPTY },
  lineOf: new Map(),
};

/** Above this many changed clients the overlay is folded into a new base. */
const OVERLAY_LIMIT = 400;

export class SearchIndex {
  private base: Base = NOBODY;
  private overlay = new Map<number, SearchEntry>();
  /** Lines of the base that the overlay replaces, or whose client is gone. */
  private stale = new Uint8Array(0);
  private seen = new Uint8Array(0);

  /** In steps of some ten milliseconds for a hundred thousand clients, so that others get a turn between them; until the last one it finds what it found before. */
  *fill(entries: readonly SearchEntry[]): Generator<undefined, void> {
    const ordered = latestFirst(entries);
    yield;
    this.base = yield* baseOf(ordered);
    this.overlay = new Map();
    this.stale = new Uint8Array(ordered.length);
    this.seen = new Uint8Array(ordered.length);
  }

  /** Takes in clients as they are now. Answers true when it is time to fill anew. */
  refresh(ids: readonly number[], entries: readonly SearchEntry[]): boolean {
    for (const id of ids) {
      this.overlay.delete(id);
      const line = this.base.lineOf.get(id);
      if (line !== undefined) this.stale[line] = 1;
    }
    for (const entry of entries) this.overlay.set(entry.id, entry);
    return this.overlay.size > OVERLAY_LIMIT;
  }

  /** Row ids, some of them perhaps twice. */
  clients(): number[] {
    return [...this.base.ids, ...this.overlay.keys()];
  }

  find(typed: string, shelf: Shelf, limit: number): Hits {
    const looks = looksFor(typed);
    this.seen.fill(0);
    const overlayHits = this.findInOverlay(looks, shelf);
    const ids: { id: number; rank: number; lastVisitOn: string }[] = [...overlayHits];
    let total = overlayHits.length;
    let taken = 0;
    looks.forEach((look, rank) => {
      this.base.columns[look.field].each(look.words, (line) => {
        if (this.seen[line] === 1 || this.stale[line] === 1 || this.base.shelves[line] !== shelf) return;
        this.seen[line] = 1;
        total += 1;
        if (taken >= limit) return;
        taken += 1;
        ids.push({ id: this.base.ids[line] ?? 0, rank, lastVisitOn: this.base.lastVisits[line] ?? '' });
      });
    });
    if (overlayHits.length > 0) ids.sort((a, b) => a.rank - b.rank || byLastVisit(a, b));
    return { ids: ids.slice(0, limit).map((hit) => hit.id), total };
  }

  /** On whatever shelf. */
  withAlert(alert: AlertKind | 'any'): ReadonlySet<number> {
    const has = (alerts: readonly AlertKind[] | undefined): boolean =>
      alerts !== undefined && (alert === 'any' ? alerts.length > 0 : alerts.includes(alert));
    const ids = new Set([...this.overlay.values()].filter((entry) => has(entry.alerts)).map(({ id }) => id));
    this.base.ids.forEach((id, line) => {
      if (this.stale[line] !== 1 && has(this.base.alerts[line])) ids.add(id);
    });
    return ids;
  }

  private findInOverlay(looks: readonly Look[], shelf: Shelf) {
    const hits: { id: number; rank: number; lastVisitOn: string }[] = [];
    for (const entry of this.overlay.values()) {
      const rank = entry.shelf === shelf ? looks.findIndex((look) => entry.texts[look.field].includes(look.words)) : -1;
      if (rank !== -1) hits.push({ id: entry.id, rank, lastVisitOn: entry.lastVisitOn });
    }
    return hits;
  }
}

function* baseOf(ordered: readonly SearchEntry[]): Generator<undefined, Base> {
  const columns = { ...NOBODY.columns };
  for (const field of SEARCH_FIELDS) {
    columns[field] = COLUMNS[field](ordered.map((entry) => entry.texts[field]));
    yield;
  }
  const lineOf = new Map(ordered.map((entry, line) => [entry.id, line]));
  yield;
  return {
    ids: Int32Array.from(ordered, (entry) => entry.id),
    shelves: ordered.map((entry) => entry.shelf),
    lastVisits: ordered.map((entry) => entry.lastVisitOn),
    alerts: ordered.map((entry) => entry.alerts),
    columns,
    lineOf,
  };
}

/** Day by day: there are few days beside the clients, and sorting all of them in one piece would keep main from answering. */
function latestFirst(entries: readonly SearchEntry[]): SearchEntry[] {
  const days = new Map<string, SearchEntry[]>();
  for (const entry of entries) {
    const day = days.get(entry.lastVisitOn);
    if (day) day.push(entry);
    else days.set(entry.lastVisitOn, [entry]);
  }
  const latest = [...days.keys()].sort((a, b) => compareDays(b, a));
  return latest.flatMap((day) => (days.get(day) ?? []).sort((a, b) => b.id - a.id));
}

type Placed = Pick<SearchEntry, 'id' | 'lastVisitOn'>;

function byLastVisit(a: Placed, b: Placed): number {
  return compareDays(b.lastVisitOn, a.lastVisitOn) || b.id - a.id;
}

/** ISO days compare as text; localeCompare would be a hundred times slower. */
function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
