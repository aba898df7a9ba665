// Rows of the products, in the shop's own order.

import { asc, eq } from 'drizzle-orm';
import type { ProductDraft } from '../../shared/catalogue/contract';
import type { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import type { Db } from '../core/database/database';
import { oneRow } from '../core/database/rows';
import { product } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type ProductRecord = typeof product.$inferSelect;

export function listProducts(db: Db): ProductRecord[] {
  return db.select().from(product).orderBy(asc(product.sort), asc(product.id)).all();
}

export function getProduct(db: Db, uid: string): ProductRecord {
  const found = db.select().from(product).where(eq(product.uid, uid)).get();
  if (!found) throw new AppError('record.not-found', { kind: 'product' });
  return found;
}

export function findProductByName(db: Db, name: string): ProductRecord | undefined {
  return db.select().from(product).where(eq(product.name, name)).get();
}

export function insertProduct(db: Db, draft: ProductDraft, now: IsoInstant): string {
  const uid = newUid(Date.parse(now));
  const sort = (oneRow<{ n: number | null }>(db, 'SELECT max(sort) AS n FROM product')?.n ?? 0) + 1;
  db.insert(product)
    .values({ ...columnsOf(draft), uid, sort })
    .run();
  return uid;
}

export function updateProduct(db: Db, id: number, draft: ProductDraft): void {
  db.update(product).set(columnsOf(draft)).where(eq(product.id, id)).run();
}

export function arrangeProduct(db: Db, id: number, sort: number): void {
  db.update(product).set({ sort }).where(eq(product.id, id)).run();
}

function columnsOf({ group, ingredients, ...draft }: ProductDraft) {
  return { ...draft, groupName: group, ingredients: JSON.stringify(ingredients) };
}
