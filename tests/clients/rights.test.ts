// Contact data and amounts below the right to see them: not found, not guessed, not lost when a form comes back.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aDraft } from '../support/build';
import { ownerAgain, someoneWith } from '../support/role';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, {
    name: '张素芬',
    nickname: '芬姐 13912345678',
    phone: '138-0013-8533',
    wechat: 'suFen_1988',
    email: 'sufen@example.com',
    address: '花园路 9 号',
  });
  await app.call('preferences.add', { clientId: client, draft: { kind: 'note', text: '先生的电话 13655557777，晚上打', detail: null } });
});
afterEach(() => app.close());

const ALL = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
const list = (text: string, more: Partial<Input<'clients.list'>> = {}) =>
  app.call('clients.list', { filter: { ...ALL, text }, sort: 'last-visit', descending: true, offset: 0, limit: 10, ...more });
const contact = async () => {
  const { phones, wechat, email, address, nickname } = await app.call('clients.get', { id: client });
  return { phones: phones.map(({ typed }) => typed), wechat, email, address, nickname };
};

test('a masked phone is found by its last four digits and by no others', async () => {
  await someoneWith(app, { levels: { contact: 'masked' } });
  expect((await list('8533')).total).toBe(1);
  for (const text of [
    '13800138533',
    '138',
    '0138',
    '01385',
    '0013853',
    '138533',
    '38533',
    '1988',
    'sufen_1988',
    '13912345678',
    '1391234',
    '13655557777',
    '6555',
  ])
    expect((await list(text)).total, text).toBe(0);
});

test('without the right to see them masked not even by those', async () => {
  await someoneWith(app, { levels: { contact: 'none' } });
  expect((await list('8533')).total).toBe(0);
  expect((await list('张素芬')).rows[0]).toMatchObject({ phone: null });
});

test('why somebody was found is told of what is shown, not of what is hidden', async () => {
  await someoneWith(app, { levels: { contact: 'masked' } });
  const [byPhone] = (await list('8533')).rows;
  expect(byPhone).toMatchObject({ phone: '138 **** 8533', match: { field: 'phone', ranges: [[9, 13]] } });
  const [byNote] = (await list('晚上打')).rows;
  expect(byNote?.match?.excerpt).toBe('…6 **** 7777，晚上打');
});

test('a form sent back with its masks changes nothing that is hidden', async () => {
  const before = await contact();
  await someoneWith(app, { levels: { contact: 'masked' } });
  const { nickname, phones, wechat, email: _hidden, address } = await app.call('clients.get', { id: client });
  expect(nickname).toBe('芬姐 139 **** 5678');
  const draft = aDraft({
    name: '张素芳',
    nickname,
    phones: phones.map(({ typed }) => ({ typed: typed ?? '', label: null })),
    wechat,
    address,
  });
  await app.call('clients.update', { id: client, draft });
  await ownerAgain(app);
  expect(await contact()).toEqual(before);
  expect((await app.call('clients.get', { id: client })).name).toBe('张素芳');
});

test('an edited note keeps the number that was hidden in it', async () => {
  await someoneWith(app, { levels: { contact: 'masked' } });
  const [note] = (await app.call('clients.get', { id: client })).preferences;
  await app.call('preferences.edit', { id: note!.id, draft: { kind: 'note', text: note!.text, detail: '周末也行' } });
  await ownerAgain(app);
  expect((await app.call('clients.get', { id: client })).preferences).toMatchObject([
    { text: '先生的电话 13655557777，晚上打', detail: '周末也行' },
  ]);
});

test('who may not change contact data cannot bring any in', async () => {
  await someoneWith(app, { levels: { contact: 'see' } });
  const refusal = { code: 'session.not-allowed', details: { permission: 'contact.change' } };
  for (const wish of [{ phone: '13800138000' }, { wechat: 'abc' }, { email: 'a@example.com' }, { address: '某处' }])
    await expect(aClient(app, wish)).rejects.toMatchObject(refusal);
  await expect(aClient(app, { name: '无联系方式', wechat: '' })).resolves.toEqual(expect.any(String));
});

test('an order by amounts asks for the right to see them', async () => {
  await someoneWith(app, { levels: { money: 'masked' } });
  const refusal = { code: 'session.not-allowed', details: { permission: 'money.see' } };
  await expect(list('', { sort: 'spent' })).rejects.toMatchObject(refusal);
  await expect(list('张', { sort: 'spent' })).rejects.toMatchObject(refusal);
  await expect(app.call('exports.size', { what: 'clients', filter: ALL, sort: 'spent', descending: true })).rejects.toMatchObject(refusal);
  expect((await list('')).rows[0]).toMatchObject({ spentCents: null });
});

test('a search for a number is remembered by its last four digits', async () => {
  await list('138 0013 8533');
  await list('8533');
  app.house.lock('key');
  await app.call('book.unlock', { accountId: (await app.call('book.status', null)).accounts[0]!.id, password: 'shanchahua-9-yue' });
  const searches = app.house.vault
    .database()
    .prepare<[], { details: string }>("SELECT details FROM audit WHERE event = 'phone-search'")
    .all();
  expect(searches.map(({ details }) => JSON.parse(details))).toEqual([{ lastFour: '8533', digits: 11 }]);
});
