// What the vault gives of a book that somebody has opened.

import type { BookAccess, BookConnection } from '../core/database/connection';
import type { BookMaker } from './creation';
import { accountOf } from './key-change';
import type { KeyRing } from './key-ring';
import type { OpenBook } from './opening';

export interface OpenedBook {
  readonly db: BookConnection;
  readonly accountId: string;
  /** Signed in with a start password: nothing but `chooseOwnPassword` should be offered. */
  readonly mustChoose: boolean;
}

/** Parts of the open book's own buffers, wiped at lock: not to be kept. Null is a key that nobody who signed in since the opening holds. */
export type SubKeys = Pick<KeyRing, 'audit' | 'health' | 'photos'>;

export interface ReaderAccess extends BookAccess {
  readonly file: string;
}

export function readerAccessOf({ keys, ring }: OpenBook, { files, nativeBinding }: BookMaker): ReaderAccess {
  return { file: files.book, key: Buffer.from(ring.book), salt: Buffer.from(keys.salt, 'base64'), nativeBinding };
}

export function opened({ db, accountId, keys }: OpenBook): OpenedBook {
  return { db, accountId, mustChoose: accountOf(keys, accountId).mustChoose };
}
