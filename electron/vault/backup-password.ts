// The backup password 备份密码: a slot that opens backups on any PC. Whoever has a backup's file can guess at it for as long as they like, since no part of it
// stays on this PC; so it costs more to try than any other, is longer, and is there only when the owner wants it.
//
//   password → slot → the entry's key → the roots;   escrow: the entry's key under the owners' key, so that new roots need no password

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../../shared/errors';
import { Base64, seal, Sealed, unseal } from './box';
import { keyFromPassword, type Argon } from './derive';
import { KEY_BYTES, rootBytes, type OwnerKeys } from './key-ring';
import type { SlotPlace } from './slot';

const Box = z.strictObject({ epoch: z.int().min(1), sealed: Sealed });

const BackupSlot = z.strictObject({
  kind: z.literal('backup'),
  memoryKiB: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(20),
  salt: Base64(16),
  epoch: z.int().min(1),
  sealed: Sealed,
});

export const BackupEntry = z.strictObject({ slot: BackupSlot, roots: Box, escrow: Box });
export type BackupEntry = z.infer<typeof BackupEntry>;

/** Whose place it takes among the slots. */
export const BACKUP_OWNER = 'backup password';

export async function sealBackupEntry(password: string, owner: OwnerKeys, place: SlotPlace, epoch: number): Promise<BackupEntry> {
  const entryKey = randomBytes(KEY_BYTES);
  const salt = randomBytes(16);
  const about = { kind: 'backup' as const, ...COST, salt: salt.toString('base64'), epoch };
  const key = await keyFromPassword(password, salt, COST, NO_PEPPER, place);
  try {
    const slot = { ...about, sealed: seal(SLOT, entryKey, key, { ...about, ...place }) };
    return { slot, ...wrapped(entryKey, owner, place, epoch) };
  } finally {
    key.fill(0);
    entryKey.fill(0);
  }
}

/** The same password opens it, to other roots. */
export function rewrapBackupEntry(entry: BackupEntry, from: OwnerKeys, to: OwnerKeys, place: SlotPlace, epoch: number): BackupEntry {
  const entryKey = unseal(ESCROW, entry.escrow.sealed, from.admin, { ...place, epoch: entry.escrow.epoch });
  if (entryKey === undefined) throw refuse('keys.damaged');
  try {
    return { slot: entry.slot, ...wrapped(entryKey, to, place, epoch) };
  } finally {
    entryKey.fill(0);
  }
}

/** The bytes of the roots; undefined when the password is not the one. */
export async function openBackupEntry({ slot, roots }: BackupEntry, password: string, place: SlotPlace): Promise<Buffer | undefined> {
  // Weaker than we ever make one: somebody else put it there.
  if (slot.memoryKiB < COST.memoryKiB || slot.passes < COST.passes) throw refuse('keys.weak-slot');
  const { sealed, ...about } = slot;
  const key = await keyFromPassword(password, Buffer.from(slot.salt, 'base64'), slot, NO_PEPPER, place);
  const entryKey = unseal(SLOT, sealed, key, { ...about, ...place });
  key.fill(0);
  if (entryKey === undefined) return undefined;
  try {
    const bytes = unseal(ROOTS, roots.sealed, entryKey, { ...place, epoch: roots.epoch });
    if (bytes === undefined) throw refuse('keys.damaged');
    return bytes;
  } finally {
    entryKey.fill(0);
  }
}

/** About half a second and 256 MiB for every guess. */
const COST: Argon = { memoryKiB: 262_144, passes: 4 };
const NO_PEPPER = Buffer.alloc(0);
const SLOT = 'shuke backup password: key';
const ROOTS = 'shuke backup password: roots';
const ESCROW = 'shuke backup password: escrow';

function wrapped(entryKey: Buffer, owner: OwnerKeys, place: SlotPlace, epoch: number): Pick<BackupEntry, 'roots' | 'escrow'> {
  const bytes = rootBytes(owner.roots);
  try {
    return {
      roots: { epoch, sealed: seal(ROOTS, bytes, entryKey, { ...place, epoch }) },
      escrow: { epoch, sealed: seal(ESCROW, entryKey, owner.admin, { ...place, epoch }) },
    };
  } finally {
    bytes.fill(0);
  }
}
