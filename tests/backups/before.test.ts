// The backup before something that cannot be taken back in another way: new keys, an update of the app, a whole book that is brought in.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { readHeader } from '../../electron/backups/backup-file';
import { SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { aStick, backUp, bookFolder, choose, filesIn, newest, restore } from '../restore/shop';
import { anApp, anEmptyApp, OWNER, signIn, type TestApp } from '../support/app';
import { removeFolder } from '../support/book-file';
import { aClient } from '../support/build';
import { anOldBook, missingRows, OLD_VERSIONS } from '../support/old-book';

const apps: TestApp[] = [];
afterEach(() => apps.splice(0).forEach((app) => app.close()));

async function aShop(): Promise<TestApp> {
  const app = await anApp();
  apps.push(app);
  await aClient(app, { name: '林若溪' });
  return app;
}

const ownBackups = (app: TestApp) => path.join(bookFolder(app), 'backups');
const kindsIn = (folder: string) => filesIn(folder).map((file) => readHeader(file).kind);
const keptBeside = (app: TestApp) => readdirSync(bookFolder(app)).filter((name) => name.includes('.before-schema-'));

async function newKeys(app: TestApp): Promise<string> {
  const { groups, ask } = await app.call('book.prepare', null);
  await app.call('people.rotateKeys', { password: OWNER.password, answers: [groups[ask[0] - 1]!, groups[ask[1] - 1]!] });
  return groups.join('-');
}

describe('before new keys', () => {
  test('a backup goes into every folder, and can be restored afterwards', async () => {
    const app = await aShop();
    const stick = await aStick(app);
    await newKeys(app);
    expect(kindsIn(stick)).toEqual(['before-keys']);
    expect(kindsIn(ownBackups(app))).toEqual(['before-keys']);
    await signIn(app);
    await aClient(app, { name: '罗一诺' });
    await restore(app, await newest(app, 'before-keys'));
    await signIn(app);
    expect((await app.call('clients.counts', null)).current).toBe(1);
  });

  test('a folder that is away is told of and holds nothing up', async () => {
    const app = await aShop();
    const stick = await aStick(app);
    removeFolder(stick);
    await newKeys(app);
    await signIn(app);
    expect(kindsIn(ownBackups(app))).toEqual(['before-keys']);
    const state = await app.call('backups.state', null);
    expect(state.tellMissing).toHaveLength(1);
  });

  test('without any folder that can be written to the keys stay as they are', async () => {
    const app = await aShop();
    writeFileSync(ownBackups(app), 'a file where the folder should be');
    await expect(newKeys(app)).rejects.toMatchObject({ code: 'backup.nowhere' });
    expect((await app.call('book.status', null)).state).toBe('open');
  });
});

describe.each(OLD_VERSIONS.filter((version) => version < SCHEMA_VERSION))('a book of schema version %i', (version) => {
  test('is in a backup soon after it was opened, as it was before; restored, it has every row it had', async () => {
    const old = anOldBook(version);
    const app = anEmptyApp({ folder: old.profile });
    apps.push(app);
    await signIn(app);
    const stick = await aStick(app);
    expect(keptBeside(app)).toHaveLength(1);
    app.tick();
    await expect.poll(() => keptBeside(app), { timeout: 20_000 }).toEqual([]);
    const [file = ''] = filesIn(stick);
    expect(readHeader(file)).toMatchObject({ kind: 'before-migration', schemaVersion: version });
    expect((await app.call('backups.state', null)).last).toBeNull();
    await restore(app, await newest(app, 'before-migration'));
    await signIn(app);
    expect(missingRows(app.house.vault.database(), old).filter((line) => !ADDED_TO.test(line))).toEqual([]);
  });
});

/** Restoring writes acts and entries of its own, and the roles and people of now; opening seals the alerts of the first version. */
const ADDED_TO = /^(act|journal|journal_state|audit|setting|book|role|account) ?|^preference \d+ (kind|text|detail|sealed)$/;

test('a copy that cannot be backed up stays, and is tried again when the book is opened next', async () => {
  const old = anOldBook(OLD_VERSIONS[0] ?? 1);
  const app = anEmptyApp({ folder: old.profile });
  apps.push(app);
  await signIn(app);
  writeFileSync(ownBackups(app), 'a file where the folder should be');
  app.tick();
  await expect.poll(() => app.logLines.some(({ operation }) => operation === 'backups.before-migration'), { timeout: 20_000 }).toBe(true);
  expect(keptBeside(app)).toHaveLength(1);
  removeFolder(ownBackups(app));
  await app.call('book.lock', { reason: 'key' });
  await signIn(app);
  app.tick();
  await expect.poll(() => keptBeside(app), { timeout: 20_000 }).toEqual([]);
});

test('before a whole book is brought in, what was set up in the new one is backed up', async () => {
  const from = await aShop();
  const file = path.join(from.folder, 'book.json');
  from.answers.saveFile.push(file);
  await from.call('transfer.whole', { format: 'json', language: 'zh-CN', purpose: '搬到新电脑' });
  const app = await anApp();
  apps.push(app);
  app.answers.chooseFile.push(file);
  const brought = await app.call('transfer.bringBack', null);
  await app.call('transfer.commit', { token: brought?.token ?? '' });
  expect(kindsIn(ownBackups(app))).toEqual(['before-import']);
});

test('a number given to a client who was lost by a restore is not given to another one', async () => {
  const app = await aShop();
  const token = await backUp(app);
  const lost = await aClient(app, { name: '罗一诺' });
  const { number } = await app.call('clients.get', { id: lost });
  await restore(app, token);
  await signIn(app);
  const next = await app.call('clients.get', { id: await aClient(app, { name: '张素芬' }) });
  expect([number, next.number]).toEqual(['C-0002', 'C-0003']);
});

test('so is it when the book is restored while nobody can open it', async () => {
  const app = await aShop();
  const stick = path.join(app.folder, 'stick');
  mkdirSync(stick);
  onTestFinished(() => removeFolder(stick));
  await aStick(app);
  await backUp(app);
  await aClient(app, { name: '罗一诺' });
  const { accounts } = await app.call('book.status', null);
  await app.call('book.lock', { reason: 'key' });
  const opener = { way: 'password', accountId: accounts[0]!.id, password: OWNER.password } as const;
  await app.call('restore.runClosed', { token: await choose(app, filesIn(stick)[0] ?? ''), opener });
  await signIn(app);
  const next = await app.call('clients.get', { id: await aClient(app, { name: '张素芬' }) });
  expect(next.number).toBe('C-0003');
});
