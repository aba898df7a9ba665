// Several people and one book: how they come in, what each of them holds, and who may change that.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isVouched, openEntry } from '../../electron/vault/account-entry';
import { makeRoots } from '../../electron/vault/key-ring';
import { placeOf, readKeys, writeKeys } from '../../electron/vault/keys-file';
import { addLin, ALL, answersOf, BOTH, HEALTH, keysIn, LIN, NOTHING, OWN, ringOf, START, WEN, withLin } from './people';
import { PASSWORD } from './stand-ins';
import { aBook, countNotes, refusalOf, type TestBook } from './support';

const wen = { id: WEN, name: '文静', role: 'r-7', roleName: '实习', startPassword: START, grants: NOTHING };

function epochOf({ files }: TestBook): number {
  return readKeys(files).keys.epoch;
}

describe('an invitation', () => {
  test('opens the book with the start password, which must be replaced', async () => {
    const book = await aBook();
    await addLin(book);
    await book.vault.addAccount(wen);
    expect(book.vault.status().accounts.slice(1)).toEqual([
      { id: LIN, name: '林小满', role: 'front-desk', roleName: null, mustChoose: true },
      { id: WEN, name: '文静', role: 'r-7', roleName: '实习', mustChoose: true },
    ]);
    book.vault.lock('key');
    const opened = await book.vault.unlock({ accountId: LIN, password: START });
    expect(opened).toMatchObject({ accountId: LIN, mustChoose: true });
    expect(countNotes(opened.db)).toBe(300);
    await book.vault.chooseOwnPassword({ newPassword: OWN });
    expect(book.vault.status().accounts[1]).toMatchObject({ mustChoose: false });
    book.vault.lock('key');
    expect((await refusalOf(book.vault.unlock({ accountId: LIN, password: START }))).code).toBe('keys.wrong-password');
    expect(await book.vault.unlock({ accountId: LIN, password: OWN })).toMatchObject({ mustChoose: false });
    book.vault.lock('key');
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    book.vault.lock('quit');
  });

  test('the own password is another than the start password, however it is typed, and obeys the rules', async () => {
    const book = await aBook();
    await book.vault.addAccount({ ...wen, startPassword: 'Yizhang-piao-7' });
    await book.vault.switchTo({ accountId: WEN, password: 'Yizhang-piao-7' });
    const choose = (newPassword: string) => refusalOf(book.vault.chooseOwnPassword({ newPassword }));
    expect((await choose('Ｙｉｚｈａｎｇ-piao-７')).code).toBe('keys.password-unchanged');
    expect((await choose('文静123456')).code).toBe('keys.password-too-common');
    expect((await choose('short')).code).toBe('keys.password-too-short');
    const same = { password: 'Yizhang-piao-7', newPassword: 'Yizhang-piao-7' };
    expect((await refusalOf(book.vault.changePassword(same))).code).toBe('keys.password-unchanged');
    await book.vault.changePassword({ password: 'Yizhang-piao-7', newPassword: OWN });
    expect((await choose('yet another one 5')).code).toBe('session.not-allowed');
    book.vault.lock('key');
    expect(await book.vault.unlock({ accountId: WEN, password: OWN })).toMatchObject({ mustChoose: false });
    book.vault.lock('quit');
  });

  test('is not made with a start password that anybody would try first, nor for an owner who is none', async () => {
    const book = await aBook();
    expect((await refusalOf(book.vault.addAccount({ ...wen, startPassword: '文静123456' }))).code).toBe('keys.password-too-common');
    await expect(book.vault.addAccount({ ...wen, grants: ALL })).rejects.toThrow('go together');
    await expect(book.vault.addAccount({ ...wen, role: 'owner' })).rejects.toThrow('go together');
    expect(book.vault.status().accounts).toHaveLength(1);
    book.vault.lock('quit');
  });

  test('a password of one’s own is changed with the present one, whoever one is', async () => {
    const book = await aBook();
    await withLin(book, HEALTH);
    await book.vault.unlock({ accountId: LIN, password: OWN });
    const wrong = await refusalOf(book.vault.changePassword({ password: START, newPassword: 'another-way-in-27' }));
    expect(wrong.code).toBe('keys.wrong-password');
    await book.vault.changePassword({ password: OWN, newPassword: 'another-way-in-27' });
    book.vault.lock('key');
    await book.vault.unlock({ accountId: LIN, password: 'another-way-in-27' });
    expect(book.vault.subKeys().health).not.toBeNull();
    book.vault.lock('quit');
  });
});

