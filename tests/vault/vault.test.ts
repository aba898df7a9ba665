// The life of a book: made, locked, unlocked, its keys changed, opened by the recovery key; and what each refusal leaves behind.

import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pragmaValue } from '../../electron/core/database/connection';
import { openReadOnly } from '../../electron/core/database/open';
import { aProtector, PASSWORD } from './stand-ins';
import { aBook, aVault, countNotes, refusalOf } from './support';

const NEW_PASSWORD = '桃花开在三月里呀';

describe('a new book', () => {
  test('does not exist before it is made', async () => {
    const { vault, files } = aVault();
    expect(vault.status()).toMatchObject({ state: 'none', shopName: null, accounts: [], protection: 'os', waitSeconds: 0 });
    expect((await refusalOf(vault.unlock({ accountId: 'x', password: PASSWORD }))).code).toBe('book.not-found');
    expect(existsSync(files.book)).toBe(false);
  });

  test('is open for its owner as soon as it is made', async () => {
    const { vault, accountId } = await aBook();
    expect(vault.status()).toMatchObject({
      state: 'open',
      shopName: '棠舍',
      accounts: [{ id: accountId, name: '苏敏', role: 'owner', roleName: null, mustChoose: false }],
      accountId,
    });
    expect(vault.database().prepare('SELECT uid FROM account').pluck().get()).toBe(accountId);
    vault.lock('quit');
  });

  test('is not made until the two groups asked for are right', async () => {
    const { vault, files } = aVault();
    const sheet = vault.prepareRecovery();
    expect(sheet.groups).toHaveLength(8);
    const [first, second] = sheet.ask;
    expect(first).toBeLessThan(second);
    const input = { shopName: '棠舍', ownerName: '苏敏', password: PASSWORD };
    const wrong = await refusalOf(vault.create({ ...input, answers: [sheet.groups[first - 1] ?? '', 'ABCD'] }));
    expect(wrong).toMatchObject({ code: 'keys.groups-differ', details: { groups: [second] } });
    expect([files.book, files.newBook, files.keys, files.pepper].filter(existsSync)).toEqual([]);
    const typed = sheet.ask.map((number) => ` ${(sheet.groups[number - 1] ?? '').toLowerCase().replace('0', 'o').replace('1', 'l')} `);
    await vault.create({ ...input, answers: typed });
    vault.lock('quit');
  });

  test.each([
    ['seven77', 'keys.password-too-short'],
    ['12345678', 'keys.password-too-common'],
    ['Password123!', 'keys.password-too-common'],
    ['苏敏12345678', 'keys.password-too-common'],
  ])('is not made with the password %s', async (password, code) => {
    const { vault } = aVault();
    const sheet = vault.prepareRecovery();
    const answers = sheet.ask.map((number) => sheet.groups[number - 1] ?? '');
    expect((await refusalOf(vault.create({ shopName: '棠舍', ownerName: '苏敏', password, answers }))).code).toBe(code);
    expect(vault.status().state).toBe('none');
  });

  test('is never made over another', async () => {
    const { vault, again } = await aBook();
    vault.lock('quit');
    const other = again();
    const sheet = other.prepareRecovery();
    const answers = sheet.ask.map((number) => sheet.groups[number - 1] ?? '');
    expect((await refusalOf(other.create({ shopName: 'B', ownerName: 'C', password: PASSWORD, answers }))).code).toBe(
      'book.already-exists',
    );
  });

  test('is finished after a crash just before it got its name', async () => {
    const { vault, files, again, accountId } = await aBook();
    vault.lock('quit');
    renameSync(files.book, files.newBook);
    const next = again();
    expect(next.status().state).toBe('locked');
    const { db } = await next.unlock({ accountId, password: PASSWORD });
    expect(countNotes(db)).toBe(300);
    next.lock('quit');
  });

  test('is begun anew after a crash before its keys were written', async () => {
    const { vault, files } = aVault();
    writeFileSync(files.newBook, 'half a book');
    expect(vault.status().state).toBe('none');
    const sheet = vault.prepareRecovery();
    const answers = sheet.ask.map((number) => sheet.groups[number - 1] ?? '');
    await vault.create({ shopName: 'B', ownerName: 'C', password: PASSWORD, answers });
    vault.lock('quit');
    expect(existsSync(files.newBook)).toBe(false);
  });
});

