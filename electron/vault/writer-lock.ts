// One writer at a time: a lock the operating system takes back by itself when the process dies.

import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { refuse } from '../../shared/errors';
import { failureOf } from '../core/database/failures';

/**
 * Holds the book for this process until the returned function is called; refuses with `book.in-use` while another one holds it.
 * An empty SQLite file is used for its locks, which work on every system; a file with a process number in it would outlive a crash.
 */
export function holdWriterLock(file: string, nativeBinding: string | undefined): () => void {
  const lock = openLock(file, nativeBinding);
  try {
    lock.pragma('journal_mode=MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const failure = failureOf(error);
    throw failure?.code === 'book.busy' ? refuse('book.in-use') : (failure ?? error);
  }
  return () => lock.close();
}

function openLock(file: string, nativeBinding: string | undefined): Database.Database {
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw failureOf(error) ?? error;
  }
  return new Database(file, { timeout: 0, ...(nativeBinding === undefined ? {} : { nativeBinding }) });
}
