// Rules of patch tests: written down by who may change health, read by who may read it, and sealed in the book.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ClientId } from '../../shared/ids';
import { anApp, OWNER, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { ownerAgain, someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { phone: '13801385331' });
});
afterEach(() => app.close());

type Draft = Input<'patchTests.record'>['draft'];
const aDraft = (given: Partial<Draft> = {}): Draft => ({
  ...{ serviceId: null, substance: '对苯二胺', on: '2026-03-10', validUntil: '2026-09-10', result: 'none', note: '耳后，四十八小时' },
  ...given,
});
const record = async (given: Partial<Draft> = {}) => (await app.call('patchTests.record', { clientId: client, draft: aDraft(given) })).id;
const shown = () => app.call('patchTests.of', { clientId: client });
const stored = () => app.house.vault.database().prepare<[], { sealed: string }>('SELECT sealed FROM patch_test').all();

describe('a patch test', () => {
  test('is listed newest first, with service or substance, result, how long it counts and who noted it', async () => {
    const plain = { group: null, minutes: 60, priceCents: null, followUpDays: null, followUpNote: null, ingredients: [], active: true };
    const { id: serviceId } = await app.call('catalogue.create', { ...plain, name: '染发' });
    await record({ on: '2025-03-10', validUntil: '2025-09-10' });
    await record({ serviceId, substance: '', result: 'reaction', note: '' });
    expect(await shown()).toMatchObject({
      hidden: false,
      tests: [
        { service: { id: serviceId, name: '染发' }, substance: '', on: '2026-03-10', result: 'reaction', note: null, by: OWNER.ownerName },
        { service: null, substance: '对苯二胺', on: '2025-03-10', validUntil: '2025-09-10', result: 'none', note: '耳后，四十八小时' },
      ],
    });
  });

  test('is refused for a day that has not come, of nothing at all, or when it ends before it begins', async () => {
    await expect(record({ on: '2026-03-15' })).rejects.toMatchObject({ code: 'patch-tests.in-future' });
    await expect(record({ substance: ' ' })).rejects.toMatchObject({ code: 'bridge.bad-input' });
    await expect(record({ validUntil: '2026-03-09' })).rejects.toMatchObject({ code: 'bridge.bad-input' });
    expect(await shown()).toEqual({ tests: [], hidden: false });
  });

  test('is refused for a client in the bin', async () => {
    await app.call('clients.remove', { id: client });
    await expect(record()).rejects.toMatchObject({ code: 'clients.in-bin' });
  });

  test('can be changed, removed and brought back', async () => {
    const id = await record({ result: 'pending' });
    await app.call('patchTests.update', { id, draft: aDraft({ result: 'reaction', note: '发红' }) });
    expect((await shown()).tests).toMatchObject([{ id, result: 'reaction', note: '发红' }]);
    const { act } = await app.act('patchTests.remove', { id });
    expect((await shown()).tests).toEqual([]);
    await expect(app.call('patchTests.update', { id, draft: aDraft() })).rejects.toMatchObject({ code: 'record.not-found' });
    await app.call('history.undo', { actId: act! });
    expect((await shown()).tests).toMatchObject([{ id, result: 'reaction' }]);
  });

  test('says in the book itself neither what was tried nor how the skin answered', async () => {
    const id = await record({ result: 'reaction' });
    await app.call('patchTests.update', { id, draft: aDraft({ result: 'reaction', note: '起疹' }) });
    const journal = app.house.vault.database().prepare("SELECT before, after FROM journal WHERE table_name = 'patch_test'").all();
    expect(JSON.stringify([stored(), journal])).not.toMatch(/对苯二胺|reaction|起疹|耳后/);
  });

  test('of an erased client leaves nothing behind', async () => {
    await record();
    await app.call('clients.remove', { id: client });
    const { number } = await app.call('clients.get', { id: client });
    await app.call('clients.erase', { id: client, confirm: number });
    expect(stored()).toEqual([]);
  });
});

describe('who may not see health', () => {
  test('is told that there are tests, and nothing of them', async () => {
    await record();
    await someoneWith(app, { levels: { health: 'masked' } });
    expect(await shown()).toEqual({ tests: [], hidden: true });
    await expect(record()).rejects.toMatchObject({ code: 'session.not-allowed' });
  });

  test('is not told of them at all when health does not exist for them', async () => {
    await record();
    await someoneWith(app, { levels: { health: 'none' } });
    expect(await shown()).toEqual({ tests: [], hidden: false });
  });

  test('and who sees it but may not change it reads and does not write', async () => {
    const id = await record();
    await someoneWith(app, { levels: { health: 'see' } });
    expect((await shown()).tests).toMatchObject([{ id }]);
    await expect(app.call('patchTests.remove', { id })).rejects.toMatchObject({ code: 'session.not-allowed' });
  });

  test('and who sees no phones finds them masked, and does not lose them by saving', async () => {
    const id = await record({ note: '问 138-0138-5331' });
    await someoneWith(app, { levels: { contact: 'masked' } });
    const [masked] = (await shown()).tests;
    expect(masked?.note).not.toContain('0138');
    await app.call('patchTests.update', { id, draft: aDraft({ note: masked?.note ?? null, result: 'pending' }) });
    await ownerAgain(app);
    expect((await shown()).tests).toMatchObject([{ result: 'pending', note: '问 138-0138-5331' }]);
  });
});
