// New keys for the book, after somebody left who may have taken the old ones along. Works on a copy of the closed book:
//
//   book.next       copied, sealed anew, under its new key, opened and compared with the book
//   rotation.json   from here on the new keys count: a start after a crash goes on from here, before here it takes all back
//   book.db         book.next takes its name
//   keys.json       and its copy: the new keys, every account re-wrapped by escrow; then rotation.json goes
//
// A book that replaces another one (replacement.ts) goes the same way from book.next on.

import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { mirrorFile } from '../audit/mirror';
import { removeBackupsBefore } from '../core/database/backup-before';
import type { BookConnection } from '../core/database/connection';
import { copyRekeyed } from '../core/database/rekey';
import { flushFolder, replaceFile } from '../core/durable-file';
import { withRoots } from './accounts';
import type { BookMaker } from './creation';
import type { VaultFiles } from './files';
import { withRecovery } from './key-change';
import { ownerRing, wipeRing, type KeyRing, type OwnerKeys } from './key-ring';
import { keysText, writeKeysText, type Keys } from './keys-file';
import { writeKeysEpoch } from './record';
import { holdWriterLock } from './writer-lock';

export interface SensitiveKeys {
  readonly health: Buffer;
  readonly photos: Buffer;
}

/** Seals anew what stands in the book under the sensitive keys. Runs on the copy, in one transaction, without triggers. */
export type Reseal = (copy: BookConnection, from: SensitiveKeys, to: SensitiveKeys) => void;

interface Side {
  readonly keys: Keys;
  readonly ring: OwnersRing;
}

type OwnersRing = KeyRing & { readonly owner: OwnerKeys };

export interface Rotation {
  readonly from: Side;
  readonly to: Side;
  readonly reseal: Reseal | undefined;
}

/**
 * Health notes and photos keep their root unless somebody is there to seal them anew. `backup` always stays: the audit log is chained under a key
 * derived from it and must stay verifiable, and so must a backup that was made before. What it opens, a former owner could have read anyway.
 */
export function planRotation(keys: Keys, present: OwnerKeys, recovery: Uint8Array, reseal: Reseal | undefined): Rotation {
  const { sensitive, backup, book } = present.roots;
  const { bookUid } = keys;
  const kept = ownerRing({ book: Buffer.from(book), sensitive: Buffer.from(sensitive), backup: Buffer.from(backup) }, bookUid, null);
  const roots = { book: randomBytes(32), sensitive: reseal ? randomBytes(32) : Buffer.from(sensitive), backup: Buffer.from(backup) };
  const ring = ownerRing(roots, bookUid, null);
  const salt = randomBytes(16).toString('base64');
  const renewed = withRecovery({ ...keys, salt, firstSalt: keys.firstSalt ?? keys.salt }, roots, recovery);
  return { from: { keys, ring: kept }, to: { keys: withRoots(renewed, kept.owner, ring.owner), ring }, reseal };
}

/** The book is closed. */
export function rotateBook(maker: BookMaker, rotation: Rotation): void {
  const { files, nativeBinding } = maker;
  const release = holdWriterLock(files.writerLock, nativeBinding);
  try {
    settleRotation(files);
    prepareRotation(maker, rotation);
    settleRotation(files);
  } finally {
    release();
  }
}

export function wipeRotation({ from, to }: Rotation): void {
  wipeRing(from.ring);
  wipeRing(to.ring);
}

/** The next book and the record that makes it count. */
export function prepareRotation({ files, nativeBinding }: BookMaker, { from, to, reseal }: Rotation): void {
  const accessTo = ({ keys, ring }: Side) => ({ key: ring.book, salt: Buffer.from(keys.salt, 'base64'), nativeBinding });
  try {
    copyRekeyed(files.nextBook, {
      file: files.book,
      from: accessTo(from),
      to: accessTo(to),
      change(copy) {
        writeKeysEpoch(copy, to.keys.epoch);
        reseal?.(copy, sensitiveOf(from.ring), sensitiveOf(to.ring));
      },
    });
    const record: Turn = { from: fileSum(files.book), to: fileSum(files.nextBook), keys: keysText(to.keys, to.ring.book), mirror: null };
    replaceFile(files.rotation, JSON.stringify(record));
  } catch (error) {
    discard(files);
    throw error;
  }
}

/** Finishes what a crash interrupted, or takes it back; call before the book is opened, with the writer lock held. */
export function settleRotation(files: VaultFiles): void {
  if (![files.rotation, files.nextBook, `${files.nextBook}-from`].some((file) => existsSync(file))) return;
  const turn = readTurn(files.rotation);
  if (turn && canTakePlace(files, turn)) {
    if (turn.from === null) removeLog(files);
    renameSync(files.nextBook, files.book);
    flushFolder(files.folder);
  }
  // Without its book this is no place to throw anything away.
  if (!existsSync(files.book)) return;
  if (turn && fileSum(files.book) === turn.to) takeAlong(files, turn);
  discard(files);
}

const Turn = z.object({
  from: z.string().nullable(),
  to: z.string(),
  keys: z.string().nullable(),
  mirror: z.string().nullable().default(null),
});
/**
 * The books before and after, known by their whole content: what was written to the present one since must not be lost. `from` is null when the
 * present one is kept elsewhere, with its log, and may be anything; `keys` when they stay, and so `mirror`, the end of the next one's audit log.
 */
export type Turn = Readonly<z.infer<typeof Turn>>;

// Not when the present book was written to since it was copied, nor when the next one is not the one that was compared.
function canTakePlace({ book, nextBook }: VaultFiles, turn: Turn): boolean {
  if (!existsSync(nextBook) || fileSum(nextBook) !== turn.to) return false;
  if (turn.from === null) return true;
  if (existsSync(`${book}-wal`)) return false;
  return !existsSync(book) || fileSum(book) === turn.from;
}

// What has to fit the book that has just taken its place.
function takeAlong(files: VaultFiles, { keys, mirror }: Turn): void {
  if (mirror !== null) replaceFile(mirrorFile(files.folder), mirror);
  if (keys === null) return;
  writeKeysText(files, keys);
  removeBackupsBefore(files.book);
}

// The log of the book that goes: SQLite would take it for the new one's.
function removeLog({ folder, book }: VaultFiles): void {
  for (const end of ['-wal', '-shm', '-journal']) rmSync(`${book}${end}`, { force: true });
  flushFolder(folder);
}

function readTurn(file: string): Turn | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return Turn.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Not written by us: then the book stays as it is.
    return undefined;
  }
}

// The record last: without it, a next book is nothing.
function discard(files: VaultFiles): void {
  // Of a salvage also the copy it read from.
  for (const file of [files.nextBook, `${files.nextBook}-from`])
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
  // Also one that was only half written.
  for (const file of [`${files.rotation}.part`, files.rotation]) rmSync(file, { force: true });
  flushFolder(files.folder);
}

export function fileSum(file: string): string {
  const sum = createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) sum.update(chunk.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return sum.digest('hex');
}

function sensitiveOf({ health, photos }: KeyRing): SensitiveKeys {
  if (!health || !photos) throw new Error('an owner holds every key');
  return { health, photos };
}
