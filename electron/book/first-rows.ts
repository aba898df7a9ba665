// The first rows of a new book: the book itself, its owner, and the tiers most shops begin with.

import type { IsoInstant } from '../../shared/core/date';
import type { BookConnection } from '../core/database/connection';
import { wrapDatabase } from '../core/database/database';
import { beginAct, endAct } from '../core/database/journal';
import { account, book, shelfCount, tier } from '../core/database/schema';
import { SHELVES } from '../core/database/totals';
import { newUid } from '../core/database/uid';
import { insertDefaultRoles } from '../people/rights';

export interface NewBook {
  readonly bookUid: string;
  readonly accountUid: string;
  readonly shopName: string;
  readonly ownerName: string;
}

const TIERS = [
  ['钻石', 'diamond'],
  ['金卡', 'gold'],
  ['银卡', 'silver'],
  ['普通', 'regular'],
] as const;

export function writeFirstRows(sqlite: BookConnection, made: NewBook, now: IsoInstant): void {
  const db = wrapDatabase(sqlite);
  db.insert(book).values({ uid: made.bookUid, shopName: made.shopName, createdAt: now }).run();
  for (const shelf of SHELVES) db.insert(shelfCount).values({ shelf, clients: 0 }).run();
  const act = beginAct(db, now, null, 'book.create');
  db.insert(account).values({ uid: made.accountUid, name: made.ownerName, role: 'owner', createdAt: now }).run();
  insertDefaultRoles(db, Date.parse(now));
  TIERS.forEach(([name, mark], sort) =>
    db
      .insert(tier)
      .values({ uid: newUid(Date.parse(now)), name, mark, sort })
      .run(),
  );
  endAct(db, act);
}
