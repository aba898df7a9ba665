// The state of the visit panel: what was chosen, what it costs, what is still wrong, and saving it.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { cents, type Cents } from '../../shared/core/money';
import type { IsoDate } from '../../shared/core/date';
import { ClockTime, type Visit, type VisitOffer } from '../../shared/visits/contract';
import { useToday } from '../core/clock';
import { useCommand } from '../core/data';
import { useRights } from '../core/rights';
import { applyDiscount } from './discount';
import { proposalFor, type Proposal } from './proposal';
import { useSaveVisit } from './useSaveVisit';
import { itemOfService, priceOf, quantityOf, subtotalOf, type ItemValue, type VisitValues } from './visit-values';

type OfferedService = VisitOffer['services'][number];
export interface OpenConflict {
  readonly service: OfferedService;
  readonly conflict: NonNullable<OfferedService['conflict']>;
}

export interface VisitForm {
  readonly values: VisitValues;
  readonly subtotal: Cents;
  readonly amount: Cents | null;
  readonly conflicts: readonly OpenConflict[];
  readonly proposal: Proposal;
  readonly visitedOn: IsoDate;
  /** Something is missing or wrong; shown once saving was tried. */
  readonly problems: ReadonlySet<'items' | 'prices' | 'discount' | 'when' | 'next'>;
  readonly tried: boolean;
  readonly busy: boolean;
  readonly error: ReturnType<typeof useCommand<'visits.record'>>['error'];
  change(part: Partial<VisitValues>): void;
  toggle(service: OfferedService): void;
  changeItem(key: string, part: Partial<ItemValue>): void;
  removeItem(key: string): void;
  /** True when it is saved. */
  save(): Promise<boolean>;
}

export interface VisitFormParts {
  readonly client: ClientPage;
  readonly offer: VisitOffer;
  readonly changes: Visit | null;
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
  const subtotal = subtotalOf(items);
  const discount = useDiscount(values, subtotal);
  const done = idsOf(items);
  const proposal = proposalFor(offer, done, visitedOn, today);
  const conflicts = conflictsOf(offer, values, done);
  const problems = problemsOf(values, discount.ok);
  const saving = useSaveVisit({ client, changes, say: () => t(changes ? 'changed' : 'saved', { name: client.name }) });
  async function save(): Promise<boolean> {
    setTried(true);
    if (problems.size > 0 || conflicts.length > 0 || !discount.ok) return false;
    return saving.save(values, { amountCents: discount.amountCents, visitedOn, proposal });
  }
  return {
    values,
    subtotal,
    amount: discount.ok ? discount.amountCents : null,
    conflicts,
    proposal,
    visitedOn,
    problems,
    tried,
    busy: saving.busy,
    error: saving.error,
    change,
    toggle: (service) => {
      const chosen = items.some((item) => item.key === service.id);
      change({
        items: chosen ? items.filter((item) => item.key !== service.id) : [...items, itemOfService(service)],
        overrides: values.overrides.filter(({ serviceId }) => serviceId !== service.id),
      });
    },
    changeItem: (key, part) => change({ items: items.map((item) => (item.key === key ? { ...item, ...part } : item)) }),
    removeItem: (key) => change({ items: items.filter((item) => item.key !== key) }),
    save,
  };
}

export const NOTHING_TO_PAY = cents(0);

/** Who may not change prices takes what the list says, whatever an old draft holds. */
function useDiscount({ discount }: VisitValues, subtotal: Cents): ReturnType<typeof applyDiscount> {
  const { can } = useRights();
  return applyDiscount(can('money.change') ? discount : '', subtotal);
}

function conflictsOf(offer: VisitOffer, { given, overrides }: VisitValues, done: readonly string[]): readonly OpenConflict[] {
  const settled = new Set([...given, ...overrides.map(({ serviceId }) => serviceId)]);
  return offer.services.flatMap((service) =>
    service.conflict && done.includes(service.id) && !settled.has(service.id) ? [{ service, conflict: service.conflict }] : [],
  );
}

function idsOf(items: readonly ItemValue[]): string[] {
  return items.flatMap((item) => (item.serviceId === null ? [] : [item.serviceId]));
}

function problemsOf(values: VisitValues, discountOk: boolean): VisitForm['problems'] {
  const problems = new Set<'items' | 'prices' | 'discount' | 'when' | 'next'>();
  if (values.items.length === 0) problems.add('items');
  if (values.items.some((item) => priceOf(item) === null || quantityOf(item) === null)) problems.add('prices');
  if (!discountOk) problems.add('discount');
  const { when, next } = values;
  if (when && (when.on === null || (when.time !== '' && !ClockTime.safeParse(when.time).success))) problems.add('when');
  if (next?.on && next.dueOn === null) problems.add('next');
  return problems;
}
