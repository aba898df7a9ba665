// What the history of a client tells: who changed which field, when, from what to what; and what it hides.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientChange, ChangedField } from '../../shared/history/contract';
import type { ClientId } from '../../shared/ids';
import { anApp, aPerson, OWNER, takeOver, type TestApp } from '../support/app';
import { aClient, aDraft, type ClientWishes } from '../support/build';
import { ownerAgain, someoneWith } from '../support/role';

let app: TestApp;
let id: ClientId;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const START: ClientWishes = { firstSeenOn: '2026-03-14', phone: '13801385331', wechat: 'lin-2020', tags: ['敏感肌'] };
const ALLERGY = { kind: 'allergy', text: '对苯二胺', detail: null } as const;
const ALERTS = { alerts: [{ id: null, ...ALLERGY }] };

async function history(field: ChangedField | null = null): Promise<ClientChange[]> {
  return app.call('history.ofClient', { clientId: id, field });
}
async function lines(field: ChangedField | null = null): Promise<(string | null)[][]> {
  const changes = await history(field);
  return changes.flatMap(({ fields }) => fields.map((one) => [one.field, one.from, one.to]));
}
async function change(wishes: ClientWishes): Promise<string> {
  const draft = aDraft({ ...START, ...wishes });
  return (await app.act('clients.update', { id, draft })).act!;
}

describe('the history of a client', () => {
  beforeEach(async () => {
    id = await aClient(app, START);
  });

  test('begins with who entered them, as one line', async () => {
    expect(await history()).toMatchObject([{ first: true, by: OWNER.ownerName, origin: 'person', fields: [{ field: 'created' }] }]);
  });

  test('tells old value, new value, who and when, newest first', async () => {
    await change({ wechat: 'lin-2026' });
    app.now = new Date('2026-03-15T02:00:00.000Z');
    await takeOver(app, await aPerson(app, { name: '王芳', role: 'manager' }));
    await change({ wechat: 'lin-2026', occupation: '老师', birthday: 'lunar:1985-08-15' });
    const [second, first] = await history();
    expect(second).toMatchObject({ by: '王芳', at: '2026-03-15T02:00:00.000Z' });
    expect(first).toMatchObject({ by: OWNER.ownerName, fields: [{ field: 'wechat', from: 'lin-2020', to: 'lin-2026' }] });
    expect(second!.fields.map((one) => [one.field, one.from, one.to]).sort()).toEqual([
      ['birthday', null, 'lunar:1985-08-15'],
      ['occupation', null, '老师'],
    ]);
  });

  test('knows phones and tags that came, went and took the place of another', async () => {
    await change({ phone: '13900139000', tags: ['常客'] });
    expect((await lines()).slice(0, -1).sort()).toEqual([
      ['phone', '13801385331', '13900139000'],
      ['tag', '敏感肌', '常客'],
    ]);
    await change({ phone: '13900139000', tags: [] });
    expect((await lines())[0]).toEqual(['tag', '常客', null]);
  });

  test('names staff and tier by their names', async () => {
    const staff = (await app.call('staff.create', { name: '小雅', post: null, active: true } as never)).id;
    const [tier] = await app.call('clients.tiers', null);
    await change({ staffId: staff, tierId: tier!.id });
    expect((await lines()).slice(0, -1).sort()).toEqual([
      ['staff', null, '小雅'],
      ['tier', null, tier!.name],
    ]);
  });

  test('of one field only, when asked', async () => {
    await change({ wechat: 'a-1', occupation: '老师' });
    await change({ wechat: 'a-2', occupation: '老师' });
    expect(await lines('wechat')).toEqual([
      ['wechat', 'a-1', 'a-2'],
      ['wechat', 'lin-2020', 'a-1'],
    ]);
  });

  test('calls an undo an undo, and marks what was taken back', async () => {
    await app.call('history.undo', { actId: (await change({ wechat: 'falsch' })) as never });
    const [undo, wrong] = await history();
    expect(undo).toMatchObject({ origin: 'undo', fields: [{ field: 'wechat', from: 'falsch', to: 'lin-2020' }] });
    expect(wrong).toMatchObject({ origin: 'person', undone: true });
  });

  test('opens alerts for who may see them: written, changed, ended', async () => {
    await change({ ...ALERTS });
    const [alert] = (await app.call('clients.get', { id })).preferences;
    await app.call('preferences.edit', { id: alert!.id, draft: { ...ALLERGY, text: '对苯二胺、香精' } });
    const [changed] = (await app.call('clients.get', { id })).preferences;
    await app.call('preferences.end', { id: changed!.id, reason: '做过皮试' });
    expect(await lines('alert')).toEqual([
      ['alert', '对苯二胺、香精', null],
      ['alert', '对苯二胺', '对苯二胺、香精'],
      ['alert', null, '对苯二胺'],
    ]);
  });

  test('holds no alert in the words of the book itself', async () => {
    await change({ ...ALERTS });
    const stored = app.house.vault.database().prepare("SELECT before, after FROM journal WHERE table_name = 'preference'").all();
    expect(JSON.stringify(stored)).not.toContain(ALLERGY.text);
  });
});

describe('who may not see all', () => {
  beforeEach(async () => {
    id = await aClient(app, START);
    await change({ wechat: 'lin-2026', phone: '13900139000', ...ALERTS });
  });

  test('sees that contact data changed, and neither the old nor the new', async () => {
    await someoneWith(app, { levels: { contact: 'masked' } });
    expect(await lines('wechat')).toEqual([['wechat', '****', '****']]);
    expect(await lines('phone')).toEqual([['phone', '138 **** 5331', '139 **** 9000']]);
    expect(JSON.stringify(await history())).not.toMatch(/lin-20|1380138|1390013/);
  });

  test('sees nothing at all of what does not exist for them', async () => {
    await someoneWith(app, { levels: { contact: 'none', health: 'none' } });
    expect(await lines()).toEqual([['created', null, null]]);
  });

  test('sees of alerts that there was one', async () => {
    await someoneWith(app, { levels: { health: 'masked' } });
    expect(await lines('alert')).toEqual([['alert', null, '****']]);
    expect(JSON.stringify(await history())).not.toContain(ALLERGY.text);
  });

  test('finds no history of a client who is not theirs', async () => {
    await someoneWith(app, { ownClientsOnly: true });
    await expect(history()).rejects.toMatchObject({ code: 'record.not-found' });
    await ownerAgain(app);
    expect((await history()).length).toBe(2);
  });
});

test('names an import as what it is', async () => {
  const { token } = await app.call('imports.drop', {
    fileName: '新.csv',
    bytes: new TextEncoder().encode('姓名,手机\n张素芬,13801385331\n'),
  });
  const fields = [{ column: 0, field: 'name' as const }];
  await app.call('imports.commit', { token, kind: 'clients', sheet: null, fields, fixes: [], skipRows: [] });
  const filter = { text: '张素芬', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
  id = (await app.call('clients.list', { filter, sort: 'name', descending: false, offset: 0, limit: 1 })).rows[0]!.id;
  expect(await history()).toMatchObject([{ origin: 'import', first: true }]);
});