describe('what a person holds', () => {
  test.each([
    ['nothing more', NOTHING],
    ['health', HEALTH],
    ['health and photos', BOTH],
  ])('is the book, the audit key and %s; the same keys as an owner’s', async (_name, grants) => {
    const book = await aBook();
    const owners = copies(book);
    await withLin(book, grants);
    await book.vault.unlock({ accountId: LIN, password: OWN });
    const own = book.vault.subKeys();
    expect(own.audit.equals(owners.audit)).toBe(true);
    expect(own.health?.equals(owners.health!) ?? false).toBe(grants.health);
    expect(own.photos?.equals(owners.photos!) ?? false).toBe(grants.photos);
    const ring = await ringOf(book, { id: LIN, password: OWN });
    expect(keysIn(ring)).toHaveLength(3 + Number(grants.health) + Number(grants.photos));
    expect(ring.owner).toBeNull();
    book.vault.lock('quit');
  });

  test('the four derived keys are HKDF-SHA256 of their roots, bound to the book, and all different', async () => {
    const book = await aBook();
    const { owner, audit, health, photos } = await ringOf(book, { id: book.accountId, password: PASSWORD });
    const { bookUid } = readKeys(book.files).keys;
    const derived = (root: Buffer, info: string) => Buffer.from(hkdfSync('sha256', root, bookUid, info, 32)).toString('hex');
    const { roots, admin } = owner!;
    const found = [health!, photos!, audit, admin].map((key) => key.toString('hex'));
    expect(found).toEqual([
      derived(roots.sensitive, 'health'),
      derived(roots.sensitive, 'photos'),
      derived(roots.backup, 'audit'),
      derived(roots.backup, 'admin'),
    ]);
    expect(new Set(found).size).toBe(4);
    book.vault.lock('quit');
  });

  test('a therapist’s keys, and all that can be derived from them, do not open what is under the health key', async () => {
    const book = await aBook();
    const { health } = copies(book);
    const sealed = sealNote('孕期，不做腹部', health!);
    await withLin(book);
    const ring = await ringOf(book, { id: LIN, password: OWN });
    const { keys } = readKeys(book.files);
    const owners = keys.accounts.find(({ id }) => id === book.accountId)!;
    const place = placeOf(keys, book.accountId);
    const infos = ['health', 'photos', 'audit', 'admin', 'sensitive', 'backup', 'keys.json', 'recovery', LIN, book.accountId, ''];
    const held = keysIn(ring);
    const derived = held.flatMap((key) => infos.map((info) => Buffer.from(hkdfSync('sha256', key, keys.bookUid, info, 32))));
    expect(held).toHaveLength(3);
    for (const key of [...held, ...derived]) {
      expect(openNote(sealed, key)).toBeUndefined();
      expect(openEntry(owners, key, place)).toBeUndefined();
      expect(isVouched(owners, { admin: key, roots: makeRoots() }, place)).toBe(false);
    }
    expect(openNote(sealed, health!)).toBe('孕期，不做腹部');
  });

  test('is wiped when the book is locked, also what others brought', async () => {
    const book = await aBook();
    await addLin(book, BOTH);
    await book.vault.switchTo({ accountId: LIN, password: START });
    const { audit, health, photos } = book.vault.subKeys();
    book.vault.lock('key');
    for (const key of [audit, health, photos]) expect(key?.every((byte) => byte === 0)).toBe(true);
    expect(() => book.vault.subKeys()).toThrow('session.locked');
  });
});

