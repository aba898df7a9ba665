// A keys.json of the first format, as it was written before there were several people: it opens, and is written anew.

import { createCipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ARGON_FLOOR, keyFromPassword } from '../../electron/vault/derive';
import { rootBytes } from '../../electron/vault/key-ring';
import { readKeys } from '../../electron/vault/keys-file';
import { loadPepper } from '../../electron/vault/pepper';
import { addLin, LIN, NOTHING, ringOf, START } from './people';
import { PASSWORD } from './stand-ins';
import { aBook, countNotes, refusalOf, type TestBook } from './support';

/** A locked book whose keys.json is as the first format had it. */
async function anOldBook(): Promise<TestBook & { text: string }> {
  const book = await aBook();
  const ring = await ringOf(book, { id: book.accountId, password: PASSWORD });
  book.vault.lock('quit');
  const { bookUid, salt, epoch, shopName, accounts, recovery } = readKeys(book.files).keys;
  const pepper = await loadPepper(book.files.pepper, book.protector);
  const slotSalt = randomBytes(16);
  const about = { kind: 'password', ...ARGON_FLOOR, salt: slotSalt.toString('base64'), pepperId: pepper.id, epoch };
  const place = { bookUid, bookSalt: salt, owner: book.accountId };
  const key = await keyFromPassword(PASSWORD, slotSalt, ARGON_FLOOR, pepper.bytes, place);
  const sealed = sealOld(rootBytes(ring.owner!.roots), key, { ...about, ...place });
  const old = accounts.map(({ id, name, role }) => ({ id, name, role, slot: { ...about, sealed } }));
  const keys = { bookUid, salt, epoch, shopName, accounts: old, recovery };
  const body = JSON.stringify(keys);
  const mac = createHmac('sha256', Buffer.from(hkdfSync('sha256', ring.book, bookUid, 'keys.json', 32)))
    .update(body)
    .digest('base64');
  const sum = createHash('sha256').update(`${body}\n${mac}`).digest('hex');
  const text = JSON.stringify({ format: 1, sum, mac, keys }, null, 1);
  for (const file of [book.files.keys, book.files.keysBackup]) writeFileSync(file, text);
  return { ...book, text };
}

test('opens with the password and is written in the present form; the owner can let others in at once', async () => {
  const book = await anOldBook();
  expect(book.vault.status()).toMatchObject({ state: 'locked', accounts: [{ id: book.accountId, role: 'owner', mustChoose: false }] });
  const { db } = await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
  expect(countNotes(db)).toBe(300);
  const { keys, healthy } = readKeys(book.files);
  expect([healthy, keys.epoch, keys.accounts[0]?.keys?.epoch, keys.accounts[0]?.escrow?.epoch]).toEqual([true, 2, 2, 2]);
  expect(JSON.parse(readFileSync(book.files.keys, 'utf8'))).toMatchObject({ format: 2 });
  await addLin(book);
  book.vault.lock('key');
  await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
  await book.vault.switchTo({ accountId: LIN, password: START });
  expect(book.vault.assume(LIN, NOTHING)).toBe(false);
  book.vault.lock('quit');
});

test('put back after it was written anew, it is noticed', async () => {
  const book = await anOldBook();
  await book.vault.unlock({ accountId: book.accountId, password: PASSWORD });
  book.vault.lock('quit');
  for (const file of [book.files.keys, book.files.keysBackup]) writeFileSync(file, book.text);
  expect((await refusalOf(book.vault.unlock({ accountId: book.accountId, password: PASSWORD }))).code).toBe('keys.rolled-back');
});

test('opens with the recovery key', async () => {
  const book = await anOldBook();
  await book.vault.recover({ recoveryKey: book.recoveryKey, newPassword: 'another-way-in-27' });
  await addLin(book);
  book.vault.lock('key');
  await book.vault.unlock({ accountId: book.accountId, password: 'another-way-in-27' });
  book.vault.lock('quit');
});

test('edited, or with a wrong password, it is refused as before', async () => {
  const book = await anOldBook();
  expect((await refusalOf(book.vault.unlock({ accountId: book.accountId, password: 'not this one' }))).code).toBe('keys.wrong-password');
  const envelope = JSON.parse(book.text) as { mac: string; keys: { shopName: string } };
  envelope.keys.shopName = '别家的店';
  const sum = createHash('sha256')
    .update(`${JSON.stringify(envelope.keys)}\n${envelope.mac}`)
    .digest('hex');
  for (const file of [book.files.keys, book.files.keysBackup]) writeFileSync(file, JSON.stringify({ ...envelope, sum }));
  expect((await refusalOf(book.vault.unlock({ accountId: book.accountId, password: PASSWORD }))).code).toBe('keys.damaged');
});

// The seal of the first format, spelt out here so that the product's own code cannot agree with itself by mistake.
function sealOld(bytes: Buffer, key: Buffer, label: Record<string, string | number>) {
  const parts = Object.entries(label).map(([name, value]) => `${name}=${value}`);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(['shuke slot 1', ...parts.sort()].join('\n'), 'utf8'));
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { iv: iv.toString('base64'), text: text.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
}