describe('locking', () => {
  test('closes the connection, empties the log, forgets the keys and says so', async () => {
    const { vault, files } = await aBook();
    const db = vault.database();
    const reader = vault.readerAccess();
    const heard: unknown[] = [];
    vault.onLocked((locked) => heard.push(locked));
    vault.lock('idle');
    expect(heard).toEqual([{ reason: 'idle', logEmptied: true }]);
    expect(db.open).toBe(false);
    expect(existsSync(`${files.book}-wal`)).toBe(false);
    expect(() => vault.database()).toThrow('session.locked');
    expect(() => vault.readerAccess()).toThrow('session.locked');
    expect(vault.status()).toMatchObject({ state: 'locked', shopName: '棠舍', accountId: null });
    // What was handed out is a copy and its holder's to wipe.
    expect(reader.key.every((byte) => byte === 0)).toBe(false);
  });

  test('reaches somebody who is just being let in', async () => {
    const { vault, accountId } = await aBook();
    vault.lock('key');
    const coming = refusalOf(vault.unlock({ accountId, password: PASSWORD }));
    await Promise.resolve();
    vault.lock('system');
    expect((await coming).code).toBe('session.locked');
    expect(vault.status().state).toBe('locked');
    await vault.unlock({ accountId, password: PASSWORD });
    vault.lock('quit');
  });
});

describe('unlocking', () => {
  test('takes the password in any width and composition', async () => {
    const { vault, accountId } = await aBook();
    vault.lock('key');
    await vault.unlock({ accountId, password: 'ｓｈａｎｃｈａｈｕａ－９－ｙｕｅ' });
    expect(countNotes(vault.database())).toBe(300);
    vault.lock('quit');
  });

  test('refuses a wrong password, an unknown account and a second opening', async () => {
    const { vault, accountId } = await aBook();
    expect((await refusalOf(vault.unlock({ accountId, password: PASSWORD }))).code).toBe('book.already-open');
    vault.lock('key');
    expect(await refusalOf(vault.unlock({ accountId, password: 'shanchahua-8-yue' }))).toMatchObject({
      code: 'keys.wrong-password',
      details: { nextWaitSeconds: 2, triesBeforeWait: 3 },
    });
    expect((await refusalOf(vault.unlock({ accountId: 'nobody', password: PASSWORD }))).code).toBe('keys.no-account');
  });

  test('is refused while another program holds the book', async () => {
    const { vault, again, accountId } = await aBook();
    const other = again();
    expect((await refusalOf(other.unlock({ accountId, password: PASSWORD }))).code).toBe('book.in-use');
    vault.lock('quit');
    await other.unlock({ accountId, password: PASSWORD });
    other.lock('quit');
  });
});

describe('emptying the log', () => {
  test('does not wait for a thread that reads, and is whole once that has ended', async () => {
    const { vault } = await aBook();
    const writing = vault.database();
    const { file, key, salt, nativeBinding } = vault.readerAccess();
    const reader = openReadOnly(file, { key, salt: Buffer.from(salt), nativeBinding, schemaVersion: 1 });
    reader.exec('BEGIN');
    expect(countNotes(reader)).toBe(300);
    writing.prepare("INSERT INTO note (words) VALUES ('while somebody reads')").run();
    const patience = Number(pragmaValue(writing, 'busy_timeout'));
    const began = performance.now();
    expect(vault.checkpoint()).toBe(false);
    expect(performance.now() - began).toBeLessThan(patience / 2);
    expect(Number(pragmaValue(writing, 'busy_timeout'))).toBe(patience);
    reader.close();
    expect(vault.checkpoint()).toBe(true);
    expect(statSync(`${file}-wal`).size).toBe(0);
    vault.lock('quit');
  });
});

