// Visits 到店: what was done, by whom, for how much, and what to ask next.

import { z } from 'zod';
import { IsoDate, IsoInstant } from '../core/date';
import { amount } from '../core/marks';
import { cents, Cents } from '../core/money';
import { command, query } from '../core/operation';
import { LongText, ShortText } from '../core/text';
import { ActId, ClientId, FollowUpId, OverrideId, ProductId, ServiceId, StaffId, VisitId } from '../ids';
import { Against, OfferedAgainst } from './against';

const NOTHING = cents(0);

export const PAYMENTS = ['wechat', 'alipay', 'cash', 'card', 'stored-value', 'package', 'free', 'other'] as const;
export const Payment = z.enum(PAYMENTS);
export type Payment = z.infer<typeof Payment>;

/** One line of a visit: a service, a product or, without either, something typed by hand. */
export const VisitItemDraft = z.object({
  serviceId: ServiceId.nullable(),
  productId: ProductId.nullable().default(null),
  /** Null: whoever stands on the visit. */
  staffId: StaffId.nullable().default(null),
  name: ShortText(120).min(1),
  quantity: z.number().min(0.01).max(1000),
  priceCents: Cents,
  /** Taken off the whole line. */
  discountCents: Cents.default(NOTHING),
});
export type VisitItemDraft = z.infer<typeof VisitItemDraft>;

/** One of several ways a visit was paid. */
export const VisitPayment = z.object({ payment: Payment, amountCents: Cents });
export type VisitPayment = z.infer<typeof VisitPayment>;

export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time.invalid' });

/** Why a service is given, or a product used or sold, although something of the client's health speaks against it. One of the two is there. */
export const ConflictReason = z.object({
  serviceId: ServiceId.nullable().default(null),
  productId: ProductId.nullable().default(null),
  reason: LongText(400).min(1),
});
export type ConflictReason = z.infer<typeof ConflictReason>;

/** The follow-up that is promised together with the visit. */
export const PromisedFollowUp = z.object({
  kind: z.enum(['after-service', 'first-visit', 'rebook', 'other']),
  dueOn: IsoDate,
  note: LongText(400),
  staffId: StaffId.nullable(),
});
export type PromisedFollowUp = z.infer<typeof PromisedFollowUp>;

export const VisitDraft = z.object({
  clientId: ClientId,
  on: IsoDate,
  /** Shop's local time of day; null when nobody knows. */
  time: ClockTime.nullable(),
  items: z.array(VisitItemDraft).min(1, { error: 'visits.no-service' }).max(60),
  staffId: StaffId.nullable(),
  payment: Payment.nullable(),
  /** When it was paid in more than one way, instead of `payment`: together they are the amount. */
  payments: z.array(VisitPayment).max(20).default([]),
  /** What was taken, after discount; a refund is negative. */
  amountCents: Cents,
  note: LongText(4000).nullable(),
  /** What was mixed and how it was done, for next time. */
  formula: LongText(4000).nullable().default(null),
  followUp: PromisedFollowUp.nullable(),
  overrides: z.array(ConflictReason).max(60).default([]),
});
export type VisitDraft = z.infer<typeof VisitDraft>;

const Staff = z.object({ id: StaffId, name: z.string() });

export const VisitItem = z.object({
  serviceId: ServiceId.nullable(),
  productId: ProductId.nullable(),
  name: z.string(),
  quantity: z.number(),
  priceCents: amount(),
  discountCents: amount(),
  /** Null: whoever stands on the visit. */
  staff: Staff.nullable(),
  minutes: z.number().int().nullable(),
});
export type VisitItem = z.infer<typeof VisitItem>;

export const Visit = z.object({
  id: VisitId,
  clientId: ClientId,
  number: z.string().nullable(),
  on: IsoDate,
  time: z.string().nullable(),
  at: IsoInstant,
  items: z.array(VisitItem),
  staff: Staff.nullable(),
  /** Null also when it was paid in several ways. */
  payment: z.string().nullable(),
  payments: z.array(z.object({ payment: z.string(), amountCents: amount() })),
  amountCents: amount(),
  note: z.string().nullable(),
  formula: z.string().nullable(),
  /** Struck out, with the reason: it stays to be read and counts for nothing. */
  voided: z.object({ reason: z.string(), at: IsoInstant }).nullable(),
});
export type Visit = z.infer<typeof Visit>;

/** A visit that is about to be corrected; `version` says what the correction begins from. */
export const CurrentVisit = Visit.extend({ version: z.string() });
export type CurrentVisit = z.infer<typeof CurrentVisit>;

