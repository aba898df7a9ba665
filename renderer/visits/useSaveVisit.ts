// Saving a visit: what was typed by hand and is to be kept goes into the catalogue first.

import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import type { Cents } from '../../shared/core/money';
import type { IsoDate } from '../../shared/core/date';
import type { Input } from '../../shared/contract';
import type { Visit } from '../../shared/visits/contract';
import { useCommand } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import type { Proposal } from './proposal';
import { discountOf, priceOf, quantityOf } from './lines';
import { paidIn } from './payments';
import type { ItemValue, VisitValues } from './visit-values';

type Draft = Input<'visits.record'>;

export interface Settled {
  readonly amountCents: Cents;
  readonly visitedOn: IsoDate;
  readonly proposal: Proposal;
}

export function useSaveVisit({
  client,
  changes,
  say,
}: {
  readonly client: ClientPage;
  readonly changes: Visit | null;
  readonly say: () => string;
}) {
  const format = useFormat();
  const { can } = useRights();
  const record = useCommand('visits.record', { say });
  const update = useCommand('visits.update', { say });
  const catalogue = useIntoCatalogue();
  const noteOf = useFollowUpNote();
  async function save(values: VisitValues, settled: Settled): Promise<boolean> {
    const items: ItemValue[] = [];
    for (const item of values.items) {
      const kept = await catalogue.add(item);
      if (!kept) return false;
      items.push(kept);
    }
    const draft: Draft = {
      clientId: client.id,
      on: settled.visitedOn,
      time: values.when ? values.when.time || null : format.clock(new Date()),
      items: items.map(draftItem),
      staffId: values.staffId,
      payment: values.payments.length === 0 ? values.payment : null,
      payments: paidIn(values.payments, settled.amountCents),
      amountCents: settled.amountCents,
      note: values.note.trim() === '' ? null : values.note,
      formula: values.formula.trim() === '' ? null : values.formula,
      followUp: can('follow-ups.change') ? followUpOf(values, settled.proposal, noteOf(settled.proposal)) : null,
      overrides: values.overrides.filter((why) =>
        items.some((item) => (item.serviceId ?? item.productId) === (why.serviceId ?? why.productId)),
      ),
    };
    const result = changes ? await update.run({ id: changes.id, draft, version: values.version }) : await record.run(draft);
    return result.ok;
  }
  const { error, busy } = changes ? update : record;
  return { save, busy: busy || catalogue.busy, error };
}

/** What was typed by hand becomes a service of the shop, if that is wanted. */
function useIntoCatalogue() {
  const create = useCommand('catalogue.create');
  async function add(item: ItemValue): Promise<ItemValue | null> {
    if (!item.keep || item.serviceId !== null) return item;
    const made = await create.run({
      name: item.name,
      group: null,
      minutes: null,
      priceCents: priceOf(item),
      followUpDays: null,
      followUpNote: null,
      ingredients: [],
      active: true,
    });
    return made.ok ? { ...item, serviceId: made.value.id } : null;
  }
  return { add, busy: create.busy };
}

/** What to ask, in the catalogue's words or in ours. */
export function useFollowUpNote(): (proposal: Proposal) => string {
  const { t } = useTranslation('visits');
  return ({ kind, service, days, note }) => {
    if (note !== null && note !== '') return note;
    if (kind === 'first-visit') return t('next.first');
    return service === null ? t('next.rebook') : t('next.after', { service, count: days });
  };
}

function draftItem(item: ItemValue): Draft['items'][number] {
  const { serviceId, productId, staffId, name } = item;
  return {
    serviceId,
    productId,
    staffId,
    name,
    quantity: quantityOf(item) ?? 1,
    priceCents: priceOf(item) ?? 0,
    discountCents: discountOf(item) ?? 0,
  };
}

function followUpOf({ next, staffId }: VisitValues, proposal: Proposal, note: string): Draft['followUp'] {
  if (next === null) return proposal.on ? { kind: proposal.kind, dueOn: proposal.dueOn, note, staffId } : null;
  return next.on && next.dueOn !== null ? { kind: proposal.kind, dueOn: next.dueOn, note: next.note || note, staffId } : null;
}
