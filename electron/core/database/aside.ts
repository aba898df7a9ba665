// Keeps a copy of a damaged book, so that no attempt to mend it can make the loss worse.

import { createHash } from 'node:crypto';
import { closeSync, constants, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flushFolder } from '../durable-file';

/**
 * Copies the book and what belongs to it into a folder beside it and returns that folder's name.
 * The name comes from the content: opening the same damaged book ten times keeps one copy. Null when there was no room for it.
 */
export function copyAside(file: string): string | null {
  const parts = [file, `${file}-wal`, `${file}-shm`].filter((part) => existsSync(part));
  const name = `damaged-${fingerprint(parts.filter((part) => !part.endsWith('-shm')))}`;
  const folder = join(dirname(file), name);
  if (existsSync(folder)) return name;
  const unfinished = `${folder}.part`;
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    for (const part of parts) copyFlushed(part, join(unfinished, basename(part)));
    renameSync(unfinished, folder);
    flushFolder(dirname(folder));
    return name;
  } catch {
    // The refusal that follows says that no copy could be kept; the book itself is untouched either way.
    rmSync(unfinished, { recursive: true, force: true });
    return null;
  }
}

/** On the disk before anything may take the original's place. */
export function copyFlushed(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  const handle = openSync(to, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  for (const file of files) {
    const handle = openSync(file, 'r');
    try {
      for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) hash.update(chunk.subarray(0, read));
    } finally {
      closeSync(handle);
    }
  }
  return hash.digest('hex').slice(0, 12);
}
