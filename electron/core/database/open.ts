// Opens the encrypted book in one fixed order, and refuses anything that is not the whole book without changing a byte of it.

import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError, refuse } from '../../../shared/errors';
import { copyAside } from './aside';
import { connect, pragmaValue, settleReader, settleWriter, type BookAccess, type BookConnection } from './connection';
import { copyVerified, findDamage } from './copy';
import { failureOf, resultCodeOf } from './failures';
import { beginsWithSalt, lookAtFile, PAGE_BYTES } from './pages';

/** 'SHUK': marks the file as ours among all SQLite files. */
export const APPLICATION_ID = 0x5348554b;

export interface BookRules {
  /** The newest schema this version understands; it is what `prepare` brings the book to. */
  readonly schemaVersion: number;
  /** Throws when this is another book than expected. Runs before anything is written. */
  verify?(db: BookConnection): void;
}

export interface OpenOptions extends BookAccess, BookRules {
  /** Its pages were looked at just now, by `lookThrough` in a thread, while nobody could write. */
  readonly checked?: boolean;
  /** Makes a new book; never on top of a file. Without it, a file that is missing or empty is refused, not initialised. */
  readonly create?: boolean;
  /** Brings the schema up to date: first start and migrations. */
  prepare(db: BookConnection, tools: PrepareTools): void;
}

export interface PrepareTools {
  /** A checked copy of the book as it is now, before a migration touches it. */
  copyVerified(target: string): void;
}

/**
 * The one connection that writes.
 *
 * When is every page checked? Not on each start: that costs seconds on a large book, and SQLCipher authenticates each page as it is read,
 * so damage is always noticed before it is believed. It is checked after an unclean end, which shows by a write-ahead log that is not
 * empty (a clean close empties it), because that is when a disk may have kept one write and lost another.
 */
export function openBookFile(file: string, options: OpenOptions): BookConnection {
  const create = options.create === true;
  if (create) refuseExisting(file);
  else refuseImpossible(file);
  refuseUnwritable(file);
  try {
    if (!create && endedUncleanly(file)) checkUntouched(file, options);
    return create ? createFile(file, options) : openForWriting(file, options);
  } catch (error) {
    throw create ? (failureOf(error) ?? error) : refusalFor(error, file, options);
  }
}

/** What opening does after an unclean end, for a thread: it takes seconds on a large book. Refuses a damaged one and writes nothing. */
export function lookThrough(file: string, options: BookAccess & BookRules): void {
  refuseImpossible(file);
  refuseUnwritable(file);
  try {
    checkUntouched(file, options);
  } catch (error) {
    throw refusalFor(error, file, options);
  }
}

/** A second connection for scans, exports and backups in a worker thread: it cannot write. */
export function openReadOnly(file: string, options: BookAccess & BookRules): BookConnection {
  refuseImpossible(file);
  try {
    const db = connect(file, options, { readonly: true, mustExist: true });
    return orClose(db, () => {
      identify(db, options);
      settleReader(db);
    });
  } catch (error) {
    throw refusalFor(error, file, options);
  }
}

/** A second connection that writes, for a thread, while the first one is open and everybody else keeps still. */
export function openBeside(file: string, options: BookAccess & BookRules): BookConnection {
  refuseImpossible(file);
  try {
    const db = connect(file, options, { readonly: false, mustExist: true });
    return orClose(db, () => {
      identify(db, options);
      settleWriter(db);
    });
  } catch (error) {
    throw refusalFor(error, file, options);
  }
}

export function endedUncleanly(file: string): boolean {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  return log !== undefined && log.size > 0;
}

/**
 * Refuses a file whose length alone shows that it is not the whole book: SQLite would take an empty one for a new book. A power cut while the book
 * grew leaves half a page at its end; the log still holds the whole one, so with a log it is the check of every page that decides.
 */
export function refuseImpossible(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) throw new AppError('book.missing', { file });
  if (found.size < PAGE_BYTES || (found.size % PAGE_BYTES !== 0 && !endedUncleanly(file)))
    throw new AppError('book.cut-short', { bytes: found.size });
}

function refuseExisting(file: string): void {
  if ([file, `${file}-wal`].some((part) => existsSync(part))) throw refuse('book.already-exists');
}

function refuseUnwritable(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw failureOf(error) ?? error;
  }
}

// A writer that closes moves the log into the book. So a book with a log is judged by a connection that cannot write.
function checkUntouched(file: string, options: Omit<OpenOptions, 'prepare'>): void {
  const db = connect(file, options, { readonly: true, mustExist: true });
  try {
    identify(db, options);
    const found = options.checked === true ? undefined : findDamage(db);
    if (found !== undefined) throw new AppError('book.damaged', { found, aside: null });
  } finally {
    db.close();
  }
}

function openForWriting(file: string, options: OpenOptions): BookConnection {
  const db = connect(file, options, { readonly: false, mustExist: true });
  return orClose(db, () => {
    identify(db, options);
    settleWriter(db);
    // SQLite opens a file it may not write as if it were read-only, and says so at the first write only: so this writes, and takes it back.
    db.exec(`BEGIN IMMEDIATE; PRAGMA user_version=${pragmaValue(db, 'user_version')}; ROLLBACK`);
    prepare(db, options);
  });
}

function createFile(file: string, options: OpenOptions): BookConnection {
  try {
    const db = connect(file, options, { readonly: false, mustExist: false });
    return orClose(db, () => {
      settleWriter(db);
      db.pragma(`application_id=${APPLICATION_ID}`);
      prepare(db, options);
      if (!beginsWithSalt(file, options.salt)) throw new Error('the new book is not encrypted');
    });
  } catch (error) {
    // Nothing stood here before: what is left is half a book of ours.
    for (const part of [file, `${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
    throw error;
  }
}

// The first read: only now does SQLite find out whether the key fits.
function identify(db: BookConnection, rules: BookRules): void {
  const id = Number(pragmaValue(db, 'application_id'));
  if (id !== APPLICATION_ID) throw refuse('book.foreign');
  const theirs = Number(pragmaValue(db, 'user_version'));
  if (theirs > rules.schemaVersion) throw new AppError('book.newer', { theirs, ours: rules.schemaVersion });
  rules.verify?.(db);
}

function prepare(db: BookConnection, options: OpenOptions): void {
  options.prepare(db, { copyVerified: (target) => copyVerified(db, target, options) });
  if (Number(pragmaValue(db, 'user_version')) !== options.schemaVersion) db.pragma(`user_version=${options.schemaVersion}`);
  // A migration turns these off for a while.
  if (pragmaValue(db, 'foreign_keys') !== '1') throw new Error('foreign keys were left off');
  if (pragmaValue(db, 'synchronous') !== '2') throw new Error('synchronous was left low');
}

function orClose(db: BookConnection, settle: () => void): BookConnection {
  try {
    settle();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

// "Not a database" may be a wrong file, half a file or a damaged one: the bytes tell which.
function refusalFor(error: unknown, file: string, access: BookAccess): unknown {
  const failure = failureOf(error);
  if (failure?.code !== 'book.damaged') return failure ?? error;
  const found = resultCodeOf(error) ?? foundBy(failure);
  const look = lookAtFile(file, access.key, access.salt);
  if (look.origin !== 'ours') return refuse('book.foreign');
  if (look.promisedBytes !== null && look.promisedBytes > look.bytes) return new AppError('book.cut-short', { bytes: look.bytes });
  return new AppError('book.damaged', { found, aside: copyAside(file) }, { cause: error });
}

function foundBy(failure: AppError): string {
  return 'found' in failure.details ? failure.details.found : failure.code;
}
