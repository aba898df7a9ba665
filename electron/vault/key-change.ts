// From a password or the recovery key to the keys behind it, and from these to a changed keys.json.

import { checkPassword } from '../../shared/book/password';
import { AppError, refuse } from '../../shared/errors';
import { EVERYTHING, isVouched, makeEntry, openEntry, OWNER_ROLE, type KeysAccount, type MadeEntry } from './account-entry';
import type { BookMaker } from './creation';
import { ARGON } from './derive';
import { ownerRing, rootBytes, rootsFrom, wipeRing, type KeyRing, type OwnerKeys, type Roots } from './key-ring';
import { isUnedited, placeOf, type Keys, type StoredKeys } from './keys-file';
import { loadPepper, makePepper } from './pepper';
import { isWeak, openWithPassword, openWithRecovery, RECOVERY_OWNER, sealWithPassword, sealWithRecovery, type Pepper } from './slot';
import type { Throttle, TryCount } from './throttle';

export interface PersonalPassword {
  readonly accountId: string;
  readonly password: string;
}

/** The keys behind a person's password. A try is counted before anybody can know how it ended. */
export async function ringByPassword(maker: BookMaker, throttle: Throttle, keys: Keys, person: PersonalPassword): Promise<KeyRing> {
  throttle.refuseWhileWaiting();
  const account = accountOf(keys, person.accountId);
  if (isWeak(account.slot)) throw refuse('keys.weak-slot');
  const pepper = await loadPepper(maker.files.pepper, maker.protector);
  if (pepper.id !== account.slot.pepperId) throw refuse('keys.pepper-lost');
  // Derived in another thread, while the count is written here.
  const opening = openWithPassword(account.slot, person.password, pepper, placeOf(keys, account.id));
  const count = await counted(throttle, account.id, opening);
  const secret = await opening;
  if (secret === undefined) throw new AppError('keys.wrong-password', count);
  throttle.clear(account.id);
  const ring = ringBehind(account, secret, keys);
  if (ring) return ring;
  secret.fill(0);
  throw refuse('keys.damaged');
}

/** Refuses when somebody who cannot open the book has changed the file: a name, a role, an account, the epoch. */
export function refuseEdited(stored: StoredKeys, ring: KeyRing): void {
  if (isUnedited(stored, ring.book)) return;
  wipeRing(ring);
  throw refuse('keys.damaged');
}

/** The roots behind the recovery key, which needs neither password nor pepper. */
export function ringByRecovery(throttle: Throttle, keys: Keys, recovery: Uint8Array): KeyRing & { readonly owner: OwnerKeys } {
  throttle.refuseWhileWaiting();
  const count = throttle.countTry(null);
  const roots = openWithRecovery(keys.recovery, recovery, placeOf(keys, RECOVERY_OWNER));
  if (roots === undefined) throw new AppError('keys.wrong-recovery-key', count);
  throttle.clear(null);
  return ownerRing(rootsFrom(roots), keys.bookUid, null);
}

/** The same keys with another password for one account, whose key stays as it is. */
export async function withPassword(
  maker: BookMaker,
  keys: Keys,
  accountKey: Buffer,
  person: { readonly id: string; readonly password: string },
): Promise<Keys> {
  const account = accountOf(keys, person.id);
  refuseWeakPassword(keys, person.password);
  const epoch = keys.epoch + 1;
  const pepper = await loadPepper(maker.files.pepper, maker.protector);
  const slot = await sealWithPassword(accountKey, person.password, pepper, maker.argon ?? ARGON, placeOf(keys, account.id), epoch);
  return withAccount({ ...keys, epoch }, { ...account, mustChoose: false, slot });
}

/** Refuses the password that opens the account now: of one that somebody else gave, a person must choose another. */
export async function refusePresentPassword(maker: BookMaker, keys: Keys, accountId: string, password: string): Promise<void> {
  const { slot } = accountOf(keys, accountId);
  const pepper = await loadPepper(maker.files.pepper, maker.protector);
  const secret = await openWithPassword(slot, password, pepper, placeOf(keys, accountId));
  if (secret === undefined) return;
  secret.fill(0);
  throw refuse('keys.password-unchanged');
}

