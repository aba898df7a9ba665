// A product of the shop.

import type { Input } from '../../shared/contract';
import type { ProductId } from '../../shared/ids';
import type { TestApp } from './app';

type ProductWishes = Partial<Input<'catalogue.createProduct'>> & { readonly name: string };

export async function aProduct(app: TestApp, wishes: ProductWishes): Promise<ProductId> {
  return (await app.call('catalogue.createProduct', { group: null, priceCents: null, ingredients: [], active: true, ...wishes })).id;
}