describe('a change by an owner', () => {
  test('gives and takes keys without the person’s password, in one epoch', async () => {
    const book = await aBook();
    await addLin(book, BOTH);
    await book.vault.addAccount(wen);
    const before = epochOf(book);
    await book.vault.changeAccounts([
      { id: LIN, role: 'therapist', grants: NOTHING },
      { id: WEN, name: '文静静', role: 'r-8', roleName: '见习', grants: HEALTH },
    ]);
    expect(epochOf(book)).toBe(before + 1);
    expect(book.vault.status().accounts.slice(1)).toMatchObject([
      { id: LIN, role: 'therapist' },
      { name: '文静静', role: 'r-8', roleName: '见习' },
    ]);
    const lin = await ringOf(book, { id: LIN, password: START });
    expect([lin.health, lin.photos, lin.owner]).toEqual([null, null, null]);
    const ring = await ringOf(book, { id: WEN, password: START });
    expect([ring.health !== null, ring.photos, ring.owner]).toEqual([true, null, null]);
    book.vault.lock('key');
    await book.vault.unlock({ accountId: LIN, password: START });
    expect(book.vault.subKeys()).toMatchObject({ health: null, photos: null });
    book.vault.lock('quit');
  });

  test('names alone leave what is held as it was', async () => {
    const book = await aBook();
    await addLin(book, HEALTH);
    await book.vault.changeAccounts([{ id: LIN, name: '林满', roleName: '店长助理' }]);
    expect((await ringOf(book, { id: LIN, password: START })).health).not.toBeNull();
    expect(book.vault.status().accounts[1]).toMatchObject({ name: '林满', roleName: '店长助理', role: 'front-desk' });
    await book.vault.changeAccounts([{ id: LIN, role: 'manager' }]);
    expect((await ringOf(book, { id: LIN, password: START })).health).not.toBeNull();
    book.vault.lock('quit');
  });

  test('makes another owner, who can do all that the first could; and takes it back', async () => {
    const book = await aBook();
    await addLin(book);
    await book.vault.changeAccounts([{ id: LIN, role: 'owner', grants: ALL }]);
    await book.vault.switchTo({ accountId: LIN, password: START });
    await book.vault.changeAccounts([{ id: book.accountId, role: 'manager', grants: HEALTH }]);
    const former = await ringOf(book, { id: book.accountId, password: PASSWORD });
    expect([former.owner, former.photos, former.health !== null]).toEqual([null, null, true]);
    book.vault.lock('key');
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    expect((await refusalOf(book.vault.closeAccount(LIN))).code).toBe('session.not-allowed');
    book.vault.lock('quit');
  });

  test('a reset gives a new start password; the old password opens nothing, not even with an older file’s slot', async () => {
    const book = await aBook();
    await withLin(book, HEALTH);
    const old = readKeys(book.files).keys;
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    await book.vault.resetPassword(LIN, '再给她一张新门票');
    book.vault.lock('key');
    expect((await refusalOf(book.vault.unlock({ accountId: LIN, password: OWN }))).code).toBe('keys.wrong-password');
    const mixed = { ...readKeys(book.files).keys };
    const [owner, lin] = mixed.accounts;
    const pasted = { ...mixed, accounts: [owner!, { ...lin!, slot: old.accounts[1]!.slot }] };
    await expect(ringOf(book, { id: LIN, password: OWN }, pasted)).rejects.toThrow('does not open the entry');
    expect(await book.vault.unlock({ accountId: LIN, password: '再给她一张新门票' })).toMatchObject({ mustChoose: true });
    expect(book.vault.subKeys().health).not.toBeNull();
    book.vault.lock('quit');
  });

  test('a closed account is gone from the file, and can be let in again', async () => {
    const book = await aBook();
    await withLin(book, HEALTH);
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    const before = epochOf(book);
    await book.vault.closeAccount(LIN);
    expect(epochOf(book)).toBe(before + 1);
    expect(readFileSync(book.files.keys, 'utf8')).not.toContain(LIN);
    expect(readFileSync(book.files.keysBackup, 'utf8')).not.toContain(LIN);
    expect((await refusalOf(book.vault.switchTo({ accountId: LIN, password: OWN }))).code).toBe('keys.no-account');
    await addLin(book);
    book.vault.lock('key');
    expect((await refusalOf(book.vault.unlock({ accountId: LIN, password: OWN }))).code).toBe('keys.wrong-password');
    expect(await book.vault.unlock({ accountId: LIN, password: START })).toMatchObject({ mustChoose: true });
    expect(book.vault.subKeys().health).toBeNull();
    book.vault.lock('quit');
  });

  test('the last owner is neither closed nor given another role', async () => {
    const book = await aBook();
    const { vault, accountId } = book;
    await addLin(book);
    const before = readFileSync(book.files.keys, 'utf8');
    expect((await refusalOf(vault.closeAccount(accountId))).code).toBe('accounts.last-owner');
    expect((await refusalOf(vault.changeAccounts([{ id: accountId, role: 'manager', grants: BOTH }]))).code).toBe('accounts.last-owner');
    const again = { ...wen, id: accountId, name: '苏敏' };
    expect((await refusalOf(vault.addAccount(again))).code).toBe('accounts.last-owner');
    expect(readFileSync(book.files.keys, 'utf8')).toBe(before);
    const exchange = [
      { id: LIN, role: 'owner', grants: ALL },
      { id: accountId, role: 'manager', grants: BOTH },
    ];
    await vault.changeAccounts(exchange);
    expect((await refusalOf(vault.closeAccount(LIN))).code).toBe('session.not-allowed');
    vault.lock('quit');
  });

  test.each([
    ['alone in the book', false],
    ['after an owner who opened it', true],
  ])('is refused to anybody else, %s', async (_name, afterOwner) => {
    const book = await aBook();
    const { vault, accountId } = book;
    await withLin(book, BOTH);
    await vault.unlock(afterOwner ? { accountId, password: PASSWORD } : { accountId: LIN, password: OWN });
    if (afterOwner) await vault.switchTo({ accountId: LIN, password: OWN });
    const before = readFileSync(book.files.keys, 'utf8');
    const { answers } = answersOf(vault);
    const tries = [
      () => vault.addAccount(wen),
      () => vault.addAccount({ ...wen, id: LIN, role: 'owner', grants: ALL }),
      () => vault.changeAccounts([{ id: LIN, role: 'owner', grants: ALL }]),
      () => vault.changeAccounts([{ id: accountId, name: '别人' }]),
      () => vault.resetPassword(accountId, START),
      () => vault.resetPassword('nobody', START),
      () => vault.closeAccount(accountId),
      () => vault.renewRecovery({ answers }),
    ];
    for (const attempt of tries) {
      expect(await refusalOf(attempt())).toMatchObject({ code: 'session.not-allowed', details: { permission: 'owner' } });
    }
    expect(readFileSync(book.files.keys, 'utf8')).toBe(before);
    vault.lock('quit');
  });
});

