// A product while it is being typed: text where the price will be.

import { z } from 'zod';
import type { Product, ProductDraft } from '../../shared/catalogue/contract';
import { priceOf, priceText } from './service-draft';

export const TypedProduct = z
  .object({ name: z.string(), group: z.string(), price: z.string(), ingredients: z.array(z.string()).readonly(), active: z.boolean() })
  .readonly();
export type TypedProduct = z.infer<typeof TypedProduct>;

export const NO_PRODUCT: TypedProduct = { name: '', group: '', price: '', ingredients: [], active: true };

export function typedProductOf({ name, group, priceCents, ingredients, active }: Product): TypedProduct {
  return { name, group: group ?? '', price: priceText(priceCents), ingredients, active };
}

/** Null while something is wrong. */
export function productDraftOf({ name, group, price, ingredients, active }: TypedProduct): ProductDraft | null {
  const priceCents = priceOf(price);
  if (name.trim() === '' || priceCents === undefined) return null;
  return { name, group: group.trim() || null, priceCents, ingredients: [...ingredients], active };
}
