// A product while it is being typed: text where the price will be.

import type { Product, ProductDraft } from '../../shared/catalogue/contract';
import { priceOf, priceText } from './service-draft';

export interface TypedProduct {
  readonly name: string;
  readonly group: string;
  readonly price: string;
  readonly ingredients: readonly string[];
  readonly active: boolean;
}

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