describe('taking over the open book', () => {
  test('with a password: the person changes, and what is held only grows', async () => {
    const book = await aBook();
    await withLin(book);
    await book.vault.unlock({ accountId: LIN, password: OWN });
    expect(book.vault.subKeys().health).toBeNull();
    const { db } = await book.vault.switchTo({ accountId: book.accountId, password: PASSWORD });
    expect(db).toBe(book.vault.database());
    expect(book.vault.status().accountId).toBe(book.accountId);
    expect(book.vault.subKeys().health).not.toBeNull();
    await book.vault.addAccount(wen);
    await book.vault.switchTo({ accountId: LIN, password: OWN });
    expect(book.vault.subKeys().photos).not.toBeNull();
    expect(countNotes(db)).toBe(300);
    book.vault.lock('quit');
  });

  test('with a wrong password: nobody changes, and the try is counted and remembered', async () => {
    const book = await aBook();
    await addLin(book);
    const wrong = () => refusalOf(book.vault.switchTo({ accountId: LIN, password: 'not this one' }));
    expect(await wrong()).toMatchObject({ code: 'keys.wrong-password', details: { triesBeforeWait: 3 } });
    for (let tries = 0; tries < 3; tries += 1) await wrong();
    expect((await wrong()).code).toBe('keys.wait');
    expect(book.vault.status()).toMatchObject({ accountId: book.accountId, waitSeconds: 2 });
    // The owner's own right password gives no free guesses at hers.
    book.clock.uptime += 2;
    await book.vault.switchTo({ accountId: book.accountId, password: PASSWORD });
    expect(await wrong()).toMatchObject({ code: 'keys.wrong-password', details: { triesBeforeWait: 0, nextWaitSeconds: 5 } });
    expect(book.vault.failures().map(({ accountId, way }) => [accountId, way])).toEqual(Array.from({ length: 5 }, () => [LIN, 'password']));
    book.vault.forgetFailures();
    expect(book.again().failures()).toEqual([]);
    book.vault.lock('quit');
  });

  test('by PIN: only when all that the person needs is held since the opening', async () => {
    const book = await aBook();
    await withLin(book, HEALTH);
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    await book.vault.addAccount(wen);
    expect(book.vault.assume(WEN, NOTHING)).toBe(false);
    expect(book.vault.assume(LIN, HEALTH)).toBe(true);
    expect(book.vault.status().accountId).toBe(LIN);
    expect(book.vault.assume(book.accountId, ALL)).toBe(true);
    book.vault.lock('key');
    expect(() => book.vault.assume(LIN, HEALTH)).toThrow('session.locked');
    await book.vault.unlock({ accountId: LIN, password: OWN });
    expect(book.vault.assume(LIN, BOTH)).toBe(false);
    expect(book.vault.assume(book.accountId, ALL)).toBe(false);
    expect(book.vault.status().accountId).toBe(LIN);
    await book.vault.changePassword({ password: OWN, newPassword: 'another-way-in-27' });
    book.vault.lock('quit');
  });

  test('by PIN, a person can still change the password with the present one', async () => {
    const book = await aBook();
    await withLin(book);
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    expect(book.vault.assume(LIN, NOTHING)).toBe(true);
    expect((await refusalOf(book.vault.chooseOwnPassword({ newPassword: 'another-way-in-27' }))).code).toBe('session.not-allowed');
    await book.vault.changePassword({ password: OWN, newPassword: 'another-way-in-27' });
    book.vault.lock('key');
    await book.vault.unlock({ accountId: LIN, password: 'another-way-in-27' });
    book.vault.lock('quit');
  });

  test('by PIN, while somebody’s new password is still being derived, harms neither', async () => {
    const book = await aBook();
    await addLin(book);
    await book.vault.switchTo({ accountId: LIN, password: START });
    const choosing = book.vault.chooseOwnPassword({ newPassword: OWN });
    await new Promise(setImmediate);
    expect(book.vault.assume(book.accountId, ALL)).toBe(true);
    await choosing;
    expect(book.vault.status().accountId).toBe(book.accountId);
    book.vault.lock('key');
    expect(await book.vault.unlock({ accountId: LIN, password: OWN })).toMatchObject({ mustChoose: false });
    book.vault.lock('quit');
  });

  test('is refused when the book was locked meanwhile', async () => {
    const book = await aBook();
    await addLin(book);
    const coming = refusalOf(book.vault.switchTo({ accountId: LIN, password: START }));
    await Promise.resolve();
    book.vault.lock('system');
    expect((await coming).code).toBe('session.locked');
    expect(book.vault.status()).toMatchObject({ state: 'locked', accountId: null });
  });
});

