// What a visit has to be before it is written down: when it can have been, what it may cost, and that its money agrees with itself.

import { addMonths, instantOf, type IsoDate } from '../../shared/core/date';
import { Birthday, bornOn } from '../../shared/core/birthday';
import { AppError, refuse } from '../../shared/errors';
import type { ClientId } from '../../shared/ids';
import type { VisitDraft } from '../../shared/visits/contract';
import { fitsVisit, isLineDiscount, lineCents, subtotalOfLines } from '../../shared/visits/sums';
import { productPrices } from '../catalogue/offered-products';
import { listPrices, someNeedPatchTest } from '../catalogue/service';
import { clientRowIdOutOfBin } from '../clients/own';
import type { CommandContext, Context } from '../core/context';
import { may } from '../core/demand';
import { optionalRowId } from '../core/database/identity';
import { knowsOfAlerts, seesAlerts } from '../preferences/alerts';
import { wasRevealedToday } from '../reveals/today';
import type { ItemValues, PaymentValues } from './item-store';
import { aboutClient, type VisitValues } from './store';

/** Nobody records a visit of fifty years ago: it is 1926 typed for 2026, and would count as the client's first. */
const MOST_MONTHS_AGO = 600;

export interface Checked {
  readonly values: VisitValues;
  /** More than one, or none. */
  readonly payments: readonly PaymentValues[];
  /** An alert or a patch test of the client is written down. */
  readonly warned: boolean;
  /** There is something to go by: that, or a service that asks for a patch test. */
  readonly cautious: boolean;
}

export function checked(draft: VisitDraft, context: CommandContext): Checked {
  if (draft.on > context.today) throw refuse('visits.in-future');
  if (draft.on < addMonths(context.today, -MOST_MONTHS_AGO)) throw refuse('visits.too-early');
  refuseWrongSums(draft);
  const clientId = clientRowIdOutOfBin(context, draft.clientId);
  const { birthday, alerted, tested } = aboutClient(context.db, clientId);
  refuseBeforeBirth(birthday, draft.on);
  const [only, second] = draft.payments;
  const values = {
    clientId,
    visitedOn: draft.on,
    visitedTime: draft.time,
    visitedAt: instantOf(draft.on, draft.time),
    staffId: optionalRowId(context.db, 'staff', draft.staffId),
    payment: second ? null : (only?.payment ?? draft.payment),
    amountCents: draft.amountCents,
    note: draft.note === '' ? null : draft.note,
    formula: draft.formula === '' ? null : draft.formula,
  };
  const warned = alerted || tested;
  return { values, payments: second ? draft.payments : [], warned, cautious: warned || asksForPatchTest(draft, context) };
}

function asksForPatchTest({ items }: VisitDraft, context: Context): boolean {
  const ids = items.flatMap(({ serviceId }) => serviceId ?? []);
  return ids.length > 0 && someNeedPatchTest(context, ids);
}

export function itemsOf({ items }: VisitDraft, { db }: Context): ItemValues[] {
  return items.map(({ serviceId, productId, staffId, name, quantity, priceCents, discountCents }) => ({
    serviceId: optionalRowId(db, 'service', serviceId),
    productId: optionalRowId(db, 'product', productId),
    staffId: optionalRowId(db, 'staff', staffId),
    ...{ name, quantity, priceCents, discountCents },
  }));
}

/** Whoever does the work must know what to beware of: shown in full, or, if there is anything, shown for a reason today. */
export function refuseHiddenAlerts(
  context: CommandContext,
  client: ClientId,
  { warned, cautious }: Pick<Checked, 'warned' | 'cautious'>,
): void {
  if (!cautious || seesAlerts(context)) return;
  if (!knowsOfAlerts(context) || (warned && !wasRevealedToday(context, 'health', client))) throw refuse('visits.alerts-hidden');
}

/** Who may not change amounts takes what the list says: no discount, no refund, nothing that has no price. */
export function refuseOtherPrice(context: CommandContext, { items, amountCents }: VisitDraft): void {
  if (may(context, 'money', 'change')) return;
  const services = listPrices(
    context,
    items.flatMap(({ serviceId }) => serviceId ?? []),
  );
  const products = productPrices(
    context,
    items.flatMap(({ productId }) => productId ?? []),
  );
  const priced = items.map((item) => ({ ...item, listCents: services.get(item.serviceId ?? '') ?? products.get(item.productId ?? '') }));
  const listCents = subtotalOfLines(priced.map((item) => ({ priceCents: item.listCents ?? 0, quantity: item.quantity })));
  const asListed = priced.every((item) => item.priceCents === item.listCents && item.discountCents === 0);
  if (!asListed || amountCents !== listCents) throw new AppError('visits.price-fixed', { listCents });
}

function refuseWrongSums({ items, payments, amountCents }: VisitDraft): void {
  if (![...items.map(lineCents), subtotalOfLines(items), amountCents].every(fitsVisit)) throw refuse('visits.sum-too-large');
  const tooMuchOff = items.find((item) => !isLineDiscount(item, item.discountCents));
  if (tooMuchOff) throw new AppError('visits.discount-too-large', { name: tooMuchOff.name });
  if (payments.length === 0) return;
  const paidCents = payments.reduce((sum, paid) => sum + paid.amountCents, 0);
  if (paidCents !== amountCents) throw new AppError('visits.payments-differ', { paidCents, amountCents });
}

function refuseBeforeBirth(stored: string | null, on: IsoDate): void {
  const born = stored === null ? null : bornOn(Birthday.parse(stored));
  if (born !== null && on < born) throw new AppError('visits.before-birth', { bornOn: born });
}
