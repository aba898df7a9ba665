// A service while it is being typed: text where numbers will be, and what is wrong with them.

import { z } from 'zod';
import type { Input, Output } from '../../shared/contract';
import { parseMoney, type Cents } from '../../shared/core/money';

export type Service = Output<'catalogue.list'>[number];
type Draft = Input<'catalogue.create'>;

export const TypedService = z
  .object({
    name: z.string(),
    group: z.string(),
    minutes: z.union([z.number(), z.string()]),
    price: z.string(),
    ingredients: z.array(z.string()).readonly(),
    needsPatchTest: z.boolean(),
    followUpDays: z.union([z.number(), z.string()]),
    followUpNote: z.string(),
    active: z.boolean(),
  })
  .readonly();
export type TypedService = z.infer<typeof TypedService>;

export const NO_SERVICE: TypedService = {
  name: '',
  group: '',
  minutes: '',
  price: '',
  ingredients: [],
  needsPatchTest: false,
  followUpDays: '',
  followUpNote: '',
  active: true,
};

export function typedOf(service: Service): TypedService {
  return {
    name: service.name,
    group: service.group ?? '',
    minutes: service.minutes ?? '',
    price: priceText(service.priceCents),
    ingredients: service.ingredients,
    needsPatchTest: service.needsPatchTest,
    followUpDays: service.followUpDays ?? '',
    followUpNote: service.followUpNote ?? '',
    active: service.active,
  };
}

export function isNameMissing({ name }: Pick<TypedService, 'name'>): boolean {
  return name.trim() === '';
}

export function isPriceWrong({ price }: Pick<TypedService, 'price'>): boolean {
  return priceOf(price) === undefined;
}

/** Null while something is wrong. */
export function draftOf(typed: TypedService): Draft | null {
  const priceCents = priceOf(typed.price);
  if (isNameMissing(typed) || priceCents === undefined) return null;
  return {
    name: typed.name,
    group: typed.group.trim() || null,
    minutes: typed.minutes === '' ? null : Number(typed.minutes),
    priceCents,
    ingredients: [...typed.ingredients],
    needsPatchTest: typed.needsPatchTest,
    followUpDays: typed.followUpDays === '' ? null : Number(typed.followUpDays),
    followUpNote: typed.followUpNote.trim() || null,
    active: typed.active,
  };
}

export function priceText(priceCents: Cents | null): string {
  return priceCents === null ? '' : (priceCents / 100).toFixed(2);
}

/** Undefined when it is no price. */
export function priceOf(text: string): Cents | null | undefined {
  if (text.trim() === '') return null;
  const reading = parseMoney(text);
  return reading.ok && reading.cents >= 0 ? reading.cents : undefined;
}
