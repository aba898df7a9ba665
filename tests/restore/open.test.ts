// Restoring while the book is open: first a look, then a swap, and a way back.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { anApp, aPerson, OWNER, signIn, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { aStick, backUp, bookFolder, choose, fill, filesIn, folderHash, newest, restore, rowHashes } from './shop';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
  await fill(app, 1, 3);
});
afterEach(() => app.close());

const leftOvers = () =>
  Object.keys(folderHash(bookFolder(app))).filter((name) => /^(restore-|book\.next|rotation|replaced-|damaged-)|\.part/.test(name));
const names = async () =>
  (
    await app.call('clients.list', {
      filter: { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' },
      ...{ sort: 'number', descending: false, offset: 0, limit: 100 },
    })
  ).rows.map(({ name }) => name);

describe('a preview', () => {
  test('says per table what would be gained, lost and changed, names who would be gone, and leaves no file behind', async () => {
    const [first] = await fill(app, 50, 1);
    const token = await backUp(app);
    await fill(app, 60, 2);
    await app.call('clients.remove', { id: first! });
    const preview = await app.call('restore.preview', { token });
    const line = (table: string) => preview.tables.find((one) => one.table === table);
    expect(line('clients')).toMatchObject({ now: 5, backup: 4, gained: 1, lost: 2, changed: 0 });
    expect(line('visits')).toMatchObject({ lost: 2, backup: 4 });
    expect(preview).toMatchObject({ kind: 'manual', lostClients: ['客户61', '客户60'], staysErased: 0, older: false, lost: 4 });
    expect(leftOvers()).toEqual([]);
  });

  test('counts an erased client as one who stays erased, not as one who comes back', async () => {
    const [id] = await fill(app, 50, 1);
    const token = await backUp(app);
    await erase(id!);
    const preview = await app.call('restore.preview', { token });
    expect(preview.staysErased).toBe(1);
    expect(preview.tables.find(({ table }) => table === 'clients')).toMatchObject({ now: 3, backup: 3, gained: 0, lost: 0 });
  });
});

describe('a restore', () => {
  test('brings back row for row what was backed up, locks the book, and everybody signs in with their present password', async () => {
    const before = rowHashes(app);
    const token = await backUp(app);
    await fill(app, 60, 2);
    await app.call('book.changePassword', { password: OWNER.password, newPassword: 'liushu-qingchen-3' });
    await restore(app, token, 'liushu-qingchen-3');
    expect(await app.call('book.status', null)).toMatchObject({ state: 'locked', lockedBy: 'restore' });
    await signIn(app, 'liushu-qingchen-3');
    expect(rowHashes(app)).toEqual(before);
    expect(leftOvers()).toEqual([]);
  });

  test('can be undone with the backup that it made before: everything is as it was', async () => {
    const token = await backUp(app);
    await fill(app, 60, 2);
    const before = rowHashes(app);
    await restore(app, token);
    await signIn(app);
    expect(rowHashes(app)).not.toEqual(before);
    await restore(app, await newest(app, 'before-restore'));
    await signIn(app);
    expect(rowHashes(app)).toEqual(before);
  });

  test('is the first new entry of the log, which goes on whole: neither chain nor mirror cries out', async () => {
    const token = await backUp(app);
    await fill(app, 60, 2);
    await restore(app, token);
    await signIn(app);
    expect(await events()).toContainEqual(expect.objectContaining({ event: 'restored', details: expect.objectContaining({ clients: 3 }) }));
    expect((await events()).filter(({ event }) => event === 'verified')).toEqual([]);
    expect(await app.call('audit.verify', null)).toMatchObject({ broken: null });
    const told = (await events()).find(({ event }) => event === 'restored')?.details['entriesLeft'];
    expect(told).toBeGreaterThan(2);
  });

  test('still notices a mirror that was put back from before it', async () => {
    const token = await backUp(app);
    await restore(app, token);
    const mirror = path.join(bookFolder(app), 'audit-head.json');
    const kept = readFileSync(mirror);
    await signIn(app);
    await fill(app, 70, 1);
    await app.call('book.lock', { reason: 'key' });
    writeFileSync(mirror, kept);
    await signIn(app);
    expect((await events()).filter(({ event }) => event === 'verified')).toHaveLength(1);
  });

  test('keeps people and their rights as they are now: removed stays removed, invited stays, a changed role stays', async () => {
    const gone = await aPerson(app, { name: '王芳' });
    const moved = await aPerson(app, { name: '李娜', role: 'front-desk' });
    const token = await backUp(app);
    await app.call('people.remove', { id: gone.id });
    await app.call('people.setRole', { id: moved.id, role: 'therapist' });
    const added = await aPerson(app, { name: '赵敏', role: 'manager' });
    const people = async () => (await app.call('people.accounts', null)).map(({ name, role }) => ({ name, role }));
    const before = await people();
    await restore(app, token);
    await signIn(app);
    expect(await people()).toEqual(before);
    await app.call('book.lock', { reason: 'key' });
    await expect(app.call('book.unlock', { accountId: gone.id, password: gone.password })).rejects.toMatchObject({
      code: 'keys.no-account',
    });
    await app.call('book.unlock', { accountId: added.id, password: added.password });
    expect((await app.call('book.status', null)).session).toMatchObject({ name: '赵敏', role: 'manager' });
    await app.call('book.lock', { reason: 'key' });
    await app.call('book.unlock', { accountId: moved.id, password: moved.password });
    expect((await app.call('book.status', null)).session).toMatchObject({ role: 'therapist' });
  });

  test('brings nobody back who was erased since, and the log still proves itself', async () => {
    const [id] = await fill(app, 60, 1);
    const token = await backUp(app);
    await erase(id!);
    await restore(app, token);
    await signIn(app);
    expect(await names()).not.toContain('客户60');
    expect(await app.call('audit.verify', null)).toMatchObject({ broken: null });
  });

  test('works with a backup from before the book got new keys', async () => {
    const before = rowHashes(app);
    const token = await backUp(app);
    await fill(app, 60, 1);
    const { groups, ask } = await app.call('book.prepare', null);
    await app.call('people.rotateKeys', { password: OWNER.password, answers: [groups[ask[0] - 1]!, groups[ask[1] - 1]!] });
    await signIn(app);
    await restore(app, token);
    await signIn(app);
    expect(rowHashes(app)).toEqual(before);
  });

  test('that was killed leaves nothing beside the book after the next start', async () => {
    const left = path.join(bookFolder(app), 'restore-0199aaaa-0000-7000-8000-000000000001.part');
    for (const file of [left, `${left}-wal`]) writeFileSync(file, 'half');
    app = await app.restart();
    expect(leftOvers()).toEqual([]);
  });

  test('does not begin when no backup of the present can be made', async () => {
    const token = await backUp(app);
    const before = rowHashes(app);
    const own = path.join(bookFolder(app), 'backups');
    const [file = ''] = filesIn(own);
    const chosen = await choose(app, moved(file));
    rmSync(own, { recursive: true });
    writeFileSync(own, 'a file where the folder should be');
    await expect(restore(app, chosen)).rejects.toMatchObject({ code: expect.stringMatching(/^(backup|book)\./) });
    expect(rowHashes(app)).toEqual(before);
    expect(await app.call('book.status', null)).toMatchObject({ state: 'open' });
    expect(token).not.toBe(chosen);
    expect(leftOvers()).toEqual([]);
  });
});

describe('refused, with nothing changed:', () => {
  const cases: readonly (readonly [string, string, (app: TestApp) => Promise<string>])[] = [
    ['a backup of another book', 'backup.other-book', foreign],
    [
      'a damaged backup',
      'backup.damaged',
      (one) => altered(one, (bytes) => bytes.writeUInt8(bytes.readUInt8(bytes.length - 5000) ^ 1, bytes.length - 5000)),
    ],
    ['a file that is gone', 'backup.gone', gone],
    ['a wrong password', 'keys.wrong-password', backUp],
  ];
  test.each(cases)('%s', async (_title, code, make) => {
    const token = await make(app);
    await app.call('book.lock', { reason: 'key' });
    await signIn(app);
    const rows = rowHashes(app);
    const password = code === 'keys.wrong-password' ? 'nicht-das-passwort' : OWNER.password;
    await expect(restore(app, token, password)).rejects.toMatchObject({ code });
    expect(rowHashes(app)).toEqual(rows);
    expect(leftOvers()).toEqual([]);
    expect(await app.call('book.status', null)).toMatchObject({ state: 'open' });
  });

  test('a file that is no backup', async () => {
    const file = path.join(app.folder, 'notes.shukebackup');
    writeFileSync(file, 'nothing of ours');
    await expect(choose(app, file)).rejects.toMatchObject({ code: 'backup.not-a-backup' });
  });
});

async function erase(id: ClientId): Promise<void> {
  const { number } = await app.call('clients.get', { id });
  await app.call('clients.remove', { id });
  await app.call('clients.erase', { id, confirm: number });
}

async function events() {
  const filter = { from: null, to: null, accountId: null, events: [], clientId: null };
  return (await app.call('audit.list', { filter, before: null, limit: 100 })).entries;
}

function moved(file: string): string {
  const copy = path.join(app.folder, path.basename(file));
  cpSync(file, copy);
  return copy;
}

async function foreign(here: TestApp): Promise<string> {
  const other = await anApp();
  await aClient(other, { name: '别家客户', phone: '13900001111' });
  await backUp(other);
  const [file = ''] = filesIn(path.join(bookFolder(other), 'backups'));
  const copy = moved(file);
  other.close();
  return choose(here, copy);
}

async function altered(here: TestApp, alter: (bytes: Buffer) => void): Promise<string> {
  const stick = await aStick(here);
  await backUp(here);
  const [file = ''] = filesIn(stick);
  const bytes = readFileSync(file);
  alter(bytes);
  const copy = path.join(here.folder, 'altered.shukebackup');
  writeFileSync(copy, bytes);
  return choose(here, copy);
}

async function gone(here: TestApp): Promise<string> {
  const token = await backUp(here);
  const [file = ''] = filesIn(path.join(bookFolder(here), 'backups'));
  rmSync(file);
  return token;
}
