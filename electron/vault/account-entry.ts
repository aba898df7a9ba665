// A person's entry in keys.json: a slot under their password wraps the account's key, and the account's key wraps what they may hold.
// The account's key is also wrapped for owners, who can so change what somebody holds without knowing their password.

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../../shared/errors';
import { seal, Sealed, unseal, type Label } from './box';
import type { Argon } from './derive';
import { KEY_BYTES, packedGrants, packKeys, unpackKeys, type Grants, type KeyRing, type OwnerKeys } from './key-ring';
import { PasswordSlot, sealWithPassword, type Pepper, type SlotPlace } from './slot';

const Box = z.strictObject({ epoch: z.int().min(1), sealed: Sealed });
type Box = z.infer<typeof Box>;

export const KeysAccount = z.strictObject({
  id: z.uuid(),
  name: z.string().max(400),
  role: z.string().max(40),
  /** A custom role's name, for the lock screen. */
  roleName: z.string().max(400).nullable().default(null),
  /** The password is one that an owner gave: it opens once, to choose an own one. */
  mustChoose: z.boolean().default(false),
  slot: PasswordSlot,
  /** What the person holds, under the account's key. Null in the first format only, where the slot wraps the roots themselves. */
  keys: Box.nullable().default(null),
  /** The account's key, under the owners' key. */
  escrow: Box.nullable().default(null),
});
export type KeysAccount = z.infer<typeof KeysAccount>;

export type Person = Pick<KeysAccount, 'id' | 'name' | 'role' | 'roleName' | 'mustChoose'>;

/** What it takes to write an entry. */
export interface EntryMaking {
  readonly owner: OwnerKeys;
  readonly pepper: Pepper;
  readonly argon: Argon;
  readonly place: SlotPlace;
  readonly epoch: number;
}

export interface MadeEntry {
  readonly account: KeysAccount;
  /** The caller's to wipe. */
  readonly accountKey: Buffer;
}

export const OWNER_ROLE = 'owner';
export const EVERYTHING: Grants = { health: true, photos: true, owner: true };

/** An entry under a key of its own: whatever opened an earlier entry of this person opens nothing here. */
export async function makeEntry(person: Person, password: string, grants: Grants, making: EntryMaking): Promise<MadeEntry> {
  const { owner, pepper, argon, place, epoch } = making;
  const accountKey = randomBytes(KEY_BYTES);
  const slot = await sealWithPassword(accountKey, password, pepper, argon, place, epoch);
  const account = { ...person, slot, keys: null, escrow: null };
  return { account: rewrapped(account, accountKey, grants, owner, place, epoch), accountKey };
}

/** The same password opens it, to other keys and under another role. */
export function regrantEntry(
  account: KeysAccount,
  as: { readonly role: string; readonly grants: Grants },
  owner: OwnerKeys,
  place: SlotPlace,
  epoch: number,
): KeysAccount {
  const accountKey = fromEscrow(account, owner, place);
  try {
    return rewrapped({ ...account, role: as.role }, accountKey, as.grants, owner, place, epoch);
  } finally {
    accountKey.fill(0);
  }
}

/** What an entry holds, as an owner can see without the password. */
export function grantsOf(account: KeysAccount, owner: OwnerKeys, place: SlotPlace): Grants {
  const accountKey = fromEscrow(account, owner, place);
  const packed = packedKeys(account, accountKey, place);
  const grants = packed && packedGrants(packed);
  accountKey.fill(0);
  packed?.fill(0);
  if (grants === undefined) throw refuse('keys.damaged');
  return grants;
}

/** The ring behind an account's key, which belongs to the ring from now on; undefined when the entry was put together from parts. */
export function openEntry(account: KeysAccount, accountKey: Buffer, place: SlotPlace): KeyRing | undefined {
  const packed = packedKeys(account, accountKey, place);
  return packed && unpackKeys(packed, place.bookUid, accountKey);
}

/** Whether an owner wrapped this entry, for this role: somebody who only holds the book's key cannot make such a one. */
export function isVouched(account: KeysAccount, owner: OwnerKeys, place: SlotPlace): boolean {
  const accountKey =
    account.escrow && unseal(ESCROW, account.escrow.sealed, owner.admin, escrowLabel(account, place, account.escrow.epoch));
  accountKey?.fill(0);
  return Boolean(accountKey);
}

const KEYS = 'shuke account keys 1';
const ESCROW = 'shuke account escrow 1';

function rewrapped(
  account: KeysAccount,
  accountKey: Buffer,
  grants: Grants,
  owner: OwnerKeys,
  place: SlotPlace,
  epoch: number,
): KeysAccount {
  const packed = packKeys(owner.roots, place.bookUid, grants);
  try {
    return {
      ...account,
      keys: { epoch, sealed: seal(KEYS, packed, accountKey, keysLabel(place, epoch)) },
      escrow: { epoch, sealed: seal(ESCROW, accountKey, owner.admin, escrowLabel(account, place, epoch)) },
    };
  } finally {
    packed.fill(0);
  }
}

function packedKeys({ keys }: KeysAccount, accountKey: Buffer, place: SlotPlace): Buffer | undefined {
  return keys ? unseal(KEYS, keys.sealed, accountKey, keysLabel(place, keys.epoch)) : undefined;
}

function fromEscrow(account: KeysAccount, owner: OwnerKeys, place: SlotPlace): Buffer {
  const { escrow } = account;
  const accountKey = escrow ? unseal(ESCROW, escrow.sealed, owner.admin, escrowLabel(account, place, escrow.epoch)) : undefined;
  if (accountKey === undefined) throw refuse('keys.damaged');
  return accountKey;
}

function keysLabel(place: SlotPlace, epoch: number): Label {
  return { ...place, epoch };
}

function escrowLabel({ role }: KeysAccount, place: SlotPlace, epoch: number): Label {
  return { ...place, epoch, role };
}
