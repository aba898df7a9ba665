// Rules of clients.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { aClient, aDraft, aFollowUp, aVisit, aVisitDraft } from '../support/build';
import { anApp, type TestApp } from '../support/app';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const everybody = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
const search = async (text: string) =>
  (await app.call('clients.list', { filter: { ...everybody, text }, sort: 'last-visit', descending: true, offset: 0, limit: 50 })).rows.map(
    (row) => row.name,
  );

test('gives each client the next number', async () => {
  const first = await app.call('clients.create', aDraft());
  const second = await app.call('clients.create', aDraft({ name: '张素芬' }));
  expect([first.number, second.number]).toEqual(['C-0001', 'C-0002']);
});

test('never gives a number twice, even after the act was undone', async () => {
  const { act } = await app.act('clients.create', aDraft());
  await app.call('history.undo', { actId: act! as never });
  expect((await app.call('clients.create', aDraft())).number).toBe('C-0002');
});

test('keeps a phone as it was typed and understands it', async () => {
  const id = await aClient(app, { phone: '+86 138-0013-8000' });
  const page = await app.call('clients.get', { id });
  expect(page.phones).toMatchObject([{ typed: '+86 138-0013-8000', e164: '+8613800138000', shown: '138 0013 8000' }]);
});

test('refuses a phone that lacks digits, and writes nothing', async () => {
  await expect(aClient(app, { phone: '138 0013 80' })).rejects.toMatchObject({
    code: 'clients.phone-invalid',
    details: { problem: 'missing-digits' },
  });
  expect(await app.call('clients.counts', null)).toEqual({ current: 0, archived: 0, bin: 0 });
});

test('says while typing who already has a phone', async () => {
  await aClient(app, { name: '李梦瑶', phone: '13800138206' });
  const answer = await app.call('clients.withPhone', { typed: '138 0013 8206', self: null });
  expect(answer.clients.map((row) => row.name)).toEqual(['李梦瑶']);
});

test('lets a family share a phone', async () => {
  await aClient(app, { name: '李梦瑶', phone: '13800138206' });
  await aClient(app, { name: '李小宝', phone: '13800138206' });
  expect((await app.call('clients.counts', null)).current).toBe(2);
});

test.each([
  ['name', '素芬'],
  ['pinyin', 'zhangsufen'],
  ['pinyin from the second syllable', 'sufen'],
  ['initials', 'zsf'],
  ['nickname', '芬姐'],
  ['last digits of the phone', '8064'],
  ['phone with blanks', '138 0013 80'],
  ['a word of a note', '坚果'],
  ['client number', 'c-0001'],
])('finds a client by %s', async (_what, text) => {
  await aClient(app, {
    name: '张素芬',
    nickname: '芬姐',
    phone: '13800138064',
    alerts: [{ id: null, kind: 'allergy', text: '对坚果过敏', detail: null }],
  });
  await aClient(app, { name: '林若溪', phone: '13900139999' });
  expect(await search(text)).toEqual(['张素芬']);
});

test.each(['%', '_', '*', "' OR 1=1 --", '<b>', '\\', '|', '\u0000', '\n'])('takes %j as plain text to look for', async (text) => {
  await aClient(app, { name: '张素芬' });
  expect(await search(`不在${text}`)).toEqual([]);
});

test('finds a client under the new name right after the change', async () => {
  const id = await aClient(app, { name: '张素芬' });
  expect(await search('zsf')).toEqual(['张素芬']);
  await app.call('clients.update', { id, draft: aDraft({ name: '王芳' }) });
  expect([await search('zsf'), await search('wf')]).toEqual([[], ['王芳']]);
});

test('shows whoever came last first', async () => {
  const early = await aClient(app, { name: '张一' });
  const late = await aClient(app, { name: '张二' });
  await aVisit(app, { clientId: late, on: '2026-01-01' as never });
  await aVisit(app, { clientId: early, on: '2026-03-01' as never });
  expect(await search('张')).toEqual(['张一', '张二']);
  expect(await search('')).toEqual(['张一', '张二']);
});

test('takes a client to the bin and back without losing anything', async () => {
  const id = await aClient(app, { name: '张素芬', phone: '13800138064', tags: ['敏感肌'] });
  const before = await app.call('clients.get', { id });
  await app.call('clients.remove', { id });
  expect(await search('zsf')).toEqual([]);
  await app.call('clients.restore', { id });
  expect(await app.call('clients.get', { id })).toEqual({ ...before, version: expect.any(String) });
});

test('keeps rare characters exactly as typed', async () => {
  for (const name of ['㐂子', '𠮷野', '阿·依古丽', 'Zoë 👩‍🦰']) {
    const id = await aClient(app, { name });
    expect((await app.call('clients.get', { id })).name).toBe(name);
  }
});

