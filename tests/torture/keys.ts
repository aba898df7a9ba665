// keys.json damaged: in one of its two copies the other must serve; in both the book stays shut, by a name of its own, and is never opened as something else.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { failureOf } from '../../electron/core/database/failures';
import { vaultFiles, type VaultFiles } from '../../electron/vault/files';
import { AppError } from '../../shared/errors';
import { aFolder, removeFolder } from '../support/book-file';
import { makeBookIn, SHOP, vaultIn } from './vault-folder';
import { below, randomFrom, type Random } from './random';

export interface KeysResult {
  /** One copy damaged and the book opened all the same, both copies being whole again afterwards. */
  readonly served: number;
  /** Both copies damaged and refused, by code. */
  readonly told: Readonly<Record<string, number>>;
  /** Both copies damaged, and none the worse: a bit that says the same, or one that only shows in another copy. */
  readonly harmless: number;
  /** Opened with other names or people than were written: must be none. */
  readonly silent: number;
  /** Refused although one copy was whole: must be none. */
  readonly shut: number;
  readonly unnamed: number;
}

type Damage = (bytes: Buffer) => Buffer;

/** Half of them in one copy, half in both. */
export function flipKeyBits(flips: number, seed: number): Promise<KeysResult> {
  const random = randomFrom(seed);
  return damageKeys(Array.from({ length: flips }, () => (bytes: Buffer) => flipped(bytes, random)));
}

const CUTS: readonly Damage[] = [
  ...[0, 1, 100].map((bytes) => (whole: Buffer) => whole.subarray(0, bytes)),
  (whole) => whole.subarray(0, whole.length / 2),
  (whole) => whole.subarray(0, -1),
];

/** Every length a file that was cut off may have, in one copy and in both. */
export const KEY_CUTS = CUTS.flatMap((cut) => [cut, cut]);

export async function damageKeys(damages: readonly Damage[]): Promise<KeysResult> {
  const told: Record<string, number> = {};
  const count = { served: 0, harmless: 0, silent: 0, shut: 0, unnamed: 0 };
  const original = aFolder();
  const accountId = await makeBookIn(original);
  try {
    for (const [number, damage] of damages.entries()) {
      const folder = aFolder();
      cpSync(original, folder, { recursive: true });
      const files = vaultFiles(folder);
      const both = number % 2 === 1;
      const copies = both ? [files.keys, files.keysBackup] : [number % 4 === 0 ? files.keys : files.keysBackup];
      for (const copy of copies) writeFileSync(copy, damage(readFileSync(copy)));
      const found = await openDamaged(files, accountId);
      if (found.state === 'open') count[both ? 'harmless' : 'served'] += 1;
      else if (found.state === 'told' && both) told[found.code] = (told[found.code] ?? 0) + 1;
      else count[found.state === 'told' ? 'shut' : found.state] += 1;
      removeFolder(folder);
    }
    return { told, ...count };
  } finally {
    removeFolder(original);
  }
}

type Found = { readonly state: 'open' | 'silent' | 'unnamed' } | { readonly state: 'told'; readonly code: string };

async function openDamaged(files: VaultFiles, accountId: string): Promise<Found> {
  const vault = vaultIn(files.folder);
  try {
    const { shopName, accounts } = vault.status();
    await vault.unlock({ accountId, password: SHOP.password });
    vault.lock('quit');
    const asWritten = shopName === SHOP.shopName && accounts.length === 1 && accounts[0]?.name === SHOP.ownerName;
    return { state: asWritten && healed(files) ? 'open' : 'silent' };
  } catch (error) {
    const failure = error instanceof AppError ? error : failureOf(error);
    return failure ? { state: 'told', code: failure.code } : { state: 'unnamed' };
  }
}

function healed({ keys, keysBackup, folder }: VaultFiles): boolean {
  return vaultIn(folder).status().state === 'locked' && readFileSync(keys).equals(readFileSync(keysBackup));
}

function flipped(bytes: Buffer, random: Random): Buffer {
  const at = below(random, bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
  return bytes;
}
