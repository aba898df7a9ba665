// The files a backup is opened into, beside the book: encrypted as the book is, and gone when the work is.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';

export function newStaged(folder: string): string {
  return path.join(folder, `restore-${randomUUID()}.part`);
}

/** The same book under the keys of the present one. */
export function rekeyedName(staged: string): string {
  return `${staged}.rekeyed`;
}

export function removeStaged(staged: string): void {
  for (const file of [staged, rekeyedName(staged)])
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
}

/** What a run that was killed left behind. */
export function removeAllStaged(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (/^restore-[0-9a-f-]{36}\.part/.test(name)) rmSync(path.join(folder, name), { force: true });
}
