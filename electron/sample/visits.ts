// The visits of an invented client: each comes in a rhythm of their own, some stay away one day, and the money is held against itself.

import { addDays, weekdayOf, type IsoDate } from '../../shared/core/date';
import { pick } from '../../shared/core/seeded';
import type { SampleContent } from './content';

export interface SampleItem {
  /** Place in the list of services or products. */
  readonly service: number | null;
  readonly product: number | null;
  readonly name: string;
  readonly priceCents: number;
  readonly discountCents: number;
}

export interface SampleVisit {
  readonly on: IsoDate;
  readonly time: string;
  readonly staff: number;
  readonly items: readonly SampleItem[];
  /** One way, or two whose sum is the amount. */
  readonly payments: readonly { readonly payment: string; readonly amountCents: number }[];
  readonly amountCents: number;
  readonly note: string | null;
  readonly formula: string | null;
  readonly voided: boolean;
}

interface Life {
  readonly since: IsoDate;
  readonly today: IsoDate;
  readonly staff: number;
  /** Place of the service an alert speaks against, which they come for all the same; -1 is none. */
  readonly loved: number;
}

/** Up to yesterday: today is for whoever looks around. */
export function visitsOf(content: SampleContent, { since, today, staff, loved }: Life, random: () => number): readonly SampleVisit[] {
  const { rhythm, stays } = pick(random, HABITS);
  const last = random() < 0.16 ? addDays(today, -90 - Math.floor(random() * 240)) : addDays(today, -1);
  const drawn = Math.floor(random() * content.services.length);
  const favourite = loved >= 0 ? loved : drawn;
  const visits: SampleVisit[] = [];
  let day = openDay(since);
  while (day <= last && visits.length < stays) {
    visits.push(inventVisit(content, { day, staff, favourite }, random));
    day = openDay(addDays(day, Math.max(5, Math.round(rhythm * (0.7 + random() * 0.6)))));
  }
  return visits;
}

/** The day after, all of it back the way it came; null when that is not over yet. */
export function refundOf(content: SampleContent, last: SampleVisit, today: IsoDate): SampleVisit | null {
  const on = openDay(addDays(last.on, 1));
  if (last.voided || on >= today) return null;
  const items = last.items.map((item) => ({ ...item, priceCents: item.discountCents - item.priceCents, discountCents: 0 }));
  const payments = last.payments.map(({ payment, amountCents }) => ({ payment, amountCents: -amountCents }));
  return { ...last, on, items, payments, amountCents: -last.amountCents, note: content.refundNote, formula: null };
}

const HABITS = [
  { rhythm: 16, stays: 60 },
  { rhythm: 24, stays: 60 },
  { rhythm: 30, stays: 60 },
  { rhythm: 38, stays: 60 },
  { rhythm: 50, stays: 30 },
  { rhythm: 75, stays: 12 },
  { rhythm: 110, stays: 8 },
  { rhythm: 40, stays: 1 },
  { rhythm: 35, stays: 3 },
] as const;

function inventVisit(
  content: SampleContent,
  { day, staff, favourite }: { readonly day: IsoDate; readonly staff: number; readonly favourite: number },
  random: () => number,
): SampleVisit {
  const first = random() < 0.7 ? favourite : Math.floor(random() * content.services.length);
  const second = random() < 0.2 ? Math.floor(random() * content.services.length) : first;
  const product = random() < 0.08 ? Math.floor(random() * content.products.length) : null;
  const items = [...new Set([first, second])].map((place) => ofService(content, place, random));
  if (product !== null) items.push(ofProduct(content, product));
  const amountCents = items.reduce((sum, { priceCents, discountCents }) => sum + priceCents - discountCents, 0);
  const minutes = 10 * 60 + 15 * Math.floor(random() * 36);
  return {
    on: day,
    time: `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    staff: random() < 0.8 ? staff : 2 + Math.floor(random() * (content.staff.length - 2)),
    ...{ items, amountCents, payments: paid(amountCents, random) },
    note: random() < 0.18 ? pick(random, content.visitNotes) : null,
    formula: formulaOf(content, items, random),
    voided: random() < 0.002,
  };
}

function ofService(content: SampleContent, place: number, random: () => number): SampleItem {
  const { name, price } = content.services[place] ?? { name: '', price: 0 };
  const discount = random() < 0.1 ? 0.1 : 0;
  return { service: place, product: null, name, priceCents: price * 100, discountCents: Math.round(price * 100 * discount) };
}

function ofProduct(content: SampleContent, place: number): SampleItem {
  const { name, price } = content.products[place] ?? { name: '', price: 0 };
  return { service: null, product: place, name, priceCents: price * 100, discountCents: 0 };
}

function paid(amountCents: number, random: () => number): SampleVisit['payments'] {
  const payment = pick(random, ['wechat', 'wechat', 'wechat', 'alipay', 'alipay', 'card', 'cash']);
  if (random() > 0.04 || payment === 'cash') return [{ payment, amountCents }];
  const inCash = Math.min(amountCents, 10_000);
  return [
    { payment, amountCents: amountCents - inCash },
    { payment: 'cash', amountCents: inCash },
  ];
}

/** Of colour and of lashes it is kept what was mixed. */
function formulaOf(content: SampleContent, items: readonly SampleItem[], random: () => number): string | null {
  if (items.some(({ service }) => service === COLOUR)) return pick(random, content.formulas.slice(0, -1));
  return items.some(({ service }) => service === LASHES) ? (content.formulas.at(-1) ?? null) : null;
}

/** Place of colouring in the list of services. */
export const COLOUR = 8;
const LASHES = 13;

/** The shop is closed on Mondays. */
function openDay(day: IsoDate): IsoDate {
  return weekdayOf(day) === 1 ? addDays(day, 1) : day;
}
