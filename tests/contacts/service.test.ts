// Rules of the contact log.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ClientId } from '../../shared/ids';
import { anApp, aPerson, OWNER, takeOver, type TestApp } from '../support/app';
import { aClient, aFollowUp } from '../support/build';
import { someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { phone: '13801385331' });
});
afterEach(() => app.close());

type Draft = Input<'contacts.record'>['draft'];
const aDraft = (given: Partial<Draft> = {}): Draft => ({
  ...{ channel: 'wechat', began: 'client', said: '问周六有没有位', on: '2026-03-13', time: '18:30' },
  ...given,
});
const record = async (given: Partial<Draft> = {}) => (await app.call('contacts.record', { clientId: client, draft: aDraft(given) })).id;
async function timeline(kind: Input<'timeline.of'>['kind'] = 'contact') {
  return (await app.call('timeline.of', { clientId: client, kind, before: null, limit: 50 })).items;
}
async function contacts() {
  return (await timeline()).flatMap((item) => (item.type === 'contact' ? [item.contact] : []));
}

describe('a contact', () => {
  test('stands on the timeline with who noted it, by which way, who began and when', async () => {
    await record();
    expect(await timeline()).toMatchObject([
      {
        type: 'contact',
        on: '2026-03-13',
        contact: { channel: 'wechat', began: 'client', said: '问周六有没有位', by: OWNER.ownerName, own: true },
      },
    ]);
  });

  test('is refused when it lies ahead, when nothing was said, and for a client in the bin', async () => {
    await expect(record({ on: '2026-03-15', time: '09:00' })).rejects.toMatchObject({ code: 'contacts.in-future' });
    await expect(record({ said: '  ' })).rejects.toMatchObject({ code: 'bridge.bad-input' });
    await app.call('clients.remove', { id: client });
    await expect(record()).rejects.toMatchObject({ code: 'clients.in-bin' });
  });

  test('keeps its old text in the journal when it is changed, and can be changed back', async () => {
    const id = await record();
    const { act } = await app.act('contacts.update', { id, draft: aDraft({ said: '问周日', channel: 'phone' }) });
    expect(await contacts()).toMatchObject([{ said: '问周日', channel: 'phone' }]);
    const journal = app.house.vault.database().prepare("SELECT before FROM journal WHERE table_name = 'contact' AND kind = 'update'").all();
    expect(JSON.stringify(journal)).toContain('问周六有没有位');
    await app.call('history.undo', { actId: act! });
    expect(await contacts()).toMatchObject([{ said: '问周六有没有位', channel: 'wechat' }]);
  });

  test('goes into the bin and comes back', async () => {
    const { act } = await app.act('contacts.remove', { id: await record() });
    expect(await contacts()).toEqual([]);
    await app.call('history.undo', { actId: act! });
    expect(await contacts()).toHaveLength(1);
  });

  test('is changed and deleted only by who noted it', async () => {
    const id = await record();
    await takeOver(app, await aPerson(app, { role: 'manager' }));
    await expect(app.call('contacts.update', { id, draft: aDraft() })).rejects.toMatchObject({ code: 'contacts.not-yours' });
    await expect(app.call('contacts.remove', { id })).rejects.toMatchObject({ code: 'contacts.not-yours' });
    expect(await contacts()).toMatchObject([{ own: false }]);
  });

  test('hides a phone in it from who sees none, and keeps it when they send the text back', async () => {
    await someoneWith(app, { levels: { contact: 'masked' } });
    const id = await record({ said: '改打13801385331' });
    const [shown] = await contacts();
    expect(shown!.said).toBe('改打138 **** 5331');
    await app.call('contacts.update', { id, draft: aDraft({ said: shown!.said }) });
    const stored = app.house.vault.database().prepare('SELECT said FROM contact').all();
    expect(stored).toEqual([{ said: '改打13801385331' }]);
  });

  test('keeps all of one moment on one page', async () => {
    for (let i = 0; i < 6; i += 1) await record({ said: `第${i}句` });
    const { items, more } = await app.call('timeline.of', { clientId: client, kind: 'contact', before: null, limit: 3 });
    expect([items.length, more]).toEqual([6, false]);
  });
});

describe('a follow-up that is done', () => {
  test('logs the contact in the same act, which one undo takes back', async () => {
    const id = await aFollowUp(app, client);
    const { act } = await app.act('followUps.complete', { id, outcome: 'well', note: '皮肤很好', channel: 'phone' });
    expect(await contacts()).toMatchObject([{ channel: 'phone', began: 'us', said: '皮肤很好', followUpId: id }]);
    await app.call('history.undo', { actId: act! });
    expect(await contacts()).toEqual([]);
  });

  test('tells of its contact itself where both would stand side by side', async () => {
    const id = await aFollowUp(app, client);
    await app.call('followUps.complete', { id, outcome: 'well', note: null, channel: 'wechat' });
    expect(await timeline('all')).toMatchObject([{ type: 'follow-up', channel: 'wechat', followUp: { state: 'done' } }]);
  });

  test('logs nothing when nobody says by which way', async () => {
    const id = await aFollowUp(app, client);
    await app.call('followUps.complete', { id, outcome: 'well', note: null });
    expect(await contacts()).toEqual([]);
  });
});
