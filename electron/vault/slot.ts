// A slot: the key ring wrapped under one person's password, or under the recovery key. AES-256-GCM over everything that describes it.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../../shared/errors';
import { ARGON_FLOOR, keyFromPassword, keyFromRecovery, type Argon } from './derive';
import { RING_BYTES, ringBytes, ringFrom, type KeyRing } from './key-ring';

const Base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, 'length');

const Sealed = z.strictObject({ iv: Base64(12), text: Base64(RING_BYTES), tag: Base64(16) });
type Sealed = z.infer<typeof Sealed>;

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

export async function sealWithPassword(
  ring: KeyRing,
  password: string,
  pepper: Pepper,
  argon: Argon,
  place: SlotPlace,
  epoch: number,
): Promise<PasswordSlot> {
  const salt = randomBytes(16);
  const about = { kind: 'password' as const, ...argon, salt: salt.toString('base64'), pepperId: pepper.id, epoch };
  const key = await keyFromPassword(password, salt, argon, pepper.bytes, place);
  return { ...about, sealed: seal(ring, key, about, place) };
}

/** Undefined when the password is not the one. */
export async function openWithPassword(
  slot: PasswordSlot,
  password: string,
  pepper: Pepper,
  place: SlotPlace,
): Promise<KeyRing | undefined> {
  if (isWeak(slot)) throw refuse('keys.weak-slot');
  const { sealed, ...about } = slot;
  const key = await keyFromPassword(password, Buffer.from(slot.salt, 'base64'), slot, pepper.bytes, place);
  return unseal(sealed, key, about, place);
}

export function sealWithRecovery(ring: KeyRing, recovery: Uint8Array, place: SlotPlace, epoch: number): RecoverySlot {
  const about = { kind: 'recovery' as const, epoch };
  return { ...about, sealed: seal(ring, keyFromRecovery(recovery, place), about, place) };
}

export function openWithRecovery(slot: RecoverySlot, recovery: Uint8Array, place: SlotPlace): KeyRing | undefined {
  const { sealed, ...about } = slot;
  return unseal(sealed, keyFromRecovery(recovery, place), about, place);
}

/** A slot weaker than we ever make one was put there by somebody else. */
export function isWeak(slot: PasswordSlot): boolean {
  return slot.memoryKiB < ARGON_FLOOR.memoryKiB || slot.passes < ARGON_FLOOR.passes;
}

type About = Omit<PasswordSlot, 'sealed'> | Omit<RecoverySlot, 'sealed'>;

function seal(ring: KeyRing, key: Buffer, about: About, place: SlotPlace): Sealed {
  const iv = randomBytes(12);
  const bytes = ringBytes(ring);
  try {
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(context(about, place));
    const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return { iv: iv.toString('base64'), text: text.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
  } finally {
    bytes.fill(0);
    key.fill(0);
  }
}

function unseal(sealed: Sealed, key: Buffer, about: About, place: SlotPlace): KeyRing | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 });
  decipher.setAAD(context(about, place)).setAuthTag(Buffer.from(sealed.tag, 'base64'));
  const bytes = decipher.update(Buffer.from(sealed.text, 'base64'));
  key.fill(0);
  try {
    decipher.final();
  } catch {
    // GCM has one way to say that the key does not fit; random damage was ruled out by the file's checksum before.
    bytes.fill(0);
    return undefined;
  }
  return ringFrom(bytes);
}

function context(about: About, place: SlotPlace): Buffer {
  const parts = Object.entries({ ...about, ...place }).map(([name, value]) => `${name}=${String(value)}`);
  return Buffer.from(['shuke slot 1', ...parts.sort()].join('\n'), 'utf8');
}
