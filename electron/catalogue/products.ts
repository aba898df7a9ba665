// The rules of products: as of services, names are told apart and nothing is deleted, only taken off the list.

import { z } from 'zod';
import type { Product } from '../../shared/catalogue/contract';
import { cents } from '../../shared/core/money';
import type { AppContract } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { ProductId } from '../../shared/ids';
import type { Context, Services } from '../core/context';
import {
  arrangeProduct,
  findProductByName,
  getProduct,
  insertProduct,
  listProducts,
  updateProduct,
  type ProductRecord,
} from './product-store';

export const productOperations = {
  products({ activeOnly }, { db }) {
    return listProducts(db)
      .filter((row) => row.active || !activeOnly)
      .map(productOf);
  },
  createProduct(draft, context) {
    refuseTakenName(context, draft.name, null);
    return { id: ProductId.parse(insertProduct(context.db, draft, context.now)) };
  },
  updateProduct({ id, draft }, context) {
    refuseTakenName(context, draft.name, id);
    updateProduct(context.db, getProduct(context.db, id).id, draft);
    return null;
  },
  arrangeProducts({ ids }, { db }) {
    ids.forEach((id, sort) => arrangeProduct(db, getProduct(db, id).id, sort));
    return null;
  },
} satisfies Partial<Services<AppContract>['catalogue']>;

function productOf({ uid, name, groupName, priceCents, ingredients, active }: ProductRecord): Product {
  return {
    id: ProductId.parse(uid),
    name,
    group: groupName,
    priceCents: priceCents === null ? null : cents(priceCents),
    ingredients: z.array(z.string()).parse(JSON.parse(ingredients)),
    active,
  };
}

function refuseTakenName({ db }: Pick<Context, 'db'>, name: string, self: ProductId | null): void {
  const other = findProductByName(db, name);
  if (other && other.uid !== self) throw new AppError('catalogue.product-taken', { name });
}
