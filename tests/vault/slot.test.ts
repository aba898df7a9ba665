// A slot opens only with its own secret, in its own place, as it was written.

import { hash } from '@node-rs/argon2';
import { hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ARGON, ARGON_FLOOR, keyFromPassword } from '../../electron/vault/derive';
import { makeRoots, ownerRing, rootBytes, rootsFrom } from '../../electron/vault/key-ring';
import { closeBook } from '../../electron/vault/opening';
import { openWithPassword, openWithRecovery, sealWithPassword, sealWithRecovery } from '../../electron/vault/slot';
import { openBookFile } from '../../electron/core/database/open';
import { aBookFile, removeFolder } from '../support/book-file';

const PLACE = { bookUid: 'b0000000-0000-7000-8000-000000000000', bookSalt: 'c2FsdA==', owner: 'a0000000-0000-7000-8000-000000000000' };
const PEPPER = { bytes: randomBytes(32), id: 'pepper-1' };

async function aSlot() {
  const secret = randomBytes(32);
  return { secret, slot: await sealWithPassword(secret, '棠舍的密码', PEPPER, ARGON_FLOOR, PLACE, 1) };
}

test('what was wrapped comes out as it went in', async () => {
  const { secret, slot } = await aSlot();
  expect((await openWithPassword(slot, '棠舍的密码', PEPPER, PLACE))?.equals(secret)).toBe(true);
});

test('one and the same secret looks different in every slot', async () => {
  const secret = randomBytes(32);
  const slots = await Promise.all([1, 2].map(() => sealWithPassword(secret, 'one password', PEPPER, ARGON_FLOOR, PLACE, 1)));
  expect(slots[0]?.salt).not.toBe(slots[1]?.salt);
  expect(slots[0]?.sealed.text).not.toBe(slots[1]?.sealed.text);
});

describe('does not open', () => {
  test('with another password or another pepper', async () => {
    const { slot } = await aSlot();
    expect(await openWithPassword(slot, '棠舍的密马', PEPPER, PLACE)).toBeUndefined();
    expect(await openWithPassword(slot, '棠舍的密码', { ...PEPPER, bytes: randomBytes(32) }, PLACE)).toBeUndefined();
  });

  test.each(['bookUid', 'bookSalt', 'owner'] as const)('in another place: %s', async (field) => {
    const { slot } = await aSlot();
    expect(await openWithPassword(slot, '棠舍的密码', PEPPER, { ...PLACE, [field]: 'other' })).toBeUndefined();
  });

  test.each([
    ['epoch', { epoch: 2 }],
    ['pepperId', { pepperId: 'pepper-2' }],
    ['memoryKiB', { memoryKiB: 65_536 }],
    ['passes', { passes: 3 }],
    ['salt', { salt: Buffer.alloc(16).toString('base64') }],
  ])('with another %s', async (_name, change) => {
    const { slot } = await aSlot();
    expect(await openWithPassword({ ...slot, ...change }, '棠舍的密码', PEPPER, PLACE)).toBeUndefined();
  });

  test.each(['iv', 'text', 'tag'] as const)('with a bit turned over in its %s', async (part) => {
    const { slot } = await aSlot();
    const bytes = Buffer.from(slot.sealed[part], 'base64');
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    const sealed = { ...slot.sealed, [part]: bytes.toString('base64') };
    expect(await openWithPassword({ ...slot, sealed }, '棠舍的密码', PEPPER, PLACE)).toBeUndefined();
  });

  test('with another recovery key, or as another book’s', () => {
    const roots = randomBytes(96);
    const recovery = randomBytes(20);
    const slot = sealWithRecovery(roots, recovery, PLACE, 1);
    expect(openWithRecovery(slot, recovery, PLACE)?.equals(roots)).toBe(true);
    expect(openWithRecovery(slot, randomBytes(20), PLACE)).toBeUndefined();
    expect(openWithRecovery(slot, recovery, { ...PLACE, bookUid: 'other' })).toBeUndefined();
  });
});

test('the derivation is Argon2id 1.3 of the NFKC form, then HKDF-SHA256 with the pepper', async () => {
  const salt = Buffer.from('0123456789abcdef');
  const encoded = await hash('A密码', {
    memoryCost: ARGON_FLOOR.memoryKiB,
    timeCost: ARGON_FLOOR.passes,
    parallelism: 1,
    outputLen: 32,
    salt,
  });
  expect(encoded).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const stretched = Buffer.from(encoded.split('$').at(-1) ?? '', 'base64');
  const expected = hkdfSync('sha256', Buffer.concat([stretched, PEPPER.bytes]), PLACE.bookUid, PLACE.owner, 32);
  const key = await keyFromPassword('Ａ密码', salt, ARGON_FLOOR, PEPPER.bytes, PLACE);
  expect(key.equals(Buffer.from(expected))).toBe(true);
});

test('new slots cost 64 MiB and three passes', () => {
  expect(ARGON).toEqual({ memoryKiB: 65_536, passes: 3 });
});

test('closing a book wipes every key that is held', () => {
  const made = aBookFile(1);
  const roots = makeRoots();
  made.options.key.copy(roots.book);
  let released = false;
  const db = openBookFile(made.file, made.options);
  const recovery = sealWithRecovery(rootBytes(roots), randomBytes(20), PLACE, 1);
  const keys = { bookUid: '', salt: '', firstSalt: null, epoch: 1, shopName: '', accounts: [], recovery, backup: null };
  const ring = ownerRing(roots, PLACE.bookUid, randomBytes(32));
  const held = [rootBytes(roots), ring.audit, ring.health, ring.photos, ring.owner.admin, ring.account];
  const { audit, health, photos, owner, account } = ring;
  expect(held.every((key) => key?.some((byte) => byte !== 0))).toBe(true);
  const emptied = closeBook({ db, ring, keys, accountId: '', release: () => (released = true) });
  expect(emptied && released && !db.open).toBe(true);
  for (const key of [rootBytes(roots), audit, health, photos, owner.admin, account]) expect(key?.every((byte) => byte === 0)).toBe(true);
  removeFolder(made.folder);
});

test('roots in a slot never pass for an account key: what was wrapped is part of the seal', async () => {
  const roots = makeRoots();
  const slot = await sealWithPassword(rootBytes(roots), '棠舍的密码', PEPPER, ARGON_FLOOR, PLACE, 1);
  const opened = await openWithPassword(slot, '棠舍的密码', PEPPER, PLACE);
  expect(opened && rootBytes(rootsFrom(opened)).equals(rootBytes(roots))).toBe(true);
});
