// keys.json: the wrapped keys of a book, in two copies of which the newer whole one counts.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { AppError, refuse } from '../../shared/errors';
import { failureOf } from '../core/database/failures';
import { replaceFile } from '../core/durable-file';
import { KeysAccount } from './account-entry';
import { BackupEntry } from './backup-password';
import { subKey } from './derive';
import type { VaultFiles } from './files';
import { RecoverySlot, type SlotPlace } from './slot';

/**
 * 1: one owner, whose slot wraps the roots. 2: an entry per person. The first is still read, and written anew at the next sign-in.
 * 3: the second with a backup password; without one it stays the second, which older versions read.
 */
export const KEYS_FORMAT = 3;

export const Keys = z.strictObject({
  bookUid: z.uuid(),
  /** The book file's first 16 bytes. */
  salt: z.base64(),
  /** The first it had, which slots go on being bound to; null as long as it is the present one. */
  firstSalt: z.base64().nullable().default(null),
  /** Grows with every change; the book remembers the last it saw, so that an older file put back is noticed. */
  epoch: z.int().min(1),
  shopName: z.string().max(400),
  accounts: z.array(KeysAccount).max(500),
  recovery: RecoverySlot,
  backup: BackupEntry.nullable().default(null),
});
export type Keys = z.infer<typeof Keys>;

/** `sum` tells damage from a wrong password; `mac`, under the book's key, tells whether somebody edited the file. */
export interface StoredKeys {
  readonly keys: Keys;
  /** The keys as they stood in the file. */
  readonly body: string;
  readonly mac: string;
  /** Both copies are whole and the same. */
  readonly healthy: boolean;
}

export function hasKeys(files: VaultFiles): boolean {
  return existsSync(files.keys) || existsSync(files.keysBackup);
}

export function readKeys(files: VaultFiles): StoredKeys {
  if (!hasKeys(files)) throw refuse('keys.missing');
  const copies = [files.keys, files.keysBackup].map(readCopy);
  const whole = copies.filter((copy) => copy !== undefined).sort((a, b) => b.keys.epoch - a.keys.epoch);
  const [best] = whole;
  if (best === undefined) throw refuse('keys.damaged');
  return { ...best, healthy: whole.length === 2 && whole.every((copy) => copy.mac === best.mac) };
}

export function writeKeys(files: VaultFiles, keys: Keys, bookKey: Buffer): void {
  writeKeysText(files, keysText(keys, bookKey));
}

/** What stands in both copies. */
export function keysText(keys: Keys, bookKey: Buffer): string {
  // Parsed, so that the fields stand in the order in which they will be read.
  const { backup, ...rest } = Keys.parse(keys);
  const whole = backup === null ? rest : { ...rest, backup };
  const body = JSON.stringify(whole);
  const mac = macOf(body, keys.bookUid, bookKey).toString('base64');
  return JSON.stringify({ format: backup === null ? KEYS_FORMAT - 1 : KEYS_FORMAT, sum: sumOf(body, mac), mac, keys: whole }, null, 1);
}

export function writeKeysText(files: VaultFiles, text: string): void {
  // One after the other: a power cut leaves one whole copy.
  replaceFile(files.keys, text);
  replaceFile(files.keysBackup, text);
}

/** Makes both copies whole again; false when the disk is full. */
export function mendKeys(files: VaultFiles, keys: Keys, bookKey: Buffer): boolean {
  try {
    writeKeys(files, keys, bookKey);
    return true;
  } catch (error) {
    // One whole copy is enough to go on with; a full disk must not keep anybody out who may want to make room.
    if (failureOf(error)?.code !== 'book.disk-full') throw error;
    return false;
  }
}

/** Whether the file is as this book's own key left it. */
export function isUnedited({ keys, body, mac }: StoredKeys, bookKey: Buffer): boolean {
  const expected = macOf(body, keys.bookUid, bookKey);
  const found = Buffer.from(mac, 'base64');
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** As it stands in a file or in a backup; undefined when that is not a whole one. */
export function keysFromText(text: string): Omit<StoredKeys, 'healthy'> | undefined {
  const envelope = Envelope.safeParse(parseJson(text));
  if (!envelope.success) return undefined;
  const { format, sum, mac } = envelope.data;
  // Known by its sum to be whole: then it is not damage but a later version.
  const body = JSON.stringify(envelope.data.keys);
  if (sumOf(body, mac) !== sum) return undefined;
  if (format > KEYS_FORMAT) throw new AppError('keys.newer', { theirs: format, ours: KEYS_FORMAT });
  const keys = Keys.safeParse(envelope.data.keys);
  return keys.success ? { keys: keys.data, body, mac } : undefined;
}

export function placeOf(keys: Pick<Keys, 'bookUid' | 'salt' | 'firstSalt'>, owner: string): SlotPlace {
  return { bookUid: keys.bookUid, bookSalt: keys.firstSalt ?? keys.salt, owner };
}

const MOST_BYTES = 4 * 1024 * 1024;
const Envelope = z.object({ format: z.int(), sum: z.string(), mac: z.base64(), keys: z.unknown() });

function readCopy(file: string): Omit<StoredKeys, 'healthy'> | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || found.size > MOST_BYTES) return undefined;
  return keysFromText(readFileSync(file, 'utf8'));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Damage; the other copy may be whole, and when it is not the caller refuses.
    return undefined;
  }
}

function sumOf(body: string, mac: string): string {
  return createHash('sha256').update(`${body}\n${mac}`).digest('hex');
}

function macOf(body: string, bookUid: string, bookKey: Buffer): Buffer {
  return createHmac('sha256', subKey(bookKey, { bookUid, owner: 'keys.json' }))
    .update(body)
    .digest();
}
