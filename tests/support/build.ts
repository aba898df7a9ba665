// Builders that name only what matters to the test.

import type { ClientDraftInput } from '../../shared/clients/contract';
import type { ClientId } from '../../shared/ids';
import type { Input } from '../../shared/contract';
import type { TestApp } from './app';

const NOBODY: ClientDraftInput = {
  name: '林若溪',
  nickname: null,
  gender: null,
  birthday: null,
  phones: [],
  wechat: null,
  email: null,
  address: null,
  source: null,
  referrer: null,
  occupation: null,
  staffId: null,
  tierId: null,
  firstSeenOn: null,
  tags: [],
  alerts: [],
  askedNoAlerts: false,
};

export interface ClientWishes extends Partial<ClientDraftInput> {
  readonly phone?: string;
}

export function aDraft({ phone, ...wishes }: ClientWishes = {}): ClientDraftInput {
  return { ...NOBODY, phones: phone === undefined ? [] : [{ typed: phone, label: null }], ...wishes };
}

export async function aClient(app: TestApp, wishes: ClientWishes = {}): Promise<ClientId> {
  return (await app.call('clients.create', aDraft(wishes))).id;
}

type VisitWishes = Partial<Input<'visits.record'>> & { readonly clientId: ClientId };

export function aVisitDraft(wishes: VisitWishes): Input<'visits.record'> {
  return {
    on: '2026-03-14',
    time: null,
    items: [{ serviceId: null, name: '深层补水护理', quantity: 1, priceCents: 39_800 }],
    staffId: null,
    payment: null,
    amountCents: 39_800,
    note: null,
    followUp: null,
    ...wishes,
  };
}

export async function aVisit(app: TestApp, wishes: VisitWishes) {
  return (await app.call('visits.record', aVisitDraft(wishes))).id;
}

export async function aFollowUp(app: TestApp, clientId: ClientId, wishes: Partial<Input<'followUps.create'>> = {}) {
  return (
    await app.call('followUps.create', { clientId, kind: 'other', dueOn: '2026-03-14', staffId: null, note: '问皮肤感受', ...wishes })
  ).id;
}
