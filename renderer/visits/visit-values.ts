// What the visit panel holds while one fills it in, as typed; also the shape of its draft.

import { z } from 'zod';
import { cents, formatMoney, type Cents } from '../../shared/core/money';
import { IsoDate } from '../../shared/core/date';
import { Payment, type CurrentVisit, type Visit, type VisitOffer } from '../../shared/visits/contract';
import { lineDiscounts, subtotalOfLines } from '../../shared/visits/sums';
import { knownPayment } from './payments';

/** One thing done or sold. `price`, `quantity` and `discount` are as typed. */
export const ItemValue = z.object({
  key: z.string(),
  serviceId: z.string().nullable(),
  // a draft of before there were products, staff and discounts on a line
  productId: z.string().nullable().default(null),
  /** Null: whoever stands on the visit. */
  staffId: z.string().nullable().default(null),
  name: z.string(),
  quantity: z.string(),
  price: z.string(),
  discount: z.string().default(''),
  /** Typed by hand and to be added to the catalogue. */
  keep: z.boolean(),
});
export type ItemValue = z.infer<typeof ItemValue>;

export const VisitValues = z.object({
  /** Of the visit as it was when its correction began; null for a new one, and in a draft of before there was one. */
  version: z.string().nullable().default(null),
  items: z.array(ItemValue),
  staffId: z.string().nullable(),
  payment: Payment.nullable(),
  /** Instead of `payment`, when there are several. */
  payments: z.array(z.object({ payment: Payment, amount: z.string() })).default([]),
  discount: z.string(),
  note: z.string(),
  // a draft of before there was one
  formula: z.string().default(''),
  /** Services and products the visit had before it was changed: their conflict with an alert was decided then. */
  given: z.array(z.string()).default([]),
  /** Why one of them is there although it meets an alert. A draft of before these were kept is asked again. */
  overrides: z
    .array(z.object({ serviceId: z.string().nullable(), productId: z.string().nullable().default(null), reason: z.string() }))
    .default([]),
  /** Null: now. */
  when: z.object({ on: IsoDate.nullable(), time: z.string() }).nullable(),
  /** Null: as proposed. */
  next: z.object({ on: z.boolean(), dueOn: IsoDate.nullable(), note: z.string() }).nullable(),
});
export type VisitValues = z.infer<typeof VisitValues>;

export function readValues(kept: unknown): VisitValues | null {
  const read = VisitValues.safeParse(kept);
  return read.success ? read.data : null;
}

export function startValues(offer: VisitOffer): VisitValues {
  return {
    version: null,
    items: [],
    staffId: offer.staffId,
    payment: offer.payment,
    payments: [],
    discount: '',
    note: '',
    formula: '',
    given: [],
    overrides: [],
    when: null,
    next: null,
  };
}

export function valuesOfVisit(visit: CurrentVisit): VisitValues {
  const items: ItemValue[] = [];
  for (const item of visit.items) items.push({ ...itemOfLine(item), key: newKey(items, item.serviceId ?? item.productId ?? 'typed') });
  const lines = visit.items.map(({ priceCents, discountCents, quantity }) => ({
    ...{ priceCents: priceCents ?? 0, discountCents: discountCents ?? 0, quantity },
  }));
  const asPriced = subtotalOfLines(lines) - lineDiscounts(lines) === visit.amountCents;
  return {
    version: visit.version,
    items,
    staffId: visit.staff?.id ?? null,
    // an imported word for the payment that the panel does not know
    payment: visit.payment === null ? null : (knownPayment(visit.payment) ?? 'other'),
    payments: visit.payments.map(({ payment, amountCents }) => ({
      payment: knownPayment(payment) ?? 'other',
      amount: amountCents === null ? '' : plainAmount(amountCents),
    })),
    discount: visit.amountCents === null || asPriced ? '' : `=${plainAmount(visit.amountCents)}`,
    note: visit.note ?? '',
    formula: visit.formula ?? '',
    given: items.flatMap(({ serviceId, productId }) => serviceId ?? productId ?? []),
    overrides: [],
    when: { on: visit.on, time: visit.time ?? '' },
    next: { on: false, dueOn: null, note: '' },
  };
}

function itemOfLine({
  serviceId,
  productId,
  staff,
  name,
  quantity,
  priceCents,
  discountCents,
}: Visit['items'][number]): Omit<ItemValue, 'key'> {
  return {
    ...{ serviceId, productId, name, staffId: staff?.id ?? null, quantity: String(quantity), keep: false },
    price: priceCents === null ? '' : plainAmount(priceCents),
    discount: discountCents === null || discountCents === 0 ? '' : `-${plainAmount(discountCents)}`,
  };
}

/** The same service may stand on a visit twice: by two people, or at two prices. */
export function newKey(items: readonly ItemValue[], base: string): string {
  const taken = new Set(items.map(({ key }) => key));
  let key = base;
  for (let n = 2; taken.has(key); n += 1) key = `${base}#${n}`;
  return key;
}

/** Without sign and grouping, as one types it. */
export function plainAmount(amount: Cents): string {
  return formatMoney(amount).replace(/[¥,]/g, '').replace(/\.00$/, '');
}

export const NOTHING_TO_PAY = cents(0);
