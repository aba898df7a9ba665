// A slot: bytes wrapped under one person's password, or under the recovery key. AES-256-GCM over everything that describes it.

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../../shared/errors';
import { Base64, seal, Sealed, unseal } from './box';
import { ARGON_FLOOR, keyFromPassword, keyFromRecovery, type Argon } from './derive';
import { ROOT_BYTES } from './key-ring';

export const PasswordSlot = z.strictObject({
  kind: z.literal('password'),
  // An upper bound too: a changed file must not make the PC reserve all its memory.
  memoryKiB: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(20),
  salt: Base64(16),
  pepperId: z.string().max(64),
  epoch: z.int().min(1),
  sealed: Sealed,
});
export type PasswordSlot = z.infer<typeof PasswordSlot>;

export const RecoverySlot = z.strictObject({ kind: z.literal('recovery'), epoch: z.int().min(1), sealed: Sealed });
export type RecoverySlot = z.infer<typeof RecoverySlot>;

/** The book a slot belongs to: part of what is authenticated, so that no slot can be moved to another book or account. */
export interface SlotPlace {
  readonly bookUid: string;
  readonly bookSalt: string;
  readonly owner: string;
}

export interface Pepper {
  readonly bytes: Buffer;
  readonly id: string;
}

export const RECOVERY_OWNER = 'recovery';

/** Wraps an account's key. (Slots of the first format wrapped the roots themselves.) */
export async function sealWithPassword(
  secret: Buffer,
  password: string,
  pepper: Pepper,
  argon: Argon,
  place: SlotPlace,
  epoch: number,
): Promise<PasswordSlot> {
  const salt = randomBytes(16);
  const about = { kind: 'password' as const, ...argon, salt: salt.toString('base64'), pepperId: pepper.id, epoch };
  const key = await keyFromPassword(password, salt, argon, pepper.bytes, place);
  try {
    return { ...about, sealed: seal(kindOf(secret.length), secret, key, { ...about, ...place }) };
  } finally {
    key.fill(0);
  }
}

/** Undefined when the password is not the one. */
export async function openWithPassword(
  slot: PasswordSlot,
  password: string,
  pepper: Pepper,
  place: SlotPlace,
): Promise<Buffer | undefined> {
  if (isWeak(slot)) throw refuse('keys.weak-slot');
  const { sealed, ...about } = slot;
  const key = await keyFromPassword(password, Buffer.from(slot.salt, 'base64'), slot, pepper.bytes, place);
  try {
    return unseal(kindOf(Buffer.from(sealed.text, 'base64').length), sealed, key, { ...about, ...place });
  } finally {
    key.fill(0);
  }
}

/** Wraps the roots. */
export function sealWithRecovery(roots: Buffer, recovery: Uint8Array, place: SlotPlace, epoch: number): RecoverySlot {
  const about = { kind: 'recovery' as const, epoch };
  const key = keyFromRecovery(recovery, place);
  try {
    return { ...about, sealed: seal(ROOTS_SLOT, roots, key, { ...about, ...place }) };
  } finally {
    key.fill(0);
  }
}

export function openWithRecovery(slot: RecoverySlot, recovery: Uint8Array, place: SlotPlace): Buffer | undefined {
  const { sealed, ...about } = slot;
  const key = keyFromRecovery(recovery, place);
  try {
    return unseal(ROOTS_SLOT, sealed, key, { ...about, ...place });
  } finally {
    key.fill(0);
  }
}

/** A slot weaker than we ever make one was put there by somebody else. */
export function isWeak(slot: PasswordSlot): boolean {
  return slot.memoryKiB < ARGON_FLOOR.memoryKiB || slot.passes < ARGON_FLOOR.passes;
}

const ROOTS_SLOT = 'shuke slot 1';
const ACCOUNT_SLOT = 'shuke slot 2: account key';

// What a slot holds is part of what is authenticated: an account key never passes for roots, nor roots for an account key.
function kindOf(bytes: number): string {
  return bytes === ROOT_BYTES ? ROOTS_SLOT : ACCOUNT_SLOT;
}
