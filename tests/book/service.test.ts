// Rules of the book: made once, opened by password or recovery key, locked at once, and nothing of it left in the open.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anEmptyApp, createBook, OWNER, signIn, type TestApp } from '../support/app';
import { aClient } from '../support/build';

let app: TestApp;
beforeEach(() => {
  app = anEmptyApp();
});
afterEach(() => app.close());

const status = () => app.call('book.status', null);
const NEW_PASSWORD = 'haitang-8-yue';

test('there is no book until two groups of the recovery key were given back', async () => {
  const sheet = await app.call('book.prepare', null);
  await expect(app.call('book.create', { ...OWNER, answers: ['AAAA', 'BBBB'] })).rejects.toMatchObject({
    code: 'keys.groups-differ',
    details: { groups: sheet.ask },
  });
  expect((await status()).state).toBe('none');
  expect(readdirSync(path.join(app.folder, 'book')).filter((name) => name.startsWith('book.db'))).toEqual([]);
});

test('refuses a password that is short or common', async () => {
  const { groups, ask } = await app.call('book.prepare', null);
  const answers: [string, string] = [groups[ask[0] - 1]!, groups[ask[1] - 1]!];
  await expect(app.call('book.create', { ...OWNER, password: 'abc123', answers })).rejects.toMatchObject({
    code: 'keys.password-too-short',
  });
  await expect(app.call('book.create', { ...OWNER, password: '1234567890', answers })).rejects.toMatchObject({
    code: 'keys.password-too-common',
  });
});

test('signs in whoever made it', async () => {
  await createBook(app);
  expect(await status()).toMatchObject({ state: 'open', shopName: '棠舍', session: { name: '苏敏', role: 'owner' } });
});

test('is never made over another', async () => {
  await createBook(app);
  app.house.lock('key');
  await expect(createBook(app)).rejects.toMatchObject({ code: 'book.already-exists' });
});

test('the first tiers of the shop are there', async () => {
  await createBook(app);
  expect((await app.call('clients.tiers', null)).map((tier) => tier.name)).toEqual(['钻石', '金卡', '银卡', '普通']);
});

test('says nothing of clients while it is locked, and everything again afterwards', async () => {
  await createBook(app);
  const id = await aClient(app, { name: '张素芬' });
  app.house.lock('key');
  expect(await status()).toMatchObject({ state: 'locked', lockedBy: 'key', session: null, folder: null });
  await expect(app.call('clients.get', { id })).rejects.toMatchObject({ code: 'session.locked' });
  await signIn(app);
  expect((await app.call('clients.get', { id })).name).toBe('张素芬');
});

test('makes whoever guesses wait, longer and longer, also over a restart and a clock set back', async () => {
  await createBook(app);
  app.house.lock('key');
  const guess = () => signIn(app, 'wrong-password').catch((error: { code: string; details: object }) => error);
  expect(await guess()).toMatchObject({ code: 'keys.wrong-password', details: { nextWaitSeconds: 2, triesBeforeWait: 3 } });
  await guess();
  await guess();
  await guess();
  expect(await guess()).toMatchObject({ code: 'keys.wait' });
  app = await app.restart();
  app.now = new Date(app.now.getTime() - 3_600_000);
  await expect(signIn(app)).rejects.toMatchObject({ code: 'keys.wait' });
});

test('opens by the recovery key, and then only by the new password', async () => {
  const groups = await createBook(app);
  await aClient(app, { name: '张素芬' });
  app.house.lock('key');
  await app.call('book.recover', { recoveryKey: groups.join(' ').toLowerCase(), newPassword: NEW_PASSWORD });
  expect((await app.call('clients.counts', null)).current).toBe(1);
  app.house.lock('key');
  await expect(signIn(app)).rejects.toMatchObject({ code: 'keys.wrong-password' });
  await signIn(app, NEW_PASSWORD);
});

