// A product of the shop, written as an act of its own.

import { beginAct, endAct } from '../../electron/core/database/journal';
import { wrapDatabase } from '../../electron/core/database/database';
import { newUid } from '../../electron/core/database/uid';
import { IsoInstant } from '../../shared/core/date';
import { ProductId } from '../../shared/ids';
import type { TestApp } from './app';

export interface ProductWishes {
  readonly name: string;
  readonly priceCents: number | null;
}

export function aProduct(app: TestApp, { name, priceCents }: ProductWishes): ProductId {
  const sqlite = app.house.vault.database();
  const uid = newUid(app.now.getTime());
  sqlite.transaction(() => {
    const db = wrapDatabase(sqlite);
    const act = beginAct(db, IsoInstant.parse(app.now.toISOString()), null, 'test');
    sqlite.prepare('INSERT INTO product (uid, name, price_cents) VALUES (?, ?, ?)').run(uid, name, priceCents);
    endAct(db, act);
  })();
  return ProductId.parse(uid);
}
