// Several people in one book, and what stands behind each of their passwords.

import { openEntry } from '../../electron/vault/account-entry';
import type { Grants, KeyRing } from '../../electron/vault/key-ring';
import { placeOf, readKeys, type Keys } from '../../electron/vault/keys-file';
import { loadPepper } from '../../electron/vault/pepper';
import { openWithPassword } from '../../electron/vault/slot';
import { foldGroup } from '../../shared/book/recovery-key';
import type { Vault } from '../../electron/vault/vault';
import type { TestBook, TestVault } from './support';

export const NOTHING: Grants = { health: false, photos: false, owner: false };
export const HEALTH: Grants = { health: true, photos: false, owner: false };
export const BOTH: Grants = { health: true, photos: true, owner: false };
export const ALL: Grants = { health: true, photos: true, owner: true };

export const LIN = '00000000-0000-7000-8000-00000000a001';
export const WEN = '00000000-0000-7000-8000-00000000a002';
export const START = '临时的门票就一张';
export const OWN = '梧桐树下有三只猫';

/** 林 with a start password; front desk unless told. */
export function addLin(
  { vault }: Pick<TestBook, 'vault'>,
  grants: Grants = NOTHING,
  role = grants.owner ? 'owner' : 'front-desk',
): Promise<void> {
  return vault.addAccount({ id: LIN, name: '林小满', role, roleName: null, startPassword: START, grants });
}

/** 林 after her first sign-in: with a password of her own; the book is locked. */
export async function withLin(book: TestBook, grants: Grants = NOTHING): Promise<void> {
  await addLin(book, grants);
  await book.vault.switchTo({ accountId: LIN, password: START });
  await book.vault.chooseOwnPassword({ newPassword: OWN });
  book.vault.lock('key');
}

/** All that a password opens, taken out by hand: what somebody has who takes the files and the pepper home. */
export async function ringOf(
  { files, protector }: TestVault,
  person: { id: string; password: string },
  keys: Keys = readKeys(files).keys,
): Promise<KeyRing> {
  const account = keys.accounts.find((one) => one.id === person.id)!;
  const place = placeOf(keys, person.id);
  const secret = await openWithPassword(account.slot, person.password, await loadPepper(files.pepper, protector), place);
  if (!secret) throw new Error('the password does not open the slot');
  const ring = openEntry(account, secret, place);
  if (!ring) throw new Error('the account key does not open the entry');
  return ring;
}

export function keysIn({ owner, ...held }: KeyRing): Buffer[] {
  const roots = owner ? [owner.admin, ...Object.values(owner.roots)] : [];
  return [...Object.values(held), ...roots].filter((key): key is Buffer => key !== null);
}

export function answersOf(vault: Vault): { answers: string[]; recoveryKey: string } {
  const sheet = vault.prepareRecovery();
  return { answers: sheet.ask.map((number) => foldGroup(sheet.groups[number - 1] ?? '')), recoveryKey: sheet.groups.join(' ') };
}
