// From a password or the recovery key to the key ring, and from the ring to a changed keys.json.

import { checkPassword } from '../../shared/book/password';
import { AppError, refuse } from '../../shared/errors';
import { OWNER_ROLE, type BookMaker } from './creation';
import { ARGON } from './derive';
import { wipeRing, type KeyRing } from './key-ring';
import { isUnedited, placeOf, type Keys, type KeysAccount, type StoredKeys } from './keys-file';
import { loadPepper, makePepper } from './pepper';
import { isWeak, openWithPassword, openWithRecovery, RECOVERY_OWNER, sealWithPassword, sealWithRecovery, type Pepper } from './slot';
import type { Throttle } from './throttle';

/** The ring behind a person's password. A try is counted before it is made. */
export async function ringByPassword(
  maker: BookMaker,
  throttle: Throttle,
  stored: StoredKeys,
  person: { readonly accountId: string; readonly password: string },
): Promise<KeyRing> {
  const { keys } = stored;
  throttle.refuseWhileWaiting();
  const account = accountOf(keys, person.accountId);
  if (isWeak(account.slot)) throw refuse('keys.weak-slot');
  const pepper = await loadPepper(maker.files.pepper, maker.protector);
  if (pepper.id !== account.slot.pepperId) throw refuse('keys.pepper-lost');
  const count = throttle.countTry();
  const ring = await openWithPassword(account.slot, person.password, pepper, placeOf(keys, account.id));
  if (ring === undefined) throw new AppError('keys.wrong-password', count);
  throttle.clear();
  // Somebody who cannot open the book has changed the file: a name, an account, the epoch.
  if (isUnedited(stored, ring.book)) return ring;
  wipeRing(ring);
  throw refuse('keys.damaged');
}

/** The ring behind the recovery key, which needs neither password nor pepper. */
export function ringByRecovery(throttle: Throttle, keys: Keys, recovery: Uint8Array): KeyRing {
  throttle.refuseWhileWaiting();
  const count = throttle.countTry();
  const ring = openWithRecovery(keys.recovery, recovery, placeOf(keys, RECOVERY_OWNER));
  if (ring === undefined) throw new AppError('keys.wrong-recovery-key', count);
  throttle.clear();
  return ring;
}

/** The same keys with another password for one account. */
export async function withPassword(maker: BookMaker, keys: Keys, ring: KeyRing, accountId: string, password: string): Promise<Keys> {
  const account = accountOf(keys, accountId);
  refuseWeakPassword(keys, password);
  const epoch = keys.epoch + 1;
  const pepper = await pepperOrNew(maker);
  const slot = await sealWithPassword(ring, password, pepper, maker.argon ?? ARGON, placeOf(keys, account.id), epoch);
  return { ...keys, epoch, accounts: keys.accounts.map((other) => (other.id === account.id ? { ...account, slot } : other)) };
}

/** The same keys under another recovery key; the old one is worth nothing from then on. */
export function withRecovery(keys: Keys, ring: KeyRing, recovery: Uint8Array): Keys {
  const epoch = keys.epoch + 1;
  return { ...keys, epoch, recovery: sealWithRecovery(ring, recovery, placeOf(keys, RECOVERY_OWNER), epoch) };
}

/**
 * What the recovery key may build on. An edited or older file may hold a password that was changed long ago:
 * of such a file only the owner is kept, who gets a new password now.
 */
export function recoverable(stored: StoredKeys, ring: KeyRing, epochInBook: number): { readonly keys: Keys; readonly owner: KeysAccount } {
  const { keys } = stored;
  const owner = keys.accounts.find((account) => account.role === OWNER_ROLE) ?? keys.accounts[0];
  if (owner === undefined) throw refuse('keys.no-account');
  const trusted = isUnedited(stored, ring.book) && keys.epoch >= epochInBook;
  const epoch = Math.max(keys.epoch, epochInBook);
  return { keys: { ...keys, epoch, accounts: trusted ? keys.accounts : [owner] }, owner };
}

export function refuseWeakPassword(keys: Pick<Keys, 'shopName' | 'accounts'>, password: string): void {
  checkPassword(password, [keys.shopName, ...keys.accounts.map((account) => account.name)]);
}

function accountOf(keys: Keys, id: string): KeysAccount {
  const account = keys.accounts.find((one) => one.id === id);
  if (account === undefined) throw refuse('keys.no-account');
  return account;
}

async function pepperOrNew(maker: BookMaker): Promise<Pepper> {
  try {
    return await loadPepper(maker.files.pepper, maker.protector);
  } catch (error) {
    if (error instanceof AppError && error.code === 'keys.pepper-lost') return makePepper(maker.files.pepper, maker.protector);
    throw error;
  }
}
