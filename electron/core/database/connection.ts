// A keyed connection to the book and its settings, each read back after it was set: SQLite ignores what it does not know.

import Database from 'better-sqlite3';

export type BookConnection = Database.Database;

/** What it takes to reach a book file. The key stays the caller's: it is copied for the call and the copy is wiped. */
export interface BookAccess {
  readonly key: Buffer;
  readonly salt: Buffer;
  /** Another build of the SQLite binding, for runtimes its prebuilt file does not suit. */
  readonly nativeBinding?: string | undefined;
}

export function connect(
  file: string,
  access: BookAccess,
  options: { readonly readonly: boolean; readonly mustExist: boolean },
): BookConnection {
  const db = new Database(file, {
    readonly: options.readonly,
    fileMustExist: options.mustExist,
    timeout: BUSY_MS,
    ...(access.nativeBinding === undefined ? {} : { nativeBinding: access.nativeBinding }),
  });
  try {
    // Only this scheme can be read by real SQLCipher 4.
    set(db, 'cipher', "'sqlcipher'", 'sqlcipher');
    set(db, 'legacy', '4', '4');
    giveKey(db, access);
    set(db, 'temp_store', 'MEMORY', '2');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Settings of the one connection that writes. WAL comes before synchronous=FULL: the other order leaves NORMAL behind. */
export function settleWriter(db: BookConnection): void {
  set(db, 'journal_mode', 'WAL', 'wal');
  set(db, 'synchronous', 'FULL', '2');
  set(db, 'foreign_keys', 'ON', '1');
  set(db, 'secure_delete', 'ON', '1');
  settleCommon(db);
}

/** Settings of a connection that only looks. */
export function settleReader(db: BookConnection): void {
  set(db, 'query_only', 'ON', '1');
  settleCommon(db);
}

export function pragmaValue(db: BookConnection, name: string): string {
  return String(db.pragma(name, { simple: true }));
}

const BUSY_MS = 2000;
// 24 MiB: pages that stay in the cache are not decrypted again. More is not faster on a large book, and it is the shop's memory.
const CACHE_KIB = 24_576;

function settleCommon(db: BookConnection): void {
  set(db, 'trusted_schema', 'OFF', '0');
  set(db, 'cell_size_check', 'ON', '1');
  set(db, 'busy_timeout', String(BUSY_MS), String(BUSY_MS));
  set(db, 'cache_size', `-${CACHE_KIB}`, `-${CACHE_KIB}`);
}

function giveKey(db: BookConnection, access: BookAccess): void {
  // A key of any other length would silently be taken for a passphrase.
  if (access.key.length !== 32 || access.salt.length !== 16) throw new Error('a book key is 32 bytes and its salt 16');
  const raw = Buffer.concat([Buffer.from('raw:', 'latin1'), access.key, access.salt]);
  try {
    db.key(raw);
  } finally {
    raw.fill(0);
  }
}

function set(db: BookConnection, name: string, value: string, expected: string): void {
  db.pragma(`${name}=${value}`);
  const found = pragmaValue(db, name);
  if (found !== expected) throw new Error(`setting ${name} stayed at ${found}`);
}