describe('keys.json with several people', () => {
  test('a closed account’s entry pasted back is refused, for that person and for everybody', async () => {
    const book = await aBook();
    await withLin(book, HEALTH);
    const [, lin] = readKeys(book.files).keys.accounts;
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    const { key } = book.vault.readerAccess();
    await book.vault.closeAccount(LIN);
    book.vault.lock('key');
    const { keys } = readKeys(book.files);
    writeKeys(book.files, { ...keys, accounts: [...keys.accounts, lin!] }, Buffer.alloc(32));
    expect((await refusalOf(book.vault.unlock({ accountId: LIN, password: OWN }))).code).toBe('keys.damaged');
    expect((await refusalOf(book.vault.unlock({ accountId: book.accountId, password: PASSWORD }))).code).toBe('keys.damaged');
    writeKeys(book.files, keys, key);
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    book.vault.lock('quit');
  });

  test.each([
    ['role', { role: 'owner' }],
    ['role name', { roleName: '老板' }],
    ['name', { name: '苏敏' }],
    ['start password', { mustChoose: false }],
  ])('an edited %s is refused', async (_name, change) => {
    const book = await aBook();
    await addLin(book);
    book.vault.lock('key');
    const { keys } = readKeys(book.files);
    const accounts = keys.accounts.map((account) => (account.id === LIN ? { ...account, ...change } : account));
    writeKeys(book.files, { ...keys, accounts }, Buffer.alloc(32));
    expect((await refusalOf(book.vault.unlock({ accountId: LIN, password: START }))).code).toBe('keys.damaged');
  });

  test('a role made up by somebody who holds the book’s key is not vouched for by an owner', async () => {
    const book = await aBook();
    await addLin(book);
    const { owner } = await ringOf(book, { id: book.accountId, password: PASSWORD });
    const { keys } = readKeys(book.files);
    const [, lin] = keys.accounts;
    expect(isVouched(lin!, owner!, placeOf(keys, LIN))).toBe(true);
    expect(isVouched({ ...lin!, role: 'owner' }, owner!, placeOf(keys, LIN))).toBe(false);
    expect(isVouched({ ...lin!, id: WEN }, owner!, placeOf(keys, WEN))).toBe(false);
    book.vault.lock('quit');
  });

  test('an older one put back after somebody was closed is noticed', async () => {
    const book = await aBook();
    await withLin(book, HEALTH);
    const old = readFileSync(book.files.keys);
    await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
    await book.vault.closeAccount(LIN);
    book.vault.lock('quit');
    for (const file of [book.files.keys, book.files.keysBackup]) writeFileSync(file, old);
    expect((await refusalOf(book.vault.unlock({ accountId: LIN, password: OWN }))).code).toBe('keys.rolled-back');
    expect((await refusalOf(book.vault.unlock({ accountId: book.accountId, password: PASSWORD }))).code).toBe('keys.rolled-back');
  });

  test.each(['slot', 'keys', 'escrow'] as const)('one person’s %s does not fit another’s entry', async (part) => {
    const book = await aBook();
    await addLin(book, BOTH);
    await book.vault.addAccount(wen);
    const { keys } = readKeys(book.files);
    const [first, lin, other] = keys.accounts;
    const { owner } = await ringOf(book, { id: book.accountId, password: PASSWORD });
    const mixed = { ...other!, [part]: lin![part] };
    if (part === 'escrow') return expect(isVouched(mixed, owner!, placeOf(keys, WEN))).toBe(false);
    await expect(ringOf(book, { id: WEN, password: START }, { ...keys, accounts: [first!, lin!, mixed] })).rejects.toThrow('does not open');
    return undefined;
  });
});

