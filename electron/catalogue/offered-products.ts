// Products 产品 as the visit panel needs them: what is on offer, and what the list says of some.

import { z } from 'zod';
import { cents, type Cents } from '../../shared/core/money';
import { ProductId } from '../../shared/ids';
import type { Context } from '../core/context';
import { allRows } from '../core/database/rows';

export interface OfferedProduct {
  readonly id: ProductId;
  readonly name: string;
  readonly priceCents: Cents | null;
  readonly ingredients: readonly string[];
}

interface Row {
  readonly uid: string;
  readonly name: string;
  readonly price_cents: number | null;
  readonly ingredients: string;
}

/** In the shop's own order. */
export function offeredProducts({ db }: Pick<Context, 'db'>): OfferedProduct[] {
  return allRows<Row>(db, `${PRODUCTS} WHERE active = 1 ORDER BY sort, id`).map(productOf);
}

/** Also of those that are no longer offered. */
export function productsByIds({ db }: Pick<Context, 'db'>, ids: readonly ProductId[]): OfferedProduct[] {
  return allRows<Row>(db, `${PRODUCTS} WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY sort, id`, [JSON.stringify(ids)]).map(
    productOf,
  );
}

const PRODUCTS = 'SELECT uid, name, price_cents, ingredients FROM product';

function productOf({ uid, name, price_cents, ingredients }: Row): OfferedProduct {
  return {
    id: ProductId.parse(uid),
    name,
    priceCents: price_cents === null ? null : cents(price_cents),
    ingredients: z.array(z.string()).parse(JSON.parse(ingredients)),
  };
}

/** What the list says each of these products costs; without those that have no price. */
export function productPrices({ db }: Pick<Context, 'db'>, ids: readonly ProductId[]): ReadonlyMap<string, number> {
  if (ids.length === 0) return new Map();
  const sql = 'SELECT uid, price_cents FROM product WHERE price_cents IS NOT NULL AND uid IN (SELECT value FROM json_each(?))';
  return new Map(allRows<{ uid: string; price_cents: number }>(db, sql, [JSON.stringify(ids)]).map((row) => [row.uid, row.price_cents]));
}
