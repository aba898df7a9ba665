// Opens the book file with keys that were unwrapped, and holds it for this process alone.

import { AppError, refuse } from '../../shared/errors';
import { connect, pragmaValue, type BookAccess, type BookConnection } from '../core/database/connection';
import { failureOf } from '../core/database/failures';
import { endedUncleanly, openBookFile } from '../core/database/open';
import { finishCreation, type BookMaker, type TellStage } from './creation';
import { wipeRing, type KeyRing } from './key-ring';
import type { Keys } from './keys-file';
import { readRecord, writeKeysEpoch } from './record';
import { holdWriterLock } from './writer-lock';

export interface OpenBook {
  readonly db: BookConnection;
  readonly keys: Keys;
  /** All that whoever signed in since the opening may hold. */
  readonly ring: KeyRing;
  readonly accountId: string;
  readonly release: () => void;
}

/** Runs with the book held for this process; lets go of it when the work fails. */
export async function holding<T>(maker: BookMaker, work: (release: () => void) => Promise<T>): Promise<T> {
  const release = holdWriterLock(maker.files.writerLock, maker.nativeBinding);
  try {
    return await work(release);
  } catch (error) {
    release();
    throw error;
  }
}

/** `acceptOlder`: the recovery key may open a book whose keys.json is older than the book remembers; a password may not. */
export function openWith(maker: BookMaker, keys: Keys, ring: KeyRing, acceptOlder: boolean, checked = false): BookConnection {
  finishCreation(maker.files);
  return openBookFile(maker.files.book, {
    key: ring.book,
    salt: Buffer.from(keys.salt, 'base64'),
    schemaVersion: maker.schemaVersion,
    nativeBinding: maker.nativeBinding,
    checked,
    verify: (db) => verify(db, keys, acceptOlder),
    prepare: (db, tools) => {
      maker.prepare(db, tools);
      // keys.json is written first: a crash in between leaves the book one behind.
      if (readRecord(db).keysEpoch < keys.epoch) writeKeysEpoch(db, keys.epoch);
    },
  });
}

/** Everything into the one file, closed, keys wiped. Says whether the log could be emptied; what stays in it is not lost. */
export function closeBook(book: OpenBook): boolean {
  try {
    return emptyLog(book.db);
  } finally {
    try {
      book.db.close();
    } finally {
      wipeRing(book.ring);
      book.release();
    }
  }
}

/** Closed as it is: a page of it cannot be believed, and what is still in the log stays there. */
export function abandonBook({ files, nativeBinding }: BookMaker, book: OpenBook): boolean {
  const salt = Buffer.from(book.keys.salt, 'base64');
  // SQLite moves the log into the book when the last connection goes; the last one is one that cannot write.
  const last = connect(files.book, { key: book.ring.book, salt, nativeBinding }, { readonly: true, mustExist: true });
  try {
    last.prepare('SELECT 1 FROM sqlite_master').get();
    book.db.close();
  } finally {
    last.close();
    book.db.close();
    wipeRing(book.ring);
    book.release();
  }
  return false;
}

/** Moves what was committed from the log into the book file. False, at once, when a reader is in the way, and when the disk is full. */
export function emptyLog(db: BookConnection): boolean {
  const patience = pragmaValue(db, 'busy_timeout');
  try {
    // A thread may read for minutes, and whoever calls this would stand still until the patience is over.
    db.pragma('busy_timeout=0');
    const [row] = db.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').all();
    return row?.busy === 0;
  } catch (error) {
    // On a full or vanished disk the log keeps what was committed, and the next start takes it up.
    if (failureOf(error)) return false;
    throw error;
  } finally {
    db.pragma(`busy_timeout=${patience}`);
  }
}

function verify(db: BookConnection, keys: Keys, acceptOlder: boolean): void {
  const record = readRecord(db);
  if (record.bookUid !== keys.bookUid) throw refuse('keys.other-book');
  if (record.keysEpoch > keys.epoch && !acceptOlder) throw new AppError('keys.rolled-back', {});
}

/** As `openWith`; the keys are wiped when the book stays shut. */
export function openOrWipe(maker: BookMaker, keys: Keys, ring: KeyRing, acceptOlder: boolean): BookConnection {
  try {
    return openWith(maker, keys, ring, acceptOlder);
  } catch (error) {
    wipeRing(ring);
    throw error;
  }
}

export interface Opening {
  /** As for `openWith`. */
  readonly acceptOlder: boolean;
  readonly tell: TellStage;
}

/**
 * As `openOrWipe`, for a book that may not have been closed, or is of an older version: its pages are looked through and it is brought up to date in
 * threads, so that the window answers meanwhile.
 */
export async function openInThreads(maker: BookMaker, keys: Keys, ring: KeyRing, { acceptOlder, tell }: Opening): Promise<BookConnection> {
  const { files, nativeBinding, lookThrough, bringUpToDate } = maker;
  const access: BookAccess = { key: ring.book, salt: Buffer.from(keys.salt, 'base64'), nativeBinding };
  try {
    finishCreation(files);
    const unclean = lookThrough !== undefined && endedUncleanly(files.book);
    if (unclean) {
      tell('check');
      await lookThrough(files.book, access);
    }
    if (!bringUpToDate) return openWith(maker, keys, ring, acceptOlder, unclean);
    const db = openUnlessOlder(maker, keys, ring, acceptOlder, unclean);
    if (db) return db;
    await bringUpToDate(files.book, access, tell);
    return openWith(maker, keys, ring, acceptOlder);
  } catch (error) {
    wipeRing(ring);
    throw error;
  }
}

// The connection that is going to write asks, once it has verified whose book this is: one more only to ask would cost every opening.
function openUnlessOlder(...[maker, ...how]: Parameters<typeof openWith>): BookConnection | null {
  const older = new Error('the book is of an older version');
  const prepare = (db: BookConnection) => {
    if (Number(pragmaValue(db, 'user_version')) < maker.schemaVersion) throw older;
  };
  try {
    return openWith({ ...maker, prepare }, ...how);
  } catch (error) {
    if (error === older) return null;
    throw error;
  }
}

/** Closes and wipes when the work on a book just opened fails. */
export async function orClose<T>(db: BookConnection, ring: KeyRing, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    db.close();
    wipeRing(ring);
    throw error;
  }
}
