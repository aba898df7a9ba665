// A service that meets an alert is recorded only with a reason, whoever asks by whatever way.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ActId, ClientId, ServiceId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit, aVisitDraft } from '../support/build';
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
});
