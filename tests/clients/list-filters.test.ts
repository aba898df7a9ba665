// What narrows the client list: each filter alone, all of them together, and who may not ask.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import { aClient, aVisit } from '../support/build';
import { anApp, type TestApp } from '../support/app';
import { someoneWith } from '../support/role';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const ALL = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
type Filter = Partial<Input<'clients.list'>['filter']>;
const ask = (filter: Filter) =>
  app.call('clients.list', { filter: { ...ALL, ...filter }, sort: 'name', descending: false, offset: 0, limit: 50 });
const names = async (filter: Filter) => (await ask(filter)).rows.map(({ name }) => name);

test('by where somebody came from', async () => {
  await aClient(app, { name: '李梦瑶', source: '美团' });
  await aClient(app, { name: '张素芬', source: '朋友介绍' });
  expect(await names({ source: '美团' })).toEqual(['李梦瑶']);
});

test('by the month the birthday is celebrated in this year, a lunar one where it falls this year', async () => {
  await aClient(app, { name: '陈阳历', birthday: '1990-03-03' as never });
  await aClient(app, { name: '李无年', birthday: '--03-31' as never });
  // 15th of the 8th lunar month of 2026 is 25 September
  await aClient(app, { name: '王中秋', birthday: 'lunar:1985-08-15' as never });
  // 1990 had a fifth month twice; 2026 has not, so the ordinary one counts: 17 June
  await aClient(app, { name: '赵闰月', birthday: 'lunar:1990-L05-03' as never });
  await aClient(app, { name: '周没说' });
  expect(await names({ birthMonth: 3 })).toEqual(['陈阳历', '李无年']);
  expect(await names({ birthMonth: 8 })).toEqual([]);
  expect(await names({ birthMonth: 9 })).toEqual(['王中秋']);
  expect(await names({ birthMonth: 6 })).toEqual(['赵闰月']);
});

test('by what was spent in all, both ends counting', async () => {
  for (const [name, amountCents] of [
    ['安少', 9_900],
    ['白中', 20_000],
    ['常多', 99_900],
  ] as const)
    await aVisit(app, { clientId: await aClient(app, { name }), amountCents });
  await aClient(app, { name: '丁无' });
  expect(await names({ spent: { from: 20_000, to: null } })).toEqual(['白中', '常多']);
  expect(await names({ spent: { from: null, to: 20_000 } })).toEqual(['安少', '白中', '丁无']);
  expect(await names({ spent: { from: 9_900, to: 20_000 } })).toEqual(['安少', '白中']);
});

test('by an alert, of any kind or of one, also together with what is typed, and as it is now', async () => {
  const pregnant = await aClient(app, { name: '孙孕期', alerts: [{ id: null, kind: 'pregnancy', text: '孕六个月', detail: null }] });
  await aClient(app, { name: '李过敏', alerts: [{ id: null, kind: 'allergy', text: '对坚果过敏', detail: null }] });
  await aClient(app, { name: '周健康' });
  expect(await names({ alert: 'any' })).toEqual(['李过敏', '孙孕期']);
  expect(await names({ alert: 'allergy' })).toEqual(['李过敏']);
  expect(await names({ alert: 'any', text: '孙' })).toEqual(['孙孕期']);
  const [alert] = (await app.call('clients.get', { id: pregnant })).preferences;
  await app.call('preferences.end', { id: alert!.id, reason: '生完了' });
  expect(await names({ alert: 'pregnancy' })).toEqual([]);
  expect((await ask({ alert: 'any' })).total).toBe(1);
});

test('by several at once', async () => {
  await aClient(app, { name: '李梦瑶', source: '美团', birthday: '1990-03-03' as never, tags: ['老客'] });
  await aClient(app, { name: '张素芬', source: '美团', birthday: '1990-04-03' as never, tags: ['老客'] });
  const tagId = (await app.call('clients.tags', null))[0]!.id;
  expect(await names({ source: '美团', birthMonth: 3, tagId })).toEqual(['李梦瑶']);
});

test('who may not read alerts cannot count them, nor who may not see amounts the amounts', async () => {
  await aClient(app, { name: '李过敏', alerts: [{ id: null, kind: 'allergy', text: '对坚果过敏', detail: null }] });
  await someoneWith(app, { levels: { health: 'masked', money: 'masked' } });
  for (const alert of ['any', 'allergy', 'pregnancy'] as const)
    await expect(ask({ alert })).rejects.toMatchObject({ code: 'session.not-allowed', details: { permission: 'health.see' } });
  await expect(ask({ spent: { from: 1, to: null } })).rejects.toMatchObject({
    code: 'session.not-allowed',
    details: { permission: 'money.see' },
  });
});