test('says which group of a recovery key was mistyped', async () => {
  const groups = await createBook(app);
  app.house.lock('key');
  const typed = groups.map((group, i) => (i === 2 ? group.split('').reverse().join('') : group)).join('-');
  await expect(app.call('book.recover', { recoveryKey: typed, newPassword: NEW_PASSWORD })).rejects.toMatchObject({
    code: /keys\.(mistyped|wrong)-recovery-key/,
  });
});

test('changes the password without touching the book', async () => {
  await createBook(app);
  app.house.lock('key');
  const before = readFileSync(path.join(app.folder, 'book', 'book.db')).subarray(0, 16);
  await signIn(app);
  await app.call('book.changePassword', { password: OWNER.password, newPassword: NEW_PASSWORD });
  app.house.lock('key');
  await signIn(app, NEW_PASSWORD);
  expect(readFileSync(path.join(app.folder, 'book', 'book.db')).subarray(0, 16)).toEqual(before);
});

test.each([
  ['cut to nothing', () => Buffer.alloc(0), 'book.cut-short'],
  ['cut in the middle', (book: Buffer) => book.subarray(0, 4096 * 3 + 100), 'book.cut-short'],
  ['another kind of file', () => Buffer.alloc(8192, 'x'), 'book.foreign'],
])('a book %s is refused under its own name and left untouched', async (_what, spoil, code) => {
  await createBook(app);
  app.house.lock('key');
  const file = path.join(app.folder, 'book', 'book.db');
  const spoiled = spoil(readFileSync(file));
  writeFileSync(file, spoiled);
  await expect(signIn(app)).rejects.toMatchObject({ code });
  expect(await status()).toMatchObject({ state: 'refused', refusal: { code } });
  expect(readFileSync(file).equals(spoiled)).toBe(true);
});

test('the printed sheet holds the eight groups and the shop, and nothing is printed once they are confirmed', async () => {
  const sheet = await app.call('book.prepare', null);
  await app.call('book.printRecovery', { shopName: '棠舍 <b>' });
  for (const group of sheet.groups) expect(app.answers.printed[0]).toContain(group);
  expect(app.answers.printed[0]).not.toContain('<b>棠');
  await app.call('book.create', { ...OWNER, answers: [sheet.groups[sheet.ask[0] - 1]!, sheet.groups[sheet.ask[1] - 1]!] });
  await expect(app.call('book.printRecovery', { shopName: '棠舍' })).rejects.toMatchObject({ code: 'keys.groups-differ' });
});

test('the log holds neither names nor phones nor paths nor passwords', async () => {
  await createBook(app);
  await aClient(app, { name: '张素芬', phone: '13800138064' });
  await aClient(app, { name: '张素芬', phone: '138001380' }).catch(() => undefined);
  app.house.lock('key');
  await signIn(app, 'shangdi-张素芬').catch(() => undefined);
  const lines = JSON.stringify(app.logLines);
  for (const secret of ['张素芬', '1380013', OWNER.password, 'shangdi', app.folder]) expect(lines).not.toContain(secret);
});

test('shuts the book again when it does not know who opened it', async () => {
  await createBook(app);
  const sqlite = app.house.vault.database();
  sqlite.transaction(() => {
    sqlite.prepare("INSERT INTO act (uid, at, operation) VALUES ('t', '2026-03-14T00:00:00.000Z', 'test')").run();
    sqlite.prepare('UPDATE journal_state SET act_id = (SELECT max(id) FROM act)').run();
    sqlite.prepare("UPDATE account SET disabled_at = '2026-03-14T00:00:00.000Z'").run();
    sqlite.prepare('UPDATE journal_state SET act_id = NULL').run();
  })();
  app.house.lock('key');
  for (let i = 0; i < 2; i += 1) {
    await expect(signIn(app)).rejects.toMatchObject({ code: 'keys.no-account' });
    expect(await app.call('book.status', null)).toMatchObject({ state: 'locked', session: null });
  }
});
