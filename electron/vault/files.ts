// Where the book and what opens it live: all in one folder.

import { join } from 'node:path';

export interface VaultFiles {
  readonly folder: string;
  readonly book: string;
  /** A book that is being made; it takes its real name when it is whole and its keys are written. */
  readonly newBook: string;
  /** The book under new keys, until it takes the place of the present one. */
  readonly nextBook: string;
  /** Says that the next book is whole, and holds its keys. */
  readonly rotation: string;
  readonly keys: string;
  readonly keysBackup: string;
  readonly pepper: string;
  readonly tries: readonly [string, string];
  readonly writerLock: string;
}

export function vaultFiles(folder: string): VaultFiles {
  return {
    folder,
    book: join(folder, 'book.db'),
    newBook: join(folder, 'book.new'),
    nextBook: join(folder, 'book.next'),
    rotation: join(folder, 'rotation.json'),
    keys: join(folder, 'keys.json'),
    keysBackup: join(folder, 'keys.backup.json'),
    pepper: join(folder, 'pepper.bin'),
    tries: [join(folder, 'throttle.json'), join(folder, 'throttle.backup.json')],
    writerLock: join(folder, 'book.lock'),
  };
}
