// What an owner does with other people's entries in keys.json: let in, change what they hold, give a start password, close.
// All of it needs the owners' key; whoever has no such key cannot do it, whatever the program allows.

import { checkBackupPassword } from '../../shared/book/password';
import { AppError, refuse } from '../../shared/errors';
import { grantsOf, makeEntry, OWNER_ROLE, regrantEntry, type KeysAccount } from './account-entry';
import { BACKUP_OWNER, rewrapBackupEntry, sealBackupEntry } from './backup-password';
import type { BookMaker } from './creation';
import { ARGON } from './derive';
import { accountOf, refuseWeakPassword, withAccount } from './key-change';
import type { Grants, OwnerKeys } from './key-ring';
import { placeOf, type Keys } from './keys-file';
import type { OpenBook } from './opening';
import { loadPepper } from './pepper';

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: string | null;
  readonly startPassword: string;
  readonly grants: Grants;
}

export interface AccountChange {
  readonly id: string;
  readonly name?: string;
  readonly role?: string;
  readonly roleName?: string | null;
  readonly grants?: Grants;
}

/** By account id. */
export interface Names {
  readonly shopName?: string;
  readonly accounts?: Readonly<Record<string, string>>;
}

/** The names shown while the book is locked. */
export function withNames(keys: Keys, names: Names): Keys {
  const accounts = keys.accounts.map((account) => ({ ...account, name: names.accounts?.[account.id] ?? account.name }));
  return { ...keys, epoch: keys.epoch + 1, shopName: names.shopName ?? keys.shopName, accounts };
}

/** The owners' keys, for an owner who is signed in; that an owner was signed in before is not enough. */
export function ownerKeysOf({ keys, ring, accountId }: OpenBook): OwnerKeys {
  const person = keys.accounts.find((account) => account.id === accountId);
  if (ring.owner === null || person?.role !== OWNER_ROLE) throw new AppError('session.not-allowed', { permission: 'owner' });
  return ring.owner;
}

/** Also lets somebody in again whose account was closed, or who is to begin anew. */
export async function withNewAccount(maker: BookMaker, keys: Keys, owner: OwnerKeys, added: NewAccount): Promise<Keys> {
  const { startPassword, grants, id, name, role, roleName } = added;
  refuseContradiction(role, grants);
  refuseWeakPassword(keys, startPassword, [name]);
  return withStartPassword(maker, keys, owner, { person: { id, name, role, roleName }, startPassword, grants });
}

/** Nothing of the old password, nor of an old keys.json, opens the account afterwards. */
export async function withReset(maker: BookMaker, keys: Keys, owner: OwnerKeys, id: string, startPassword: string): Promise<Keys> {
  const account = accountOf(keys, id);
  refuseWeakPassword(keys, startPassword);
  return withStartPassword(maker, keys, owner, { person: account, startPassword, grants: grantsOf(account, owner, placeOf(keys, id)) });
}

/** All changes in one step: what somebody holds changes without their password. Who was closed holds nothing, and is passed over. */
export function withChanges(keys: Keys, owner: OwnerKeys, changes: readonly AccountChange[]): Keys {
  const epoch = keys.epoch + 1;
  const known = changes.filter(({ id }) => keys.accounts.some((account) => account.id === id));
  const changed = known.reduce<Keys>((present, change) => withAccount(present, changedAccount(present, owner, change, epoch)), keys);
  return withAnOwner({ ...changed, epoch });
}

/** Every entry holds keys of the new roots, and opens with the password it had; so does the backup password's. */
export function withRoots(keys: Keys, present: OwnerKeys, next: OwnerKeys): Keys {
  const accounts = keys.accounts.map((account) => {
    const place = placeOf(keys, account.id);
    const grants = grantsOf(account, present, place);
    return regrantEntry(account, { role: account.role, grants }, next, place, keys.epoch);
  });
  const backup = keys.backup && rewrapBackupEntry(keys.backup, present, next, placeOf(keys, BACKUP_OWNER), keys.epoch);
  return { ...keys, accounts, backup };
}

/** Null takes it away. Backups made before go on opening with the one they were made under. */
export async function withBackupPassword(keys: Keys, owner: OwnerKeys, password: string | null): Promise<Keys> {
  const epoch = keys.epoch + 1;
  if (password === null) return { ...keys, epoch, backup: null };
  checkBackupPassword(password, [keys.shopName, ...keys.accounts.map((account) => account.name)]);
  return { ...keys, epoch, backup: await sealBackupEntry(password, owner, placeOf(keys, BACKUP_OWNER), epoch) };
}

export function withoutAccount(keys: Keys, id: string): Keys {
  const { id: known } = accountOf(keys, id);
  return withAnOwner({ ...keys, epoch: keys.epoch + 1, accounts: keys.accounts.filter((account) => account.id !== known) });
}

interface Start {
  readonly person: Pick<KeysAccount, 'id' | 'name' | 'role' | 'roleName'>;
  readonly startPassword: string;
  readonly grants: Grants;
}

async function withStartPassword(maker: BookMaker, keys: Keys, owner: OwnerKeys, start: Start): Promise<Keys> {
  const { id, name, role, roleName } = start.person;
  const epoch = keys.epoch + 1;
  const pepper = await loadPepper(maker.files.pepper, maker.protector);
  const making = { owner, pepper, argon: maker.argon ?? ARGON, place: placeOf(keys, id), epoch };
  const { account, accountKey } = await makeEntry(
    { id, name, role, roleName, mustChoose: true },
    start.startPassword,
    start.grants,
    making,
  );
  accountKey.fill(0);
  return withAnOwner(withAccount({ ...keys, epoch }, account));
}

function changedAccount(keys: Keys, owner: OwnerKeys, change: AccountChange, epoch: number): KeysAccount {
  const account = accountOf(keys, change.id);
  const place = placeOf(keys, account.id);
  const role = change.role ?? account.role;
  const named = {
    ...account,
    name: change.name ?? account.name,
    roleName: change.roleName === undefined ? account.roleName : change.roleName,
  };
  if (change.grants === undefined && role === account.role) return named;
  const grants = change.grants ?? grantsOf(account, owner, place);
  refuseContradiction(role, grants);
  // Opened under the old role, sealed under the new one.
  return { ...regrantEntry(account, { role, grants }, owner, place, epoch), name: named.name, roleName: named.roleName };
}

// The role decides who counts as an owner, the grants who holds an owner's keys: two words that must not disagree.
function refuseContradiction(role: string, grants: Grants): void {
  if (grants.owner !== (role === OWNER_ROLE)) throw new Error('the role of owner and the grant of everything go together');
}

function withAnOwner(keys: Keys): Keys {
  if (!keys.accounts.some((account) => account.role === OWNER_ROLE)) throw refuse('accounts.last-owner');
  return keys;
}
