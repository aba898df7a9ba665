// What the book itself says about itself: which book it is, and the newest keys.json it has seen.

import type { BookConnection } from '../core/database/connection';
import { refuse } from '../../shared/errors';

export interface BookRecord {
  readonly bookUid: string;
  readonly keysEpoch: number;
}

export function readRecord(db: BookConnection): BookRecord {
  const row = db.prepare<[], { uid: string; keys_epoch: number }>('SELECT uid, keys_epoch FROM book').get();
  if (row === undefined) throw refuse('keys.other-book');
  return { bookUid: row.uid, keysEpoch: row.keys_epoch };
}

export function writeKeysEpoch(db: BookConnection, epoch: number): void {
  db.prepare('UPDATE book SET keys_epoch = ?').run(epoch);
}
