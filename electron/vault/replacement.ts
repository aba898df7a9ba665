// Another book takes the place of the present one, which may be damaged: after a salvage, after a restore. Goes the way of new keys (rotation.ts),
// so that a crash at any moment leaves the old state or the new; only that what is in its place need not be readable, and is kept beside it.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError, refuse } from '../../shared/errors';
import { copyAside, copyFlushed } from '../core/database/aside';
import { failureOf } from '../core/database/failures';
import { flushFolder, replaceFile } from '../core/durable-file';
import { ownerKeysOf } from './accounts';
import type { BookMaker } from './creation';
import type { VaultFiles } from './files';
import type { BookHolder } from './holder';
import { fileSum, settleRotation, type Turn } from './rotation';
import { holdWriterLock } from './writer-lock';

/** A book that is whole, closed and flushed, beside the present one. */
export interface NextBook {
  readonly file: string;
  /** The end of its audit log, as it is to stand outside of it. */
  readonly mirror: string;
}

/**
 * `files.nextBook` is whole, closed and flushed, the book is closed, and the writer lock is held. The present book and its log are kept untouched in
 * a folder beside it, whose name is answered. `keys`: what stands in both copies of keys.json from then on; null leaves them as they are.
 */
export function replaceBook(files: VaultFiles, keys: string | null): string | null {
  const isThere = existsSync(files.book);
  const aside = isThere ? copyAside(files.book) : null;
  // Without room to keep what is there, nothing takes its place.
  if (isThere && aside === null) throw new AppError('book.disk-full', { neededBytes: null });
  turnTo(files, { from: null, keys, mirror: null });
  return aside;
}

/** In place of the open book, which `leave` closes, under the same keys. It is not kept: whoever calls has a backup of it. */
export function replaceOpen({ files, nativeBinding }: BookMaker, holder: BookHolder, next: NextBook, leave: () => void): void {
  ownerKeysOf(holder.opened());
  leave();
  holder.refuseOpen();
  const release = holdWriterLock(files.writerLock, nativeBinding);
  try {
    settleRotation(files);
    if (existsSync(`${files.book}-wal`)) throw refuse('book.busy');
    renameSync(next.file, files.nextBook);
    turnTo(files, { from: fileSum(files.book), keys: null, mirror: next.mirror });
  } finally {
    release();
  }
}

/** In place of whatever stands there, which is kept word for word with its keys in a folder named after the moment. The writer lock is held. */
export function replaceAnything(files: VaultFiles, next: NextBook, keys: string | null, at: Date): void {
  keepReplaced(files, at);
  renameSync(next.file, files.nextBook);
  turnTo(files, { from: null, keys, mirror: next.mirror });
}

/** What a crash interrupted, as soon as the app is there: whether there is a book, and who may open it, may hang on it. */
export function settleInterrupted({ files, nativeBinding }: BookMaker): void {
  if (!existsSync(files.rotation)) return;
  try {
    const release = holdWriterLock(files.writerLock, nativeBinding);
    try {
      settleRotation(files);
    } finally {
      release();
    }
  } catch (error) {
    // Another process has the book, or the disk is full: opening it settles this as well, and says why it cannot.
    if (!failureOf(error)) throw error;
  }
}

function turnTo(files: VaultFiles, turn: Omit<Turn, 'to'>): void {
  replaceFile(files.rotation, JSON.stringify({ ...turn, to: fileSum(files.nextBook) } satisfies Turn));
  settleRotation(files);
}

function keepReplaced({ folder, ...files }: VaultFiles, at: Date): void {
  const keys = new Set([files.keys, files.keysBackup].map((file) => basename(file)));
  const names = readdirSync(folder).filter((name) => name.startsWith(basename(files.book)) || keys.has(name));
  if (names.length === 0) return;
  const target = join(folder, `replaced-${at.toISOString().replace(/[:.]/g, '-')}`);
  // From an attempt that failed within the same moment.
  rmSync(target, { recursive: true, force: true });
  try {
    mkdirSync(`${target}.part`, { recursive: true, mode: 0o700 });
    for (const name of names) copyFlushed(join(folder, name), join(`${target}.part`, name));
    renameSync(`${target}.part`, target);
    flushFolder(folder);
  } catch (error) {
    rmSync(`${target}.part`, { recursive: true, force: true });
    throw error;
  }
}
