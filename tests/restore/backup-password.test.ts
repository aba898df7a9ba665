// The backup password: opens a backup on any PC without the recovery key, survives new keys, cannot be weakened, and is no back door to anything older.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHeader } from '../../electron/backups/backup-file';
import { openBackupEntry } from '../../electron/vault/backup-password';
import { anApp, anEmptyApp, OWNER, signIn, type TestApp } from '../support/app';
import { aStick, bookFolder, choose, fill, filesIn, rowHashes } from './shop';

const BACKUP_PASSWORD = 'lan-hua-san-jin-bu-huan';
const NEW_PASSWORD = 'xin-diannao-2027';

const apps: TestApp[] = [];
let app: TestApp;
let stick: string;
beforeEach(async () => {
  app = await anApp();
  apps.push(app);
  await fill(app, 0, 2);
  stick = await aStick(app);
});
afterEach(() => apps.splice(0).forEach((one) => one.close()));

async function setPassword(backupPassword: string | null): Promise<void> {
  await app.call('backups.setPassword', { password: OWNER.password, backupPassword });
}

async function backUp(): Promise<string> {
  await app.call('backups.make', null);
  const files = filesIn(stick).sort((a, b) => readHeader(a).sequence - readHeader(b).sequence);
  return files.at(-1) ?? '';
}

/** Another PC that has nothing but the file. */
async function onNewPc(file: string): Promise<{ pc: TestApp; token: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shuke-new-pc-'));
  mkdirSync(path.join(folder, 'stick'));
  const brought = path.join(folder, 'stick', path.basename(file));
  cpSync(file, brought);
  const pc = anEmptyApp({ folder });
  apps.push(pc);
  return { pc, token: await choose(pc, brought) };
}

async function open(pc: TestApp, token: string, backupPassword = BACKUP_PASSWORD): Promise<void> {
  await pc.call('restore.runClosed', { token, opener: { way: 'backup', backupPassword, newPassword: NEW_PASSWORD } });
}

async function newKeys(): Promise<void> {
  const { groups, ask } = await app.call('book.prepare', null);
  await app.call('people.rotateKeys', { password: OWNER.password, answers: [groups[ask[0] - 1]!, groups[ask[1] - 1]!] });
  await signIn(app);
}

const keysJson = (of: TestApp) => path.join(bookFolder(of), 'keys.json');

describe('on a new PC', () => {
  test('it opens the backup to every row, and the owner gets a new password', async () => {
    await setPassword(BACKUP_PASSWORD);
    expect((await app.call('backups.state', null)).hasPassword).toBe(true);
    const file = await backUp();
    const before = rowHashes(app);
    const { pc, token } = await onNewPc(file);
    await expect(open(pc, token, 'lan-hua-san-jin-bu-huan!')).rejects.toMatchObject({ code: 'keys.wrong-backup-password' });
    await open(pc, token);
    await signIn(pc, NEW_PASSWORD);
    const after = rowHashes(pc);
    for (const table of ['client', 'client_phone', 'visit', 'visit_item']) expect(after[table]).toEqual(before[table]);
    expect((await pc.call('backups.state', null)).hasPassword).toBe(true);
  });

  test('a backup made before it was set does not open with it; one made after it was taken away neither', async () => {
    const early = await onNewPc(await backUp());
    await expect(open(early.pc, early.token)).rejects.toMatchObject({ code: 'backup.no-password' });
    await setPassword(BACKUP_PASSWORD);
    await setPassword(null);
    const late = await onNewPc(await backUp());
    await expect(open(late.pc, late.token)).rejects.toMatchObject({ code: 'backup.no-password' });
  });

  test('after new keys the same password opens the next backup', async () => {
    await setPassword(BACKUP_PASSWORD);
    await newKeys();
    const { pc, token } = await onNewPc(await backUp());
    await open(pc, token);
    await signIn(pc, NEW_PASSWORD);
    expect((await pc.call('clients.counts', null)).current).toBe(2);
  });
});

describe('the password itself', () => {
  test('has at least 12 characters, is no common one, and takes the owner’s own to set', async () => {
    await expect(setPassword('kurz-aber-gu')).resolves.toBeUndefined();
    await expect(setPassword('kurz-aber-g')).rejects.toMatchObject({ code: 'keys.password-too-short', details: { least: 12 } });
    await expect(setPassword('password12345')).rejects.toMatchObject({ code: 'keys.password-too-common' });
    const wrong = { password: 'nicht-das-passwort', backupPassword: BACKUP_PASSWORD };
    await expect(app.call('backups.setPassword', wrong)).rejects.toMatchObject({ code: 'keys.wrong-password' });
  });

  test('does not open the book on this PC, and is in no file', async () => {
    await setPassword(BACKUP_PASSWORD);
    const file = await backUp();
    const { accounts } = await app.call('book.status', null);
    await app.call('book.lock', { reason: 'key' });
    await expect(app.call('book.unlock', { accountId: accounts[0]!.id, password: BACKUP_PASSWORD })).rejects.toMatchObject({
      code: 'keys.wrong-password',
    });
    for (const place of [keysJson(app), file]) expect(readFileSync(place).includes(BACKUP_PASSWORD)).toBe(false);
    await signIn(app);
    expect((await app.call('backups.state', null)).hasPassword).toBe(true);
  });

  test('costs more than a sign-in, and a slot that was made cheaper is not tried', async () => {
    await setPassword(BACKUP_PASSWORD);
    const { keys, ...rest } = JSON.parse(readFileSync(keysJson(app), 'utf8'));
    expect(rest.format).toBe(3);
    expect(keys.backup.slot).toMatchObject({ kind: 'backup', memoryKiB: 262_144, passes: 4 });
    const { backup } = keys;
    const cheap = { ...backup, slot: { ...backup.slot, memoryKiB: 19_456, passes: 2 } };
    const place = { bookUid: keys.bookUid, bookSalt: keys.salt, owner: 'backup password' };
    expect((await openBackupEntry(backup, BACKUP_PASSWORD, place))?.length).toBe(96);
    await expect(openBackupEntry(cheap, BACKUP_PASSWORD, place)).rejects.toMatchObject({ code: 'keys.weak-slot' });
    expect(await openBackupEntry(backup, BACKUP_PASSWORD, { ...place, owner: 'recovery' })).toBeUndefined();
  });

  test('without one the key file stays in the form that older versions read', async () => {
    expect(JSON.parse(readFileSync(keysJson(app), 'utf8'))).toMatchObject({ format: 2 });
    await setPassword(BACKUP_PASSWORD);
    await setPassword(null);
    const file = JSON.parse(readFileSync(keysJson(app), 'utf8'));
    expect(file.format).toBe(2);
    expect(file.keys).not.toHaveProperty('backup');
  });

  test('an older key file put back does not bring a former one back: nobody is let in by it', async () => {
    await setPassword(BACKUP_PASSWORD);
    const former = readFileSync(keysJson(app));
    await setPassword(null);
    await app.call('book.lock', { reason: 'key' });
    for (const name of ['keys.json', 'keys.backup.json']) writeFileSync(path.join(bookFolder(app), name), former);
    await expect(signIn(app)).rejects.toMatchObject({ code: 'keys.rolled-back' });
  });
});
