// The state of the visit panel: what was chosen, what it costs, what is still wrong, and saving it.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { cents, type Cents } from '../../shared/core/money';
import type { IsoDate } from '../../shared/core/date';
import { ClockTime, type CurrentVisit, type VisitOffer } from '../../shared/visits/contract';
import { fitsVisit, lineDiscounts, subtotalOfLines } from '../../shared/visits/sums';
import { useToday } from '../core/clock';
import { useCommand } from '../core/data';
import { useRights } from '../core/rights';
import { applyDiscount } from './discount';
import { itemOfService, lineOf, problemOf } from './lines';
import { isSettled } from './payments';
import { proposalFor, type Proposal } from './proposal';
import { useSaveVisit } from './useSaveVisit';
import { newKey, type ItemValue, type VisitValues } from './visit-values';

type OfferedService = VisitOffer['services'][number];
/** A chosen service or product that something of the client's health speaks against. */
export interface OpenConflict {
  readonly id: string;
  readonly name: string;
  readonly of: 'service' | 'product';
  readonly conflict: NonNullable<OfferedService['conflict']>;
}

export interface VisitForm {
  readonly values: VisitValues;
  /** What everything costs before anything is taken off. */
  readonly subtotal: Cents;
  /** What is taken off single lines. */
  readonly off: Cents;
  readonly amount: Cents | null;
  readonly conflicts: readonly OpenConflict[];
  readonly proposal: Proposal;
  readonly visitedOn: IsoDate;
  /** Something is missing or wrong; shown once saving was tried. */
  readonly problems: ReadonlySet<Problem>;
  readonly tried: boolean;
  readonly busy: boolean;
  readonly error: ReturnType<typeof useCommand<'visits.record'>>['error'];
  change(part: Partial<VisitValues>): void;
  /** A service with a number key: there, or not there. */
  toggle(service: OfferedService): void;
  /** One line more. */
  add(item: ItemValue): void;
  changeItem(key: string, part: Partial<ItemValue>): void;
  removeItem(key: string): void;
  /** Done all the same, for a reason. */
  override(open: OpenConflict, reason: string): void;
  /** Not done, or not sold: all its lines go. */
  drop(open: OpenConflict): void;
  /** True when it is saved. */
  save(): Promise<boolean>;
}

type Problem = 'items' | 'prices' | 'discount' | 'payments' | 'when' | 'next';

export interface VisitFormParts {
  readonly client: ClientPage;
  readonly offer: VisitOffer;
  /** As it stands now. */
  readonly changes: CurrentVisit | null;
  readonly start: VisitValues;
  readonly keep: (values: VisitValues) => void;
}

export function useVisitForm({ client, offer, changes, start, keep }: VisitFormParts): VisitForm {
  const { t } = useTranslation('visits');
  const today = useToday();
  const [values, setValues] = useState(start);
  const [tried, setTried] = useState(false);
  const { items } = values;
  function change(part: Partial<VisitValues>): void {
    const next = { ...values, ...part };
    setValues(next);
    keep(next);
  }
  const visitedOn = values.when?.on ?? today;
  const { subtotal, off, amount } = useAmounts(values);
  const done = idsOf(items);
  const proposal = proposalFor(offer, done, visitedOn, today);
  const conflicts = conflictsOf(offer, values);
  const problems = problemsOf(values, amount);
  const saving = useSaveVisit({ client, changes, say: () => t(changes ? 'changed' : 'saved', { name: client.name }) });
  async function save(): Promise<boolean> {
    setTried(true);
    if (problems.size > 0 || conflicts.length > 0 || amount === null) return false;
    return saving.save(values, { amountCents: amount, visitedOn, proposal });
  }
  return {
    ...{ values, subtotal, off, amount, conflicts, proposal, visitedOn, problems, tried, change, save },
    busy: saving.busy,
    error: saving.error,
    toggle: (service) => {
      const chosen = items.some((item) => item.serviceId === service.id);
      change({
        items: chosen ? items.filter((item) => item.serviceId !== service.id) : [...items, itemOfService(service)],
        overrides: withoutReason(values, service.id),
      });
    },
    override: ({ id, of }, reason) => {
      const which = of === 'service' ? { serviceId: id, productId: null } : { serviceId: null, productId: id };
      change({ overrides: [...withoutReason(values, id), { ...which, reason }] });
    },
    drop: ({ id }) => change({ items: items.filter((item) => offeredId(item) !== id), overrides: withoutReason(values, id) }),
    add: (item) => change({ items: [...items, { ...item, key: newKey(items, item.key) }] }),
    changeItem: (key, part) => change({ items: items.map((item) => (item.key === key ? { ...item, ...part } : item)) }),
    removeItem: (key) => change({ items: items.filter((item) => item.key !== key) }),
  };
}

/** `amount` is null while the discount cannot be read. Who may not change prices takes what the list says, whatever an old draft holds. */
function useAmounts({ items, discount }: VisitValues): Pick<VisitForm, 'subtotal' | 'off' | 'amount'> {
  const { can } = useRights();
  const lines = items.map(lineOf);
  const subtotal = cents(subtotalOfLines(lines));
  const off = cents(can('money.change') ? lineDiscounts(lines) : 0);
  const taken = applyDiscount(can('money.change') ? discount : '', cents(subtotal - off));
  return { subtotal, off, amount: taken.ok ? taken.amountCents : null };
}

function conflictsOf({ services, products }: VisitOffer, { items, given, overrides }: VisitValues): readonly OpenConflict[] {
  const settled = new Set([...given, ...overrides.map(offeredId)]);
  const chosen = new Set(items.map(offeredId));
  const met = (of: OpenConflict['of'], { id, name, conflict }: VisitOffer['products'][number] | OfferedService): OpenConflict[] =>
    conflict && chosen.has(id) && !settled.has(id) ? [{ id, name, of, conflict }] : [];
  return [...services.flatMap((one) => met('service', one)), ...products.flatMap((one) => met('product', one))];
}

function offeredId({ serviceId, productId }: Pick<ItemValue, 'serviceId' | 'productId'>): string | null {
  return serviceId ?? productId;
}

function withoutReason({ overrides }: VisitValues, id: string): VisitValues['overrides'] {
  return overrides.filter((one) => offeredId(one) !== id);
}

function idsOf(items: readonly ItemValue[]): string[] {
  return items.flatMap((item) => (item.serviceId === null ? [] : [item.serviceId]));
}

function problemsOf(values: VisitValues, amount: Cents | null): VisitForm['problems'] {
  const problems = new Set<Problem>();
  if (values.items.length === 0) problems.add('items');
  if (values.items.some((item) => problemOf(item) !== null)) problems.add('prices');
  if (amount === null || !fitsVisit(amount)) problems.add('discount');
  else if (!isSettled(values.payments, amount)) problems.add('payments');
  const { when, next } = values;
  if (when && (when.on === null || (when.time !== '' && !ClockTime.safeParse(when.time).success))) problems.add('when');
  if (next?.on && next.dueOn === null) problems.add('next');
  return problems;
}
