// The keys of a book. Three random roots, which only owners and the recovery key hold, and the keys derived from them for everybody else.
//
//   book       opens the file: everybody holds it
//   sensitive  → health, photos: for those whose role may see them
//   backup     → audit: everybody, to write the audit log · admin: owners, to change what others hold
//
// From a derived key there is no way back to its root: who holds no `health` cannot read health notes, whatever the program allows.

import { randomBytes } from 'node:crypto';
import { subKey } from './derive';

export interface Roots {
  readonly book: Buffer;
  readonly sensitive: Buffer;
  readonly backup: Buffer;
}

/** What a person may hold beside `book` and `audit`; `owner` is everything. */
export interface Grants {
  readonly health: boolean;
  readonly photos: boolean;
  readonly owner: boolean;
}

/** The keys held while the book is open, in memory only. */
export interface KeyRing {
  readonly book: Buffer;
  readonly audit: Buffer;
  readonly health: Buffer | null;
  readonly photos: Buffer | null;
  readonly owner: OwnerKeys | null;
  /** Opens the account of whoever gave a password last; null after a switch by PIN. */
  readonly account: Buffer | null;
}

export interface OwnerKeys {
  readonly roots: Roots;
  readonly admin: Buffer;
}

export const KEY_BYTES = 32;
export const ROOT_BYTES = KEY_BYTES * 3;

export function makeRoots(): Roots {
  return rootsFrom(randomBytes(ROOT_BYTES));
}

/** The three roots as parts of one buffer, which from now on belongs to them. */
export function rootsFrom(bytes: Buffer): Roots {
  if (bytes.length !== ROOT_BYTES) throw new Error('the roots are 96 bytes');
  const [book, sensitive, backup] = [0, 1, 2].map((at) => bytes.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES));
  if (!book || !sensitive || !backup) throw new Error('the roots are three');
  return { book, sensitive, backup };
}

export function rootBytes(roots: Roots): Buffer {
  return Buffer.concat([roots.book, roots.sensitive, roots.backup]);
}

/** Everything an owner holds; the roots belong to the ring from now on. */
export function ownerRing(roots: Roots, bookUid: string, account: Buffer | null): KeyRing & { readonly owner: OwnerKeys } {
  return {
    book: roots.book,
    audit: subKey(roots.backup, { bookUid, owner: 'audit' }),
    health: subKey(roots.sensitive, { bookUid, owner: 'health' }),
    photos: subKey(roots.sensitive, { bookUid, owner: 'photos' }),
    owner: { roots, admin: subKey(roots.backup, { bookUid, owner: 'admin' }) },
    account,
  };
}

/** A person's keys as bytes, to be wrapped; the caller wipes them. */
export function packKeys(roots: Roots, bookUid: string, grants: Grants): Buffer {
  if (grants.owner) return Buffer.concat([Buffer.of(OWNER), rootBytes(roots)]);
  const derived = [
    subKey(roots.backup, { bookUid, owner: 'audit' }),
    ...(grants.health ? [subKey(roots.sensitive, { bookUid, owner: 'health' })] : []),
    ...(grants.photos ? [subKey(roots.sensitive, { bookUid, owner: 'photos' })] : []),
  ];
  const packed = Buffer.concat([Buffer.of((grants.health ? HEALTH : 0) | (grants.photos ? PHOTOS : 0)), roots.book, ...derived]);
  for (const key of derived) key.fill(0);
  return packed;
}

/** Undefined when these are not anybody's keys. Takes the bytes over, as well as the account's key. */
export function unpackKeys(bytes: Buffer, bookUid: string, account: Buffer | null): KeyRing | undefined {
  const grants = packedGrants(bytes);
  if (grants === undefined) return undefined;
  if (grants.owner) return ownerRing(rootsFrom(bytes.subarray(1)), bookUid, account);
  const at = (place: number) => bytes.subarray(1 + place * KEY_BYTES, 1 + (place + 1) * KEY_BYTES);
  return {
    book: at(0),
    audit: at(1),
    health: grants.health ? at(2) : null,
    photos: grants.photos ? at(grants.health ? 3 : 2) : null,
    owner: null,
    account,
  };
}

/** What stands in packed keys; undefined when their length says otherwise. */
export function packedGrants(bytes: Buffer): Grants | undefined {
  const flags = bytes[0] ?? 0;
  const owner = flags === OWNER;
  const health = owner || (flags & HEALTH) !== 0;
  const photos = owner || (flags & PHOTOS) !== 0;
  const length = 1 + (owner ? ROOT_BYTES : KEY_BYTES * (2 + Number(health) + Number(photos)));
  return bytes.length === length ? { health, photos, owner } : undefined;
}

/** What both hold, with the account's key of the one who came last. What is not needed any more is wiped. */
export function mergeRings(held: KeyRing, more: KeyRing): KeyRing {
  const merged: KeyRing = {
    book: held.book,
    audit: held.audit,
    health: held.health ?? more.health,
    photos: held.photos ?? more.photos,
    owner: held.owner ?? more.owner,
    account: more.account,
  };
  const kept = new Set(buffersOf(merged));
  for (const key of [...buffersOf(held), ...buffersOf(more)]) if (!kept.has(key)) key.fill(0);
  return merged;
}

export function wipeRing(ring: KeyRing): void {
  for (const key of buffersOf(ring)) key.fill(0);
}

export function wipeRoots(roots: Roots): void {
  for (const key of [roots.book, roots.sensitive, roots.backup]) key.fill(0);
}

const OWNER = 1;
const HEALTH = 2;
const PHOTOS = 4;

function buffersOf({ owner, ...keys }: KeyRing): Buffer[] {
  const roots = owner ? [owner.admin, owner.roots.book, owner.roots.sensitive, owner.roots.backup] : [];
  return [...roots, ...Object.values(keys).filter((key) => key !== null)];
}
