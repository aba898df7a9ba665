// The catalogue: services 项目 with minutes, price and when to ask how it went, and products 产品 that are sold beside them.

import { z } from 'zod';
import { Cents } from '../core/money';
import { command, query } from '../core/operation';
import { ShortText } from '../core/text';
import { ProductId, ServiceId } from '../ids';

export const ServiceDraft = z.object({
  name: ShortText(80).min(1),
  group: ShortText(40).nullable(),
  minutes: z.number().int().min(0).max(1440).nullable(),
  priceCents: Cents.nullable(),
  /** Days after a visit with this service until the follow-up that is proposed; null: none. */
  followUpDays: z.number().int().min(1).max(730).nullable(),
  followUpNote: ShortText(200).nullable(),
  /** Ingredients and cautions that an allergy or contraindication is matched against. */
  ingredients: z.array(ShortText(60).min(1)).max(40),
  /** Only with a patch test that counts, or a reason. */
  needsPatchTest: z.boolean().default(false),
  active: z.boolean(),
});
export type ServiceDraft = z.infer<typeof ServiceDraft>;

export const Service = ServiceDraft.extend({ id: ServiceId, visits90: z.number().int() });
export type Service = z.infer<typeof Service>;

export const ProductDraft = ServiceDraft.pick({ name: true, group: true, priceCents: true, ingredients: true, active: true });
export type ProductDraft = z.infer<typeof ProductDraft>;

export const Product = ProductDraft.extend({ id: ProductId });
export type Product = z.infer<typeof Product>;

export const catalogueContract = {
  list: query({ permission: 'signed-in', input: z.object({ activeOnly: z.boolean() }), output: z.array(Service) }),
  create: command({ permission: 'settings.change', input: ServiceDraft, output: z.object({ id: ServiceId }) }),
  update: command({ permission: 'settings.change', input: z.object({ id: ServiceId, draft: ServiceDraft }), output: z.null() }),
  arrange: command({ permission: 'settings.change', input: z.object({ ids: z.array(ServiceId).max(2000) }), output: z.null() }),
  products: query({ permission: 'signed-in', input: z.object({ activeOnly: z.boolean() }), output: z.array(Product) }),
  createProduct: command({ permission: 'settings.change', input: ProductDraft, output: z.object({ id: ProductId }) }),
  updateProduct: command({
    permission: 'settings.change',
    input: z.object({ id: ProductId, draft: ProductDraft }),
    output: z.null(),
  }),
  arrangeProducts: command({ permission: 'settings.change', input: z.object({ ids: z.array(ProductId).max(2000) }), output: z.null() }),
};
