// From a password or a recovery key to the key that wraps the ring.

import { hashRaw } from '@node-rs/argon2';
import { hkdfSync } from 'node:crypto';
import { foldPassword } from '../../shared/book/password';
import { refuse } from '../../shared/errors';

/** Argon2id, one lane. */
export interface Argon {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** What new slots get: 60–90 ms on a shop's PC. */
export const ARGON: Argon = { memoryKiB: 65_536, passes: 3 };
/** What no slot may fall below, however it came to be. */
export const ARGON_FLOOR: Argon = { memoryKiB: 19_456, passes: 2 };

/** Whose key, of which book: no key made for one place fits another. */
export interface Place {
  readonly bookUid: string;
  readonly owner: string;
}

/** Runs off the main thread. Without the pepper, which never leaves this PC, a stolen file cannot be guessed at. */
export async function keyFromPassword(password: string, salt: Buffer, argon: Argon, pepper: Buffer, place: Place): Promise<Buffer> {
  if (argon.memoryKiB < ARGON_FLOOR.memoryKiB || argon.passes < ARGON_FLOOR.passes) throw refuse('keys.weak-slot');
  // The library's own choice is Argon2id, version 1.3.
  const stretched = await hashRaw(Buffer.from(foldPassword(password), 'utf8'), {
    memoryCost: argon.memoryKiB,
    timeCost: argon.passes,
    parallelism: 1,
    outputLen: 32,
    salt,
  });
  const material = Buffer.concat([stretched, pepper]);
  try {
    return bind(material, place);
  } finally {
    stretched.fill(0);
    material.fill(0);
  }
}

/** 160 random bits need no stretching, and no pepper: the printed key must work on another PC. */
export function keyFromRecovery(recovery: Uint8Array, place: Place): Buffer {
  return bind(Buffer.from(recovery), place);
}

/** A key for another purpose from a key of the ring. */
export function subKey(key: Buffer, place: Place): Buffer {
  return bind(key, place);
}

function bind(material: Buffer, place: Place): Buffer {
  return Buffer.from(hkdfSync('sha256', material, place.bookUid, place.owner, 32));
}
