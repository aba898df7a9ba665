// Restoring while no book is open: a damaged one, a lost one, a new PC.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anApp, anEmptyApp, aPerson, createBook, OWNER, signIn, type TestApp } from '../support/app';
import { drill, WAYS } from './drill';
import { aStick, backUp, bookFolder, choose, fill, filesIn, folderHash, rowHashes } from './shop';

describe('a restore drill', () => {
  test.each(WAYS.map((way, seed) => [way, seed] as const))('%s: every row is as it was', async (way, seed) => {
    const done = await drill(seed);
    expect(done.way).toBe(way);
    expect(done.after).toEqual(done.before);
  });
});

describe('with no book open', () => {
  let app: TestApp;
  let groups: readonly string[];
  let file: string;
  beforeEach(async () => {
    app = anEmptyApp();
    groups = await createBook(app);
    await fill(app, 1, 2);
    const stick = await aStick(app);
    await backUp(app);
    [file = ''] = filesIn(stick);
  });
  afterEach(() => app.close());

  const book = () => path.join(bookFolder(app), 'book.db');
  const owner = async () => (await app.call('book.status', null)).accounts[0]!.id;
  const byPassword = async (password: string = OWNER.password) => ({ way: 'password', accountId: await owner(), password }) as const;
  const byRecovery = (given = groups) => ({ way: 'recovery', recoveryKey: given.join('-'), newPassword: 'xin-mima-lai-le-8' }) as const;

  test('what stood there is kept untouched, and the log tells of the restore', async () => {
    await app.call('book.lock', { reason: 'key' });
    writeFileSync(book(), readFileSync(book()).fill(7, 4096, 9000));
    const damaged = readFileSync(book());
    await app.call('restore.runClosed', { token: await choose(app, file), opener: await byPassword() });
    const kept = readdirSync(bookFolder(app)).find((name) => name.startsWith('replaced-')) ?? '';
    expect(readFileSync(path.join(bookFolder(app), kept, 'book.db')).equals(damaged)).toBe(true);
    expect(existsSync(path.join(bookFolder(app), kept, 'keys.json'))).toBe(true);
    await signIn(app);
    const filter = { from: null, to: null, accountId: null, events: ['restored' as const, 'verified' as const], clientId: null };
    const { entries } = await app.call('audit.list', { filter, before: null, limit: 10 });
    expect(entries).toMatchObject([{ event: 'restored', details: { entriesLeft: null, clients: 2 } }]);
    expect(await app.call('audit.verify', null)).toMatchObject({ broken: null });
  });

  test('somebody removed since stays out, though the book that knew it cannot be read', async () => {
    const person = await aPerson(app);
    const stick = await aStick(app, 'second');
    await backUp(app);
    await app.call('people.remove', { id: person.id });
    await app.call('book.lock', { reason: 'key' });
    rmSync(book());
    await app.call('restore.runClosed', { token: await choose(app, filesIn(stick)[0]!), opener: await byPassword() });
    await signIn(app);
    expect((await app.call('people.accounts', null)).map(({ name }) => name)).toEqual([OWNER.ownerName]);
  });

  test('with the recovery key on this PC, the keys of now count: who was shut out gets no key back', async () => {
    const person = await aPerson(app);
    const stick = await aStick(app, 'second');
    await backUp(app);
    await app.call('people.disable', { id: person.id });
    await app.call('book.lock', { reason: 'key' });
    await app.call('restore.runClosed', { token: await choose(app, filesIn(stick)[0]!), opener: byRecovery() });
    expect((await app.call('book.status', null)).accounts.map(({ name }) => name)).toEqual([OWNER.ownerName]);
    await signIn(app, 'xin-mima-lai-le-8');
  });

  test('says whose password opens it here, and nobody’s on another PC', async () => {
    await app.call('book.lock', { reason: 'key' });
    app.answers.chooseFile.push(file);
    expect(await app.call('restore.choose', null)).toMatchObject({
      backup: { shopName: OWNER.shopName, owners: [{ name: OWNER.ownerName }] },
    });
    expect((await app.call('restore.known', null)).map(({ counts }) => counts.clients)).toEqual([2, 2]);
    const other = anEmptyApp();
    other.answers.chooseFile.push(file);
    expect(await other.call('restore.choose', null)).toMatchObject({ backup: { owners: [] } });
    other.close();
  });

  test('a wrong password, a wrong recovery key or a person who is no owner is refused as at the door, and no file is touched', async () => {
    const person = await aPerson(app);
    await app.call('book.lock', { reason: 'key' });
    const token = await choose(app, file);
    const before = contentOf(app);
    const wrong = await byPassword('nicht-das-passwort');
    await expect(app.call('restore.runClosed', { token, opener: wrong })).rejects.toMatchObject({ code: 'keys.wrong-password' });
    const other = anEmptyApp();
    const strange = await createBook(other);
    other.close();
    await expect(app.call('restore.runClosed', { token, opener: byRecovery(strange) })).rejects.toMatchObject({
      code: 'keys.wrong-recovery-key',
    });
    const opener = { way: 'password', accountId: person.id, password: person.password } as const;
    await expect(app.call('restore.runClosed', { token, opener })).rejects.toMatchObject({ code: 'session.not-allowed' });
    expect(contentOf(app)).toEqual(before);
  });

  test('a damaged backup is refused, and no file is touched', async () => {
    await app.call('book.lock', { reason: 'key' });
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 5000) ^ 1, bytes.length - 5000);
    const damaged = path.join(app.folder, 'damaged.shukebackup');
    writeFileSync(damaged, bytes);
    const token = await choose(app, damaged);
    const before = contentOf(app);
    for (const opener of [await byPassword(), byRecovery()])
      await expect(app.call('restore.runClosed', { token, opener })).rejects.toMatchObject({ code: 'backup.damaged' });
    expect(contentOf(app)).toEqual(before);
  });

  test('refuses while a book is open', async () => {
    const token = await choose(app, file);
    const rows = rowHashes(app);
    await expect(app.call('restore.runClosed', { token, opener: await byPassword() })).rejects.toMatchObject({ code: 'book.already-open' });
    expect(rowHashes(app)).toEqual(rows);
  });

  test('a password opens no backup of another book', async () => {
    await app.call('book.lock', { reason: 'key' });
    const other = await anApp();
    await other.call('book.lock', { reason: 'key' });
    const opener = {
      way: 'password',
      accountId: (await other.call('book.status', null)).accounts[0]!.id,
      password: OWNER.password,
    } as const;
    await expect(other.call('restore.runClosed', { token: await choose(other, file), opener })).rejects.toMatchObject({
      code: 'backup.other-book',
    });
    other.close();
  });
});

/** What is the book's; the count of wrong tries and the lock file change with every try. */
function contentOf(app: TestApp): Record<string, string> {
  return Object.fromEntries(Object.entries(folderHash(bookFolder(app))).filter(([name]) => !/^(throttle|book\.lock)/.test(name)));
}