/** The same keys with a whole new entry for an owner: after the recovery key was used, and in place of one of the first format. */
export async function withOwnerEntry(
  maker: BookMaker,
  keys: Keys,
  owner: OwnerKeys,
  person: { readonly account: Omit<KeysAccount, 'slot' | 'keys' | 'escrow'>; readonly password: string; readonly pepper: Pepper },
): Promise<MadeEntry & { readonly keys: Keys }> {
  const { id, name, role, roleName } = person.account;
  const epoch = keys.epoch + 1;
  const made = await makeEntry({ id, name, role, roleName, mustChoose: false }, person.password, EVERYTHING, {
    owner,
    pepper: person.pepper,
    argon: maker.argon ?? ARGON,
    place: placeOf(keys, id),
    epoch,
  });
  return { ...made, keys: withAccount({ ...keys, epoch }, made.account) };
}

/** The same keys under another recovery key; the old one is worth nothing from then on. */
export function withRecovery(keys: Keys, roots: Roots, recovery: Uint8Array): Keys {
  const epoch = keys.epoch + 1;
  const bytes = rootBytes(roots);
  try {
    return { ...keys, epoch, recovery: sealWithRecovery(bytes, recovery, placeOf(keys, RECOVERY_OWNER), epoch) };
  } finally {
    bytes.fill(0);
  }
}

/**
 * What the recovery key may build on. An edited or older file may hold a password that was changed long ago:
 * of such a file only the owner is kept, who gets a new password now, and no backup password.
 */
export function recoverable(stored: StoredKeys, ring: KeyRing & { readonly owner: OwnerKeys }, epochInBook: number) {
  const { keys } = stored;
  const owners = keys.accounts.filter((account) => account.role === OWNER_ROLE);
  const account = owners.find((one) => isVouched(one, ring.owner, placeOf(keys, one.id))) ?? owners[0] ?? keys.accounts[0];
  if (account === undefined) throw refuse('keys.no-account');
  const trusted = isUnedited(stored, ring.book) && keys.epoch >= epochInBook;
  const epoch = Math.max(keys.epoch, epochInBook);
  return { keys: { ...keys, epoch, accounts: trusted ? keys.accounts : [account], backup: trusted ? keys.backup : null }, account };
}

export function refuseWeakPassword(keys: Keys, password: string, names: readonly string[] = []): void {
  checkPassword(password, [keys.shopName, ...keys.accounts.map((account) => account.name), ...names]);
}

export function accountOf(keys: Keys, id: string): KeysAccount {
  const account = keys.accounts.find((one) => one.id === id);
  if (account === undefined) throw refuse('keys.no-account');
  return account;
}

/** In its old place, or at the end. */
export function withAccount(keys: Keys, account: KeysAccount): Keys {
  const known = keys.accounts.some((other) => other.id === account.id);
  const accounts = known ? keys.accounts.map((other) => (other.id === account.id ? account : other)) : [...keys.accounts, account];
  return { ...keys, accounts };
}

/** For whoever opened the book by the recovery key: passwords under a lost pepper are lost, so a new one harms nobody. */
export async function pepperOrNew(maker: BookMaker): Promise<Pepper> {
  try {
    return await loadPepper(maker.files.pepper, maker.protector);
  } catch (error) {
    if (error instanceof AppError && error.code === 'keys.pepper-lost') return makePepper(maker.files.pepper, maker.protector);
    throw error;
  }
}

// A try that cannot be counted is none, whatever it would have opened.
async function counted(throttle: Throttle, accountId: string, opening: Promise<Buffer | undefined>): Promise<TryCount> {
  try {
    return throttle.countTry(accountId);
  } catch (error) {
    (await opening)?.fill(0);
    throw error;
  }
}

function ringBehind(account: KeysAccount, secret: Buffer, keys: Keys): KeyRing | undefined {
  if (account.keys === null) return ownerRing(rootsFrom(secret), keys.bookUid, null);
  return openEntry(account, secret, placeOf(keys, account.id));
}
