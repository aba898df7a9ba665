// What the thread of the diagnostics does: counts the rows of an open book and reads the end of the log; later packs the texts that were agreed to.

import { closeSync, fsyncSync, openSync, readdirSync, readSync, fstatSync, writeSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Diagnostics } from '../../shared/diagnostics/contract';
import type { WorkerTools } from '../core/worker-side';
import { pragmaValue, type BookConnection } from '../core/database/connection';
import { failureOf, resultCodeOf } from '../core/database/failures';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openReadOnly } from '../core/database/open';
import { TABLE_NAMES } from '../core/database/shape';
import { writeFailure } from '../exports/write-failure';
import { toldLog, type ToldLog } from './log-lines';

export interface LookTask {
  readonly task: 'look';
  /** Null while no book is open. The key is this thread's own copy, wiped at the end. */
  readonly book: {
    readonly file: string;
    readonly key: Uint8Array;
    readonly salt: Uint8Array;
    readonly nativeBinding: string | undefined;
  } | null;
  readonly logFile: string;
}

export interface PackTask {
  readonly task: 'pack';
  readonly target: string;
  readonly files: Diagnostics['files'];
}

export interface Looked {
  /** Null while no book is open; a code when it could not be read. */
  readonly book: CountedBook | string | null;
  readonly log: ToldLog;
}

export interface CountedBook {
  readonly schema: number;
  readonly pages: number;
  readonly freePages: number;
  readonly tables: readonly (readonly [name: string, rows: number])[];
}

export async function work(task: LookTask | PackTask, tools: WorkerTools): Promise<Looked | null> {
  if (task.task === 'look') return { book: counted(task, tools), log: logOf(task) };
  pack(task);
  return null;
}

/** A book that cannot be read is what the rest is told for. */
function counted({ book }: LookTask, tools: WorkerTools): Looked['book'] {
  if (book === null) return null;
  const { file, key, salt, nativeBinding } = book;
  const access = { key: Buffer.from(key.buffer, key.byteOffset, key.byteLength), salt: Buffer.from(salt), nativeBinding };
  try {
    const db = openReadOnly(file, { ...access, schemaVersion: SCHEMA_VERSION });
    try {
      return countRows(db, tools);
    } finally {
      db.close();
    }
  } catch (error) {
    return failureOf(error)?.code ?? 'unexpected';
  } finally {
    key.fill(0);
  }
}

function countRows(db: BookConnection, tools: WorkerTools): CountedBook {
  const figure = (pragma: string) => Number(pragmaValue(db, pragma));
  const tables = TABLE_NAMES.map((name, at) => {
    tools.progress('tables', at, TABLE_NAMES.length);
    return [name, Number(db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())] as const;
  });
  return { schema: figure('user_version'), pages: figure('page_count'), freePages: figure('freelist_count'), tables };
}

const MOST_LOG_BYTES = 256 * 1024;

function logOf({ logFile }: LookTask): ToldLog {
  // This thread's own script lies beside all others of the app.
  const own = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).map((name) => path.basename(name));
  try {
    const { text, cut } = endOf(logFile);
    return toldLog(text, cut, new Set(own));
  } catch (error) {
    // Nothing has gone wrong yet on this PC.
    if (resultCodeOf(error) === 'ENOENT') return { lines: [], dropped: 0 };
    throw error;
  }
}

function endOf(file: string): { readonly text: string; readonly cut: boolean } {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const from = Math.max(0, size - MOST_LOG_BYTES);
    const bytes = Buffer.alloc(size - from);
    const read = readSync(handle, bytes, 0, bytes.length, from);
    return { text: bytes.toString('utf8', 0, read), cut: from > 0 };
  } finally {
    closeSync(handle);
  }
}

function pack({ target, files }: PackTask): void {
  const zip = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
  try {
    const handle = openSync(target, 'w', 0o600);
    try {
      for (let at = 0; at < zip.length;) at += writeSync(handle, zip, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw writeFailure(error);
  }
}
