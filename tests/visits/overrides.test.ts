// A service that meets an alert is recorded only with a reason, whoever asks by whatever way.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ActId, ClientId, ProductId, ServiceId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit, aVisitDraft } from '../support/build';
import { damageOverride } from '../support/damage';
import { someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
let dye: ServiceId;
let perm: ServiceId;
let facial: ServiceId;

beforeEach(async () => {
  app = await anApp();
  dye = await aService('染发补色', ['PPD']);
  perm = await aService('烫发', ['PPD', '氨水']);
  facial = await aService('补水护理', []);
  client = await aClient(app, { alerts: [{ id: null, kind: 'allergy', text: '对苯二胺（PPD）', detail: '头皮红肿' }] });
});
afterEach(() => app.close());

async function aService(name: string, ingredients: string[]): Promise<ServiceId> {
  const rest = { group: null, minutes: 60, priceCents: 10_000, followUpDays: null, followUpNote: null, active: true };
  return (await app.call('catalogue.create', { ...rest, name, ingredients })).id;
}

const itemOf = (serviceId: ServiceId) => ({ serviceId, name: '项目', quantity: 1, priceCents: 10_000 });
const draft = (services: ServiceId[], overrides: Input<'visits.record'>['overrides'] = []) =>
  aVisitDraft({ clientId: client, items: services.map(itemOf), amountCents: services.length * 10_000, overrides });
const why = (serviceId: ServiceId, reason = '做过皮试') => ({ serviceId, reason });
const kept = () =>
  app.house.vault
    .database()
    .prepare<[], { service: string; kind: string; sealed: string; by: string }>(
      'SELECT s.uid AS service, o.kind, o.sealed, o.by FROM conflict_override o JOIN service s ON s.id = o.service_id ORDER BY o.id',
    )
    .all();
const list = (limit = 100) => app.call('visits.overrides', { limit });
const visits = async () => (await app.call('clients.get', { id: client })).visits;

describe('recording', () => {
  test('refuses a service that meets an alert, names it and nothing of the alert, and writes nothing', async () => {
    const refused = { code: 'visits.conflict', details: { services: ['染发补色', '烫发'] } };
    await expect(app.call('visits.record', draft([dye, facial, perm]))).rejects.toMatchObject(refused);
    expect(await visits()).toBe(0);
  });

  test('wants a reason for each of them', async () => {
    await expect(app.call('visits.record', draft([dye, perm], [why(dye)]))).rejects.toMatchObject({ details: { services: ['烫发'] } });
    await expect(app.call('visits.record', draft([dye], [why(dye, '  ')]))).rejects.toMatchObject({ code: 'bridge.bad-input' });
  });

  test('keeps the reason sealed, with who gave it, and for nothing that meets no alert', async () => {
    await app.call('visits.record', draft([dye, facial], [why(dye), why(facial)]));
    expect(kept()).toMatchObject([{ service: dye, kind: 'alert', by: '苏敏' }]);
    expect(kept()[0]?.sealed).not.toMatch(/皮试|PPD|苯/);
  });

  test('is taken back in one with its visit', async () => {
    const { act } = await app.act('visits.record', draft([dye], [why(dye)]));
    await app.call('history.undo', { actId: act as ActId });
    expect(kept()).toEqual([]);
    expect(await visits()).toBe(0);
  });

  test('asks nothing of a client whose alert was ended', async () => {
    const [alert] = (await app.call('clients.get', { id: client })).preferences;
    await app.call('preferences.end', { id: alert!.id, reason: '复查过' });
    await app.call('visits.record', draft([dye]));
    expect(kept()).toEqual([]);
  });

  test('tells nobody of a conflict who may not read alerts', async () => {
    await someoneWith(app, { levels: { health: 'masked' } });
    await expect(app.call('visits.record', draft([dye]))).rejects.toMatchObject({ code: 'visits.alerts-hidden' });
  });
});

describe('changing a visit', () => {
  test('asks for a service that is added, and not again for one that was there', async () => {
    const { id } = await app.call('visits.record', draft([dye], [why(dye)]));
    await app.call('visits.update', { id, draft: { ...draft([dye, facial]), note: '补一句' } });
    expect(kept()).toMatchObject([{ service: dye }]);
    await expect(app.call('visits.update', { id, draft: draft([dye, perm]) })).rejects.toMatchObject({ details: { services: ['烫发'] } });
    await app.call('visits.update', { id, draft: draft([dye, perm], [why(perm)]) });
    expect(kept()).toMatchObject([{ service: dye }, { service: perm }]);
  });

  test('lets a reason go with its service, and undo brings it back', async () => {
    const { id } = await app.call('visits.record', draft([dye, facial], [why(dye)]));
    const { act } = await app.act('visits.update', { id, draft: draft([facial]) });
    expect(kept()).toEqual([]);
    await app.call('history.undo', { actId: act as ActId });
    expect(kept()).toMatchObject([{ service: dye }]);
  });

  test('asks for everything when the visit goes to another client', async () => {
    const id = await aVisit(app, { clientId: await aClient(app), items: [itemOf(dye)], amountCents: 10_000 });
    await expect(app.call('visits.update', { id, draft: draft([dye]) })).rejects.toMatchObject({ code: 'visits.conflict' });
  });

  test.each(['none', 'masked'] as const)('adds no service for who was not shown the alerts, with health %s', async (health) => {
    const { id } = await app.call('visits.record', draft([facial]));
    const other = await aVisit(app, { clientId: await aClient(app), items: [itemOf(facial)], amountCents: 10_000 });
    await someoneWith(app, { levels: { health } });
    const refusal = { code: 'visits.alerts-hidden' };
    await expect(app.call('visits.update', { id, draft: draft([facial, dye]) })).rejects.toMatchObject(refusal);
    await expect(app.call('visits.update', { id: other, draft: draft([facial]) })).rejects.toMatchObject(refusal);
    await app.call('visits.update', { id, draft: { ...draft([facial]), note: '补一句' } });
    if (health === 'none') return;
    await app.call('reveals.show', { clientId: client, what: 'health', reason: '今天给她染发', approval: null });
    await expect(app.call('visits.update', { id, draft: draft([facial, dye]) })).rejects.toMatchObject({ code: 'visits.conflict' });
    await app.call('visits.update', { id, draft: draft([facial, dye], [why(dye)]) });
    expect(kept()).toMatchObject([{ service: dye, kind: 'alert' }]);
  });
});

describe('a product', () => {
  let cream: ProductId;
  let mask: ProductId;
  const line = (productId: ProductId) => ({ serviceId: null, productId, name: '产品', quantity: 1, priceCents: 10_000 });
  const selling = (products: ProductId[], reasons: Input<'visits.record'>['overrides'] = []) =>
    aVisitDraft({ clientId: client, items: products.map(line), amountCents: products.length * 10_000, overrides: reasons });
  const because = (productId: ProductId) => ({ productId, reason: '本人要买' });
  const all = () =>
    app.house.vault
      .database()
      .prepare<[], { service_id: number | null; kind: string; sealed: string }>('SELECT service_id, kind, sealed FROM conflict_override')
      .all();

  beforeEach(async () => {
    const rest = { group: null, priceCents: 10_000, active: true };
    cream = (await app.call('catalogue.createProduct', { ...rest, name: '染膏', ingredients: ['PPD'] })).id;
    mask = (await app.call('catalogue.createProduct', { ...rest, name: '面膜', ingredients: ['玻尿酸'] })).id;
  });

  test('that holds what an alert names is offered with what speaks against it, and refused without a reason', async () => {
    const { products } = await app.call('visits.offer', { clientId: client });
    expect(products).toMatchObject([
      { id: cream, conflict: { kind: 'allergy', ingredient: 'PPD' } },
      { id: mask, conflict: null },
    ]);
    const refused = { code: 'visits.conflict', details: { services: ['染膏'] } };
    await expect(app.call('visits.record', selling([cream, mask]))).rejects.toMatchObject(refused);
    expect(await visits()).toBe(0);
  });

  test('is kept with its reason, sealed, and the owner reads its name', async () => {
    await app.call('visits.record', selling([cream], [because(cream)]));
    expect(all()).toMatchObject([{ service_id: null, kind: 'alert' }]);
    expect(all()[0]?.sealed).not.toMatch(/染膏|PPD|本人/);
    expect((await list()).overrides).toMatchObject([{ service: null, product: '染膏', reason: '本人要买', what: { ingredient: 'PPD' } }]);
  });

  test('keeps its reason while it stays on the visit, and lets it go with it', async () => {
    const { id } = await app.call('visits.record', selling([cream, mask], [because(cream)]));
    await app.call('visits.update', { id, draft: { ...selling([cream]), note: '补一句' } });
    expect(all()).toHaveLength(1);
    const { act } = await app.act('visits.update', { id, draft: selling([mask]) });
    expect(all()).toEqual([]);
    await app.call('history.undo', { actId: act as ActId });
    expect(all()).toHaveLength(1);
  });

  test('that holds what a patch test was answered by is refused, whatever it is sold for', async () => {
    await app.call('patchTests.record', {
      clientId: client,
      draft: { serviceId: null, substance: '玻尿酸', on: '2026-03-10', validUntil: '2026-09-10', result: 'reaction', note: null },
    });
    await expect(app.call('visits.record', selling([mask]))).rejects.toMatchObject({ details: { services: ['面膜'] } });
  });
});

describe('the owner', () => {
  test('is told of each, newest first, until they have seen it', async () => {
    await app.call('visits.record', draft([dye], [why(dye)]));
    await app.call('visits.record', draft([perm], [why(perm, '和本人确认过')]));
    const { overrides, unseen } = await list();
    expect(unseen).toBe(2);
    expect(overrides).toMatchObject([{ service: '烫发', reason: '和本人确认过' }, { service: '染发补色' }]);
    expect(overrides[1]).toEqual({
      id: expect.any(String),
      client: { id: client, name: '林若溪' },
      service: '染发补色',
      product: null,
      what: { kind: 'allergy', text: '对苯二胺（PPD）', ingredient: 'PPD' },
      reason: '做过皮试',
      by: '苏敏',
      at: '2026-03-14T04:00:00.000Z',
      seen: false,
    });
    await app.call('visits.seenOverride', { id: overrides[1]!.id });
    expect(await list()).toMatchObject({ overrides: [{ seen: false }, { seen: true }], total: 2, unseen: 1 });
    expect(await list(1)).toMatchObject({ overrides: [{ service: '烫发' }], total: 2 });
  });

  test('reads the others when the words of one are damaged, and sees that it was there', async () => {
    await app.call('visits.record', draft([dye], [why(dye)]));
    await app.call('visits.record', draft([perm], [why(perm, '和本人确认过')]));
    damageOverride(app);
    const { overrides, unseen } = await list();
    expect(unseen).toBe(2);
    expect(overrides).toMatchObject([
      { service: '烫发', reason: '和本人确认过' },
      { service: '染发补色', what: null, reason: null, by: '苏敏' },
    ]);
    await app.call('visits.seenOverride', { id: overrides[1]!.id });
    expect((await list()).unseen).toBe(1);
  });

  test('still reads of it when the visit was struck out', async () => {
    const { id } = await app.call('visits.record', draft([dye], [why(dye)]));
    await app.call('visits.remove', { id, reason: '记错了' });
    expect((await list()).overrides).toMatchObject([{ service: '染发补色' }]);
  });

  test('has seen what is then not taken back', async () => {
    const { act } = await app.act('visits.record', draft([dye], [why(dye)]));
    await app.call('visits.seenOverride', { id: (await list()).overrides[0]!.id });
    await expect(app.call('history.undo', { actId: act as ActId })).rejects.toMatchObject({ code: 'history.changed-later' });
    expect(await list()).toMatchObject({ total: 1, unseen: 0 });
  });

  test('alone is told, and the log says that they looked', async () => {
    await app.call('visits.record', draft([dye], [why(dye)]));
    const { id } = (await list()).overrides[0]!;
    await app.call('visits.seenOverride', { id });
    const log = { filter: { from: null, to: null, accountId: null, events: [], clientId: client }, before: null, limit: 100 };
    expect((await app.call('audit.list', log)).entries[0]).toMatchObject({ operation: 'visits.seenOverride', client: { id: client } });
    await someoneWith(app, {});
    await expect(list()).rejects.toMatchObject({ code: 'session.not-allowed' });
    await expect(app.call('visits.seenOverride', { id })).rejects.toMatchObject({ code: 'session.not-allowed' });
  });
});