describe('changing keys', () => {
  test('a new password works at once and the old one no more; the book itself is not encrypted anew', async () => {
    const { vault, files, accountId } = await aBook();
    vault.checkpoint();
    const salt = readFileSync(files.book).subarray(0, 16);
    const size = statSync(files.book).size;
    await vault.changePassword({ password: PASSWORD, newPassword: NEW_PASSWORD });
    vault.lock('key');
    expect((await refusalOf(vault.unlock({ accountId, password: PASSWORD }))).code).toBe('keys.wrong-password');
    await vault.unlock({ accountId, password: NEW_PASSWORD });
    expect(countNotes(vault.database())).toBe(300);
    vault.lock('quit');
    expect(readFileSync(files.book).subarray(0, 16).equals(salt)).toBe(true);
    expect(statSync(files.book).size).toBe(size);
  });

  test('a new password needs the present one and obeys the rules', async () => {
    const { vault } = await aBook();
    expect((await refusalOf(vault.changePassword({ password: 'not this one', newPassword: NEW_PASSWORD }))).code).toBe(
      'keys.wrong-password',
    );
    expect((await refusalOf(vault.changePassword({ password: PASSWORD, newPassword: '棠舍123456' }))).code).toBe(
      'keys.password-too-common',
    );
    vault.lock('quit');
  });

  test('a renewed recovery key makes the old one worthless', async () => {
    const { vault, recoveryKey } = await aBook();
    const sheet = vault.prepareRecovery();
    await vault.renewRecovery({ answers: sheet.ask.map((number) => sheet.groups[number - 1] ?? '') });
    vault.lock('key');
    expect((await refusalOf(vault.recover({ recoveryKey, newPassword: NEW_PASSWORD }))).code).toBe('keys.wrong-recovery-key');
    await vault.recover({ recoveryKey: sheet.groups.join('-'), newPassword: NEW_PASSWORD });
    vault.lock('quit');
  });

  test('a new shop name is shown at the lock screen', async () => {
    const { vault, accountId } = await aBook();
    await vault.rename({ shopName: '棠舍二店', accounts: { [accountId]: '苏敏敏' } });
    vault.lock('key');
    expect(vault.status()).toMatchObject({ shopName: '棠舍二店', accounts: [{ name: '苏敏敏' }] });
    await vault.unlock({ accountId, password: PASSWORD });
    vault.lock('quit');
  });
});

describe('the recovery key', () => {
  test('opens the book and sets a new password', async () => {
    const { vault, recoveryKey, accountId } = await aBook();
    vault.lock('key');
    await vault.recover({ recoveryKey: ` ${recoveryKey.toLowerCase().replaceAll(' ', ' - ')} `, newPassword: NEW_PASSWORD });
    expect(countNotes(vault.database())).toBe(300);
    vault.lock('key');
    expect((await refusalOf(vault.unlock({ accountId, password: PASSWORD }))).code).toBe('keys.wrong-password');
    await vault.unlock({ accountId, password: NEW_PASSWORD });
    vault.lock('quit');
  });

  test('of another book does not open this one', async () => {
    const other = await aBook();
    const { vault } = await aBook();
    other.vault.lock('quit');
    vault.lock('key');
    const wrong = await refusalOf(vault.recover({ recoveryKey: other.recoveryKey, newPassword: NEW_PASSWORD }));
    expect(wrong).toMatchObject({ code: 'keys.wrong-recovery-key', details: { nextWaitSeconds: 2, triesBeforeWait: 3 } });
  });

  test('opens the book when the pepper is lost, which a password does not', async () => {
    const { vault, files, recoveryKey, accountId } = await aBook();
    vault.lock('key');
    rmSync(files.pepper);
    expect((await refusalOf(vault.unlock({ accountId, password: PASSWORD }))).code).toBe('keys.pepper-lost');
    await vault.recover({ recoveryKey, newPassword: NEW_PASSWORD });
    vault.lock('key');
    await vault.unlock({ accountId, password: NEW_PASSWORD });
    vault.lock('quit');
  });

  test('opens the book when the system no longer knows what protected the pepper', async () => {
    const { vault, protector, recoveryKey, accountId } = await aBook();
    vault.lock('key');
    protector.lost = true;
    const before = vault.status().waitSeconds;
    expect((await refusalOf(vault.unlock({ accountId, password: PASSWORD }))).code).toBe('keys.pepper-lost');
    expect(vault.status().waitSeconds).toBe(before);
    await vault.recover({ recoveryKey, newPassword: NEW_PASSWORD });
    vault.lock('quit');
  });
});

describe('the pepper', () => {
  test('is kept without protection readable by this user only, and the status says so', async () => {
    const { vault, files, again, accountId } = await aBook({ protector: aProtector('none') });
    expect(vault.status().protection).toBe('none');
    expect(statSync(files.pepper).mode & 0o777).toBe(0o600);
    vault.lock('quit');
    // From the day the system can protect it, it does.
    const later = again({ protector: aProtector('os') });
    await later.unlock({ accountId, password: PASSWORD });
    expect(later.status().protection).toBe('os');
    later.lock('key');
    await later.unlock({ accountId, password: PASSWORD });
    later.lock('quit');
  });
});
