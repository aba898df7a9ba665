// Books that were put aside: they are said to be there, with when, why and how large, and the owner can delete them for good.

import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aStick, choose, bookFolder, filesIn } from '../restore/shop';
import { anApp, aPerson, OWNER, signIn, takeOver, type TestApp } from '../support/app';
import { aClient } from '../support/build';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
  await aClient(app, { name: '林若溪' });
});
afterEach(() => app.close());

const kept = () => app.call('backups.kept', null);

/** As a restore leaves it when nobody could open the book. */
async function replaceTheBook(): Promise<void> {
  const stick = await aStick(app);
  await app.call('backups.make', null);
  const { accounts } = await app.call('book.status', null);
  await app.call('book.lock', { reason: 'key' });
  const opener = { way: 'password', accountId: accounts[0]!.id, password: OWNER.password } as const;
  await app.call('restore.runClosed', { token: await choose(app, filesIn(stick)[0] ?? ''), opener });
  await signIn(app);
}

test('a book that a restore replaced is listed with its size, and deleted for good by the owner', async () => {
  expect(await kept()).toEqual([]);
  await replaceTheBook();
  const [book] = await kept();
  expect(book).toMatchObject({ why: 'replaced', bytes: expect.any(Number) });
  expect(book?.bytes).toBeGreaterThan(100_000);
  const live = readFileSync(path.join(bookFolder(app), 'keys.json'));
  await app.call('backups.removeKept', { id: book?.id ?? '', password: OWNER.password });
  expect(await kept()).toEqual([]);
  expect(readdirSync(bookFolder(app)).filter((name) => name.startsWith('replaced-'))).toEqual([]);
  expect(readFileSync(path.join(bookFolder(app), 'keys.json'))).toEqual(live);
  const filter = { from: null, to: null, accountId: null, events: ['deleted' as const], clientId: null };
  const { entries } = await app.call('audit.list', { filter, before: null, limit: 10 });
  expect(entries.map(({ operation, details }) => [operation, details['why']])).toEqual([['backups.removeKept', 'replaced']]);
});

test('without the owner’s own password it stays, and the wrong one is counted as at the lock', async () => {
  await replaceTheBook();
  const [book] = await kept();
  const asked = { id: book?.id ?? '', password: '不是这个密码呀' };
  await expect(app.call('backups.removeKept', asked)).rejects.toMatchObject({
    code: 'keys.wrong-password',
    details: { triesBeforeWait: 3 },
  });
  await expect(app.call('backups.removeKept', asked)).rejects.toMatchObject({ details: { triesBeforeWait: 2 } });
  expect(await kept()).toEqual([book]);
});

test('a copy of a damaged book is listed as such', async () => {
  const file = path.join(bookFolder(app), 'book.db');
  const whole = path.join(app.folder, 'whole.db');
  await app.call('book.lock', { reason: 'key' });
  writeFileSync(whole, readFileSync(file));
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(7, 4096 * 2, 4096 * 40));
  await expect(signIn(app)).rejects.toMatchObject({ code: 'book.damaged' });
  truncateSync(file, 0);
  writeFileSync(file, readFileSync(whole));
  await signIn(app);
  expect(await kept()).toMatchObject([{ why: 'damaged', old: false }]);
});

test('after thirty days it is proposed to delete one', async () => {
  const place = path.join(bookFolder(app), 'damaged-0123456789ab');
  mkdirSync(place);
  writeFileSync(path.join(place, 'book.db'), 'x'.repeat(4096));
  utimesSync(place, new Date('2026-02-13T05:00:00.000Z'), new Date('2026-02-13T05:00:00.000Z'));
  expect(await kept()).toEqual([{ id: 'damaged-0123456789ab', why: 'damaged', at: '2026-02-13T05:00:00.000Z', bytes: 4096, old: false }]);
  app.now = new Date('2026-03-16T05:00:00.000Z');
  expect(await kept()).toMatchObject([{ old: true }]);
});

test('nothing else in the folder can be deleted by that, whatever is asked for, nor by anybody else', async () => {
  const inside = readdirSync(bookFolder(app)).sort();
  for (const id of ['backups', 'book.db', '..', '../book', 'replaced-', ''])
    await expect(app.call('backups.removeKept', { id, password: OWNER.password })).rejects.toMatchObject({ code: 'record.not-found' });
  expect(readdirSync(bookFolder(app)).sort()).toEqual(inside);
  await takeOver(app, await aPerson(app, { name: '周静', role: 'manager' }));
  await expect(app.call('backups.removeKept', { id: 'backups', password: OWNER.password })).rejects.toMatchObject({
    code: 'session.not-allowed',
  });
});

test('what a link leads to is never deleted, whether it has the name of such a folder or lies in one', async () => {
  const [folder, outside] = [bookFolder(app), path.join(app.folder, 'outside')];
  mkdirSync(outside);
  writeFileSync(path.join(outside, 'precious'), 'x');
  symlinkSync(outside, path.join(folder, 'damaged-aaaaaaaaaaaa'));
  const real = path.join(folder, 'damaged-bbbbbbbbbbbb');
  mkdirSync(real);
  symlinkSync(outside, path.join(real, 'folder'));
  symlinkSync(path.join(app.folder, 'nowhere'), path.join(real, 'broken'));
  expect((await kept()).map(({ id }) => id)).toEqual(['damaged-bbbbbbbbbbbb']);
  await expect(app.call('backups.removeKept', { id: 'damaged-aaaaaaaaaaaa', password: OWNER.password })).rejects.toMatchObject({
    code: 'record.not-found',
  });
  await app.call('backups.removeKept', { id: 'damaged-bbbbbbbbbbbb', password: OWNER.password });
  expect(existsSync(real)).toBe(false);
  expect(readFileSync(path.join(outside, 'precious'), 'utf8')).toBe('x');
});
