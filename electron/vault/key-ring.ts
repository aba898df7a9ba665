// The three keys of a book, in memory only while it is open.

import { randomBytes } from 'node:crypto';

export interface KeyRing {
  /** Opens the file. */
  readonly book: Buffer;
  /** Health notes and photos. */
  readonly sensitive: Buffer;
  /** Backups that leave the PC. */
  readonly backup: Buffer;
}

export const KEY_BYTES = 32;
export const RING_BYTES = KEY_BYTES * 3;

export function makeKeyRing(): KeyRing {
  return ringFrom(randomBytes(RING_BYTES));
}

/** The three keys as parts of one buffer, which from now on belongs to the ring. */
export function ringFrom(bytes: Buffer): KeyRing {
  if (bytes.length !== RING_BYTES) throw new Error('a key ring is 96 bytes');
  return {
    book: bytes.subarray(0, KEY_BYTES),
    sensitive: bytes.subarray(KEY_BYTES, KEY_BYTES * 2),
    backup: bytes.subarray(KEY_BYTES * 2),
  };
}

export function ringBytes(ring: KeyRing): Buffer {
  return Buffer.concat([ring.book, ring.sensitive, ring.backup]);
}

export function wipeRing(ring: KeyRing): void {
  for (const key of [ring.book, ring.sensitive, ring.backup]) key.fill(0);
}