/** One line as the history tells of it. */
const LineThen = VisitItem.pick({ name: true, quantity: true, priceCents: true, discountCents: true }).extend({
  staff: z.string().nullable(),
});
const PaymentThen = z.object({ payment: z.string(), amountCents: amount() });

/** Both sides of what changed; a line or a payment that was not there before, or is no longer, is null on that side. */
export const VisitDetailChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    field: z.enum(['client', 'day', 'time', 'staff', 'payment', 'note', 'formula', 'voided']),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  z.object({ kind: z.literal('amount'), from: amount(), to: amount() }),
  z.object({ kind: z.literal('line'), from: LineThen.nullable(), to: LineThen.nullable() }),
  z.object({ kind: z.literal('paid'), from: PaymentThen.nullable(), to: PaymentThen.nullable() }),
]);
export type VisitDetailChange = z.infer<typeof VisitDetailChange>;

/** What one act changed of a visit. */
export const VisitChange = z.object({
  id: ActId,
  at: IsoInstant,
  /** Null: the app itself. */
  by: z.string().nullable(),
  origin: z.enum(['person', 'import', 'undo', 'app']),
  /** It was taken back since. */
  undone: z.boolean(),
  /** With it the visit came into the book. */
  first: z.boolean(),
  details: z.array(VisitDetailChange),
});
export type VisitChange = z.infer<typeof VisitChange>;

/** A service that was given, or a product used or sold, although it met an alert, as the owner reads of it. */
export const ConflictOverride = z.object({
  id: OverrideId,
  client: z.object({ id: ClientId, name: z.string() }),
  service: z.string().nullable(),
  product: z.string().nullable(),
  /** Null, and the reason too: what was sealed can no longer be read. */
  what: Against.nullable(),
  reason: z.string().nullable(),
  by: z.string(),
  at: IsoInstant,
  seen: z.boolean(),
});
export type ConflictOverride = z.infer<typeof ConflictOverride>;

/** What the visit panel offers first: last time's services, the person and payment of last time, conflicts with alerts. */
export const VisitOffer = z.object({
  services: z.array(
    z.object({
      id: ServiceId,
      name: z.string(),
      minutes: z.number().int().nullable(),
      priceCents: Cents.nullable(),
      lastTime: z.boolean(),
      conflict: OfferedAgainst.nullable(),
      followUpDays: z.number().int().nullable(),
      followUpNote: z.string().nullable(),
    }),
  ),
  products: z.array(z.object({ id: ProductId, name: z.string(), priceCents: Cents.nullable(), conflict: OfferedAgainst.nullable() })),
  staff: z.array(Staff),
  staffId: StaffId.nullable(),
  payment: Payment.nullable(),
  firstVisit: z.boolean(),
  /** What was done last time, for 'same again': services at the price of now. */
  last: z
    .object({
      on: IsoDate,
      items: z.array(VisitItem.omit({ discountCents: true, minutes: true })),
      formula: z.string().nullable(),
    })
    .nullable(),
});
export type VisitOffer = z.infer<typeof VisitOffer>;

export const visitsContract = {
  offer: query({ permission: 'visits.see', input: z.object({ clientId: ClientId }), output: VisitOffer }),
  get: query({ permission: 'visits.see', input: z.object({ id: VisitId }), output: CurrentVisit }),
  /** Newest first; the last is how it came into the book. */
  changes: query({ permission: 'visits.see', input: z.object({ id: VisitId }), output: z.array(VisitChange) }),
  record: command({ permission: 'visits.change', input: VisitDraft, output: z.object({ id: VisitId, followUpId: FollowUpId.nullable() }) }),
  /** `version`: of the visit the correction began from; null writes over whatever is there. */
  update: command({
    permission: 'visits.change',
    input: z.object({ id: VisitId, draft: VisitDraft, version: z.string().max(60).nullable().default(null) }),
    output: z.null(),
  }),
  /** Strikes a visit out: it stays on the timeline with the reason, and counts no more. */
  remove: command({ permission: 'visits.change', input: z.object({ id: VisitId, reason: LongText(400).min(1) }), output: z.null() }),
  /** Newest first; `unseen` counts all of them. */
  overrides: query({
    permission: 'owner',
    input: z.object({ limit: z.int().min(1).max(5000) }),
    output: z.object({ overrides: z.array(ConflictOverride), total: z.int(), unseen: z.int() }),
  }),
  seenOverride: command({ permission: 'owner', input: z.object({ id: OverrideId }), output: z.null() }),
};