describe('recovery with several people', () => {
  test('lets the owner in; the others come in as before', async () => {
    const book = await aBook();
    await withLin(book, HEALTH);
    const recovered = await book.vault.recover({ recoveryKey: book.recoveryKey, newPassword: 'another-way-in-27' });
    expect(recovered).toMatchObject({ accountId: book.accountId, mustChoose: false });
    await book.vault.addAccount(wen);
    book.vault.lock('key');
    await book.vault.unlock({ accountId: LIN, password: OWN });
    expect(book.vault.subKeys().health).not.toBeNull();
    book.vault.lock('quit');
  });

  test('with the pepper lost, the others are told so until the owner gives them a start password', async () => {
    const book = await aBook();
    await withLin(book, HEALTH);
    rmSync(book.files.pepper);
    await book.vault.recover({ recoveryKey: book.recoveryKey, newPassword: 'another-way-in-27' });
    expect((await refusalOf(book.vault.switchTo({ accountId: LIN, password: OWN }))).code).toBe('keys.pepper-lost');
    await book.vault.resetPassword(LIN, START);
    book.vault.lock('key');
    await book.vault.unlock({ accountId: LIN, password: START });
    expect(book.vault.subKeys().health).not.toBeNull();
    book.vault.lock('quit');
  });

  test('from an edited file keeps nobody but the owner whom an owner vouched for', async () => {
    const book = await aBook();
    await withLin(book, HEALTH);
    const { keys } = readKeys(book.files);
    const [owner, lin] = keys.accounts;
    writeKeys(book.files, { ...keys, accounts: [{ ...lin!, role: 'owner' }, owner!] }, Buffer.alloc(32));
    const recovered = await book.vault.recover({ recoveryKey: book.recoveryKey, newPassword: 'another-way-in-27' });
    expect(recovered.accountId).toBe(book.accountId);
    expect(book.vault.status().accounts.map(({ id }) => id)).toEqual([book.accountId]);
    book.vault.lock('quit');
  });

  test('wipes the slate of the account it gives a new password', async () => {
    const book = await aBook();
    book.vault.lock('key');
    for (let tries = 0; tries < 4; tries += 1) await refusalOf(book.vault.unlock({ accountId: book.accountId, password: 'not this one' }));
    book.clock.uptime += 2;
    await book.vault.recover({ recoveryKey: book.recoveryKey, newPassword: 'another-way-in-27' });
    expect(book.vault.status().waitSeconds).toBe(0);
    expect(book.vault.failures()).toHaveLength(4);
    const wrong = await refusalOf(book.vault.switchTo({ accountId: book.accountId, password: 'not this one' }));
    expect(wrong).toMatchObject({ details: { triesBeforeWait: 3 } });
    book.vault.lock('quit');
  });
});

// References of `subKeys` die at lock.
function copies({ vault }: TestBook) {
  const { audit, health, photos } = vault.subKeys();
  return { audit: Buffer.from(audit), health: health && Buffer.from(health), photos: photos && Buffer.from(photos) };
}

function sealNote(text: string, key: Buffer) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { iv: iv.toString('base64'), text: bytes.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
}

function openNote(sealed: { iv: string; text: string; tag: string }, key: Buffer): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 });
  decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'));
  const text = decipher.update(Buffer.from(sealed.text, 'base64'));
  try {
    decipher.final();
    return text.toString('utf8');
  } catch {
    return undefined;
  }
}
