// What the visit panel holds while one fills it in, as typed; also the shape of its draft.

import { z } from 'zod';
import { cents, formatMoney, parseMoney, type Cents } from '../../shared/core/money';
import { IsoDate } from '../../shared/core/date';
import { Payment, PAYMENTS, type Visit, type VisitOffer } from '../../shared/visits/contract';

/** One thing done. `price` and `quantity` are as typed. */
const ItemValue = z.object({
  key: z.string(),
  serviceId: z.string().nullable(),
  name: z.string(),
  quantity: z.string(),
  price: z.string(),
  /** Typed by hand and to be added to the catalogue. */
  keep: z.boolean(),
});
export type ItemValue = z.infer<typeof ItemValue>;

export const VisitValues = z.object({
  items: z.array(ItemValue),
  staffId: z.string().nullable(),
  payment: Payment.nullable(),
  discount: z.string(),
  note: z.string(),
  // a draft of before there was one
  formula: z.string().default(''),
  /** Services the visit had before it was changed: their conflict with an alert was decided then. */
  given: z.array(z.string()).default([]),
  /** Why a service is given although it meets an alert. A draft of before these were kept is asked again. */
  overrides: z.array(z.object({ serviceId: z.string(), reason: z.string() })).default([]),
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
    items: [],
    staffId: offer.staffId,
    payment: offer.payment,
    discount: '',
    note: '',
    formula: '',
    given: [],
    overrides: [],
    when: null,
    next: null,
  };
}

export function valuesOfVisit(visit: Visit): VisitValues {
  const items = visit.items.map((item, index) => ({
    key: item.serviceId ?? `typed-${index}`,
    serviceId: item.serviceId,
    name: item.name,
    quantity: String(item.quantity),
    price: item.priceCents === null ? '' : plainAmount(item.priceCents),
    keep: false,
  }));
  const subtotal = subtotalOf(items);
  return {
    items,
    staffId: visit.staff?.id ?? null,
    // an imported word for the payment that the panel does not know
    payment: visit.payment === null ? null : (PAYMENTS.find((one) => one === visit.payment) ?? 'other'),
    discount: visit.amountCents === null || subtotal === visit.amountCents ? '' : plainAmount(visit.amountCents),
    note: visit.note ?? '',
    formula: visit.formula ?? '',
    given: items.flatMap(({ serviceId }) => (serviceId === null ? [] : [serviceId])),
    overrides: [],
    when: { on: visit.on, time: visit.time ?? '' },
    next: { on: false, dueOn: null, note: '' },
  };
}

export function itemOfService(service: VisitOffer['services'][number]): ItemValue {
  const { id, name, priceCents } = service;
  return { key: id, serviceId: id, name, quantity: '1', price: priceCents === null ? '' : plainAmount(priceCents), keep: false };
}

export function quantityOf(item: ItemValue): number | null {
  const quantity = Number(item.quantity.normalize('NFKC').trim());
  return Number.isFinite(quantity) && quantity >= 0.01 && quantity <= 1000 ? quantity : null;
}

/** Nothing typed costs nothing: a gift, or part of a package. */
export function priceOf(item: ItemValue): Cents | null {
  const reading = parseMoney(item.price);
  if (reading.ok) return reading.cents;
  return reading.problem === 'empty' ? cents(0) : null;
}

export function subtotalOf(items: readonly ItemValue[]): Cents {
  return cents(items.reduce((sum, item) => sum + Math.round((priceOf(item) ?? 0) * (quantityOf(item) ?? 0)), 0));
}

/** Without sign and grouping, as one types it. */
export function plainAmount(amount: Cents): string {
  return formatMoney(amount).replace(/[¥,]/g, '').replace(/\.00$/, '');
}
