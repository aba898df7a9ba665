// The recovery drill: it proves a restore by the paper alone, leaves no trace but its result, and says which paper is the wrong one.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anEmptyApp, aPerson, createBook, OWNER, signIn, takeOver, type TestApp } from '../support/app';
import { backUp, bookFolder, fill, newest, rowHashes } from './shop';

let app: TestApp;
let paper: string;

beforeEach(async () => {
  app = anEmptyApp();
  paper = (await createBook(app)).join('-');
  await fill(app, 0, 3);
});
afterEach(() => app.close());

async function renewPaper(): Promise<string> {
  const { groups, ask } = await app.call('book.prepare', null);
  const [first, second] = ask;
  await app.call('book.renewRecovery', { password: OWNER.password, answers: [groups[first - 1]!, groups[second - 1]!] });
  return groups.join('-');
}

const drillState = async () => (await app.call('backups.state', null)).drill;
const parts = () => readdirSync(bookFolder(app)).filter((name) => name.includes('.part'));

/** Everything but what the drill leaves: its setting, the act that wrote it, and the log. */
function ofTheShop(hashes: Record<string, string[]>): Record<string, string[]> {
  const own = new Set(['setting', 'act', 'journal', 'journal_state', 'audit', 'right_use']);
  return Object.fromEntries(Object.entries(hashes).filter(([table]) => !own.has(table)));
}

async function entries() {
  const filter = { from: null, to: null, accountId: null, events: ['practised' as const], clientId: null };
  return (await app.call('audit.list', { filter, before: null, limit: 10 })).entries;
}

describe('a drill', () => {
  test('opens the backup by the paper, leaves the book as it is, and keeps what came of it', async () => {
    const token = await backUp(app);
    const before = ofTheShop(rowHashes(app));
    const drill = await app.call('restore.practise', { token, recoveryKey: paper });
    expect(drill).toEqual({ at: app.now.toISOString(), backupAt: app.now.toISOString(), clients: 3, visits: 3, good: true });
    expect(ofTheShop(rowHashes(app))).toEqual(before);
    expect(parts()).toEqual([]);
    expect(await drillState()).toEqual({ last: drill, due: false });
    expect((await app.call('safety.state', null)).lastDrill).toEqual(drill);
    expect((await entries()).map(({ details }) => details)).toEqual([
      expect.objectContaining({ backup: drill.backupAt, clients: 3, visits: 3, good: true }),
    ]);
  });

  test('says that a backup is damaged, and keeps that too', async () => {
    const token = await backUp(app);
    const folder = path.join(bookFolder(app), 'backups');
    const file = path.join(folder, readdirSync(folder)[0] ?? '');
    const bytes = readFileSync(file);
    bytes[bytes.length - 5000]! ^= 1;
    writeFileSync(file, bytes);
    await expect(app.call('restore.practise', { token, recoveryKey: paper })).rejects.toMatchObject({ code: 'backup.damaged' });
    expect(parts()).toEqual([]);
    expect(await drillState()).toMatchObject({ last: { good: false }, due: true });
  });

  test('tells a wrong paper, a former one and one that is newer than the backup apart', async () => {
    const before = await backUp(app);
    const wrong = 'restore.practise' as const;
    const other = anEmptyApp();
    try {
      const recoveryKey = (await createBook(other)).join('-');
      await expect(app.call(wrong, { token: before, recoveryKey })).rejects.toMatchObject({ code: 'drill.wrong-key' });
    } finally {
      other.close();
    }
    const next = await renewPaper();
    await expect(app.call(wrong, { token: before, recoveryKey: paper })).rejects.toMatchObject({ code: 'drill.former-key' });
    await expect(app.call(wrong, { token: before, recoveryKey: next })).rejects.toMatchObject({ code: 'drill.newer-key' });
    expect(await drillState()).toEqual({ last: null, due: false });
    expect(await app.call(wrong, { token: await backUp(app), recoveryKey: next })).toMatchObject({ good: true });
  });

  test('counts wrong papers like wrong passwords, and waits after a few', async () => {
    const token = await backUp(app);
    const other = anEmptyApp();
    const recoveryKey = (await createBook(other)).join('-');
    other.close();
    for (let tried = 0; tried < 4; tried += 1)
      await expect(app.call('restore.practise', { token, recoveryKey })).rejects.toMatchObject({ code: 'drill.wrong-key' });
    await expect(app.call('restore.practise', { token, recoveryKey: paper })).rejects.toMatchObject({ code: 'keys.wait' });
  });
});

describe('the reminder', () => {
  test('comes 30 days after the book was made, a year after the last drill, and goes for 30 days when it is put off', async () => {
    expect((await drillState()).due).toBe(false);
    await later('2026-04-20T04:00:00.000Z');
    expect((await drillState()).due).toBe(true);
    await app.call('backups.drillLater', null);
    expect((await drillState()).due).toBe(false);
    await later('2026-05-21T04:00:00.000Z');
    expect((await drillState()).due).toBe(true);
    await app.call('restore.practise', { token: await backUp(app), recoveryKey: paper });
    expect((await drillState()).due).toBe(false);
    await later('2027-05-20T04:00:00.000Z');
    expect((await drillState()).due).toBe(false);
    await later('2027-05-21T04:00:00.000Z');
    expect((await drillState()).due).toBe(true);
  });

  test('is the owner’s alone, and so is the drill', async () => {
    const token = await newest(app).catch(() => backUp(app));
    const manager = await aPerson(app, { name: '周静', role: 'manager' });
    await later('2026-04-20T04:00:00.000Z');
    await takeOver(app, manager);
    expect((await drillState()).due).toBe(false);
    await expect(app.call('restore.practise', { token, recoveryKey: paper })).rejects.toMatchObject({ code: 'session.not-allowed' });
  });
});

async function later(now: string): Promise<void> {
  await app.call('book.lock', { reason: 'key' });
  app.now = new Date(now);
  await signIn(app);
}