test('keeps a name of forty characters with · whole, and finds it by each of its parts', async () => {
  const parts = ['阿依古丽', '买买提明', '努尔艾合买提', '克里木江', '阿不都热合曼', '吐尔逊古丽', '帕提曼'];
  const name = parts.join('·').padEnd(40, '古');
  expect([...name]).toHaveLength(40);
  await aClient(app, { name });
  for (const words of [...parts, name, '阿依古丽·买买提明']) expect(await search(words)).toEqual([name]);
});

test('refuses a name that is only blanks', async () => {
  await expect(aClient(app, { name: ' \u200b　' })).rejects.toMatchObject({ code: 'bridge.bad-input' });
});

test('refuses a million characters with a sentence, not a crash', async () => {
  await expect(aClient(app, { name: '张'.repeat(1_000_000) })).rejects.toMatchObject({ code: 'bridge.bad-input' });
});

test('keeps what a phone was understood as when the shop moves to another region', async () => {
  const id = await aClient(app, { name: '张素芬', phone: '13800138064' });
  const other = await aClient(app, { name: '李梦瑶', phone: '13800138064' });
  await app.call('settings.change', { region: 'US' });
  const looked = await app.call('clients.withPhone', { typed: '13800138064', self: id });
  expect(looked).toMatchObject({ e164: '+8613800138064', problem: null, clients: [{ id: other }] });
  await app.call('clients.update', { id, draft: aDraft({ name: '张素芬', nickname: '芬姐', phone: '13800138064' }) });
  expect((await app.call('clients.get', { id })).phones).toMatchObject([{ typed: '13800138064', e164: '+8613800138064' }]);
});

test('writes nothing about alerts and phones that a form sends back unchanged', async () => {
  const draft = aDraft({ phone: '13800138064', alerts: [{ id: null, kind: 'allergy', text: '坚果', detail: '' }] });
  const { id } = await app.call('clients.create', draft);
  const [alert] = (await app.call('clients.get', { id })).preferences;
  const alerts = [{ id: alert!.id, kind: 'allergy' as const, text: '坚果', detail: '' }];
  for (let i = 0; i < 2; i += 1) await app.call('clients.update', { id, draft: { ...draft, alerts } });
  const page = await app.call('clients.get', { id });
  expect([page.preferences, page.phones.length]).toEqual([[alert], 1]);
});

test('puts C-10000 after C-9999 when the list goes by number', async () => {
  app.house.vault.database().prepare('UPDATE book SET last_client_number = 9998').run();
  for (const name of ['甲', '乙', '丙']) await aClient(app, { name });
  const list = (descending: boolean) => app.call('clients.list', { filter: everybody, sort: 'number', descending, offset: 0, limit: 50 });
  const numbers = async (descending: boolean) => (await list(descending)).rows.map((row) => row.number);
  expect(await numbers(false)).toEqual(['C-9999', 'C-10000', 'C-10001']);
  expect(await numbers(true)).toEqual(['C-10001', 'C-10000', 'C-9999']);
});

test('writes nothing new about a client in the bin', async () => {
  const id = await aClient(app);
  const visit = await aVisit(app, { clientId: id });
  await app.call('clients.remove', { id });
  const inBin = { code: 'clients.in-bin' };
  await expect(app.call('clients.update', { id, draft: aDraft() })).rejects.toMatchObject(inBin);
  await expect(aVisit(app, { clientId: id })).rejects.toMatchObject(inBin);
  await expect(app.call('visits.update', { id: visit, draft: aVisitDraft({ clientId: id }) })).rejects.toMatchObject(inBin);
  await expect(aFollowUp(app, id)).rejects.toMatchObject(inBin);
  await expect(app.call('preferences.add', { clientId: id, draft: { kind: 'note', text: '记', detail: null } })).rejects.toMatchObject(
    inBin,
  );
});

test.each(['lv', 'lü', 'lǚ bu'])('finds 吕布 by %s', async (typed) => {
  await aClient(app, { name: '吕布' });
  expect(await search(typed)).toEqual(['吕布']);
});

test('counts each shelf as clients move, and after undo', async () => {
  const ids = [await aClient(app, { name: '甲' }), await aClient(app, { name: '乙' }), await aClient(app, { name: '丙' })];
  await app.call('clients.archive', { id: ids[0]! });
  const { act } = await app.act('clients.remove', { id: ids[1]! });
  expect(await app.call('clients.counts', null)).toEqual({ current: 1, archived: 1, bin: 1 });
  await app.call('history.undo', { actId: act! as never });
  expect(await app.call('clients.counts', null)).toEqual({ current: 2, archived: 1, bin: 0 });
});
