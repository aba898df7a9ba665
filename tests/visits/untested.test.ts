// A service that needs a patch test is recorded only with one that counts, or with a reason.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ClientId, ServiceId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisitDraft } from '../support/build';
import { ownerAgain, someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
let dye: ServiceId;
let lashes: ServiceId;

beforeEach(async () => {
  app = await anApp();
  dye = await aService('染发补色', ['PPD'], true);
  lashes = await aService('种睫毛', ['氰基丙烯酸酯'], false);
  client = await aClient(app);
});
afterEach(() => app.close());

async function aService(name: string, ingredients: string[], needsPatchTest: boolean): Promise<ServiceId> {
  const rest = { group: null, minutes: 60, priceCents: 10_000, followUpDays: null, followUpNote: null, active: true };
  return (await app.call('catalogue.create', { ...rest, name, ingredients, needsPatchTest })).id;
}

type Draft = Input<'patchTests.record'>['draft'];
const tested = (given: Partial<Draft>) =>
  app.call('patchTests.record', {
    clientId: client,
    draft: { serviceId: dye, substance: '', on: '2026-03-10', validUntil: '2026-09-10', result: 'none', note: null, ...given },
  });
const draft = (service: ServiceId, reason?: string) =>
  aVisitDraft({
    clientId: client,
    items: [{ serviceId: service, name: '项目', quantity: 1, priceCents: 10_000 }],
    amountCents: 10_000,
    overrides: reason === undefined ? [] : [{ serviceId: service, reason }],
  });
const record = (service: ServiceId, reason?: string) => app.call('visits.record', draft(service, reason));
const offered = async (service: ServiceId) =>
  (await app.call('visits.offer', { clientId: client })).services.find(({ id }) => id === service)?.conflict;
const REFUSED = { code: 'visits.conflict', details: { services: ['染发补色'] } };

test('is refused without a test, and taken with one that counts', async () => {
  expect(await offered(dye)).toEqual({ kind: 'patch-test', standing: 'missing', on: null });
  await expect(record(dye)).rejects.toMatchObject(REFUSED);
  await tested({});
  expect(await offered(dye)).toBeNull();
  await record(dye);
});

test.each([
  ['expired', { on: '2025-03-10', validUntil: '2026-03-13' }],
  ['pending', { result: 'pending' }],
  ['reaction', { result: 'reaction' }],
] as const)('is refused when the test is %s, and taken with a reason that is kept sealed', async (standing, given) => {
  await tested(given);
  expect(await offered(dye)).toMatchObject({ kind: 'patch-test', standing });
  await expect(record(dye)).rejects.toMatchObject(REFUSED);
  await record(dye, '本人坚持');
  const { overrides, unseen } = await app.call('visits.overrides', { limit: 10 });
  expect(overrides).toMatchObject([{ service: '染发补色', what: { kind: 'patch-test', standing }, reason: '本人坚持', seen: false }]);
  expect(unseen).toBe(1);
  const kept = app.house.vault.database().prepare('SELECT kind, sealed FROM conflict_override').all();
  expect(kept).toMatchObject([{ kind: 'patch-test' }]);
  expect(JSON.stringify(kept)).not.toMatch(/本人|expired|reaction|pending/);
});

test('that asks for no test is asked about all the same when something in it caused a reaction', async () => {
  expect(await offered(lashes)).toBeNull();
  await tested({ serviceId: null, substance: '氰基丙烯酸酯', result: 'reaction' });
  expect(await offered(lashes)).toMatchObject({ standing: 'reaction' });
  await expect(record(lashes)).rejects.toMatchObject({ details: { services: ['种睫毛'] } });
});

describe('who may not read health', () => {
  const show = () => app.call('reveals.show', { clientId: client, what: 'health', reason: '今天给她做', approval: null });
  const HIDDEN = { code: 'visits.alerts-hidden' };

  test.each(['none', 'masked'] as const)(
    'records nothing, with health %s, for a client whose tests they were not shown',
    async (health) => {
      await tested({ serviceId: null, substance: '氰基丙烯酸酯', result: 'reaction' });
      await someoneWith(app, { levels: { health } });
      expect(await offered(lashes)).toBeNull();
      await expect(record(lashes)).rejects.toMatchObject(HIDDEN);
      await expect(record(lashes, '本人坚持')).rejects.toMatchObject(HIDDEN);
    },
  );

  test('is shown the tests with the alerts, is told that something speaks against it and not what, and is asked why', async () => {
    await tested({ serviceId: null, substance: '氰基丙烯酸酯', result: 'reaction', note: '耳后红' });
    await someoneWith(app, { levels: { health: 'masked' } });
    expect(await show()).toMatchObject({ tests: [{ substance: '氰基丙烯酸酯', result: 'reaction', note: '耳后红' }] });
    expect(await offered(lashes)).toEqual({ kind: 'hidden' });
    await expect(record(lashes)).rejects.toMatchObject({ code: 'visits.conflict', details: { services: ['种睫毛'] } });
    await record(lashes, '本人坚持');
    await ownerAgain(app);
    expect(await app.call('visits.overrides', { limit: 10 })).toMatchObject({
      overrides: [{ service: '种睫毛', what: { standing: 'reaction' }, reason: '本人坚持' }],
    });
  });

  test('is asked about a missing test like anybody where nothing is written down, and needs no reveal for it', async () => {
    await someoneWith(app, { levels: { health: 'masked' } });
    expect(await offered(dye)).toEqual({ kind: 'patch-test', standing: 'missing', on: null });
    await expect(record(dye)).rejects.toMatchObject(REFUSED);
    await record(dye, '本人坚持');
  });

  test('and may not even know whether there are tests, records no service that needs one', async () => {
    await someoneWith(app, { levels: { health: 'none' } });
    await expect(record(dye)).rejects.toMatchObject(HIDDEN);
    await record(lashes);
  });
});
