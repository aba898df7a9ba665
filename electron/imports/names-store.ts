// The small lists an import may add to: staff, tiers, tags and services it finds by name, or makes.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { oneRow, runSql } from '../core/database/rows';
import { newUid } from '../core/database/uid';

/** Finds or makes the row of a name, and remembers it for the next row of the list. */
export type Finder = (name: string) => number;

export function staffFinder(db: Db, now: IsoInstant): Finder {
  return finder(db, 'staff', (name) => {
    const sort = nextSort(db, 'staff');
    return runSql(db, 'INSERT INTO staff (uid, name, active, sort) VALUES (?, ?, 1, ?)', [uidAt(now), name, sort]).lastId;
  });
}

export function tierFinder(db: Db, now: IsoInstant): Finder {
  return finder(db, 'tier', (name) => {
    const sort = nextSort(db, 'tier');
    return runSql(db, 'INSERT INTO tier (uid, name, mark, sort) VALUES (?, ?, ?, ?)', [uidAt(now), name, markOf(name), sort]).lastId;
  });
}

export function tagFinder(db: Db, now: IsoInstant): Finder {
  return finder(db, 'tag', (name) => runSql(db, 'INSERT INTO tag (uid, name) VALUES (?, ?)', [uidAt(now), name]).lastId);
}

/** `prices` gives a new service the price most visits of the list were charged. */
export function serviceFinder(db: Db, now: IsoInstant, prices: ReadonlyMap<string, number>): Finder {
  return finder(db, 'service', (name) => {
    const sort = nextSort(db, 'service');
    return runSql(db, 'INSERT INTO service (uid, name, price_cents, sort) VALUES (?, ?, ?, ?)', [
      uidAt(now),
      name,
      prices.get(name) ?? null,
      sort,
    ]).lastId;
  });
}

function finder(db: Db, table: 'staff' | 'tier' | 'tag' | 'service', insert: (name: string) => number): Finder {
  const known = new Map<string, number>();
  return (name) => {
    const id = known.get(name) ?? oneRow<{ id: number }>(db, `SELECT id FROM ${table} WHERE name = ?`, [name])?.id ?? insert(name);
    known.set(name, id);
    return id;
  };
}

function nextSort(db: Db, table: 'staff' | 'tier' | 'service'): number {
  return (oneRow<{ n: number | null }>(db, `SELECT max(sort) AS n FROM ${table}`)?.n ?? 0) + 1;
}

/** The shape shown beside a tier; colour is never the only sign. */
function markOf(name: string): string {
  if (/钻|鑽|至尊|黑|diamond|platinum/iu.test(name)) return 'diamond';
  if (/金|gold|vip/iu.test(name)) return 'gold';
  return /银|銀|silver/iu.test(name) ? 'silver' : 'regular';
}

function uidAt(now: IsoInstant): string {
  return newUid(Date.parse(now));
}
