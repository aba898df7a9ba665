// The check of the whole log in a thread of its own: mirror first, then the book at one moment, so that what is written meanwhile is not missed.

import type { WorkerTools } from '../core/worker-side';
import { wrapDatabase, type Db } from '../core/database/database';
import { failureOf } from '../core/database/failures';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openReadOnly } from '../core/database/open';
import { allRows } from '../core/database/rows';
import type { ChainRow } from './chain';
import { CHAIN_COLUMNS, countChanges, digestOfChanges, findHead, type Head } from './log-store';
import { readMirror } from './mirror';
import { verifyRows, type Checked } from './verify-rows';
import { vouchedAnew } from './vouching';

export interface CheckOrder {
  readonly book: string;
  /** This thread's own copies, wiped: the book's as soon as it is open, the log's at the end. */
  readonly key: Uint8Array;
  readonly auditKey: Uint8Array;
  readonly salt: Uint8Array;
  readonly nativeBinding: string | undefined;
  /** Where the mirror lies. */
  readonly folder: string;
  readonly start: string;
  readonly mirrored: Head | null;
}

export async function verifyBook(order: CheckOrder, tools: WorkerTools): Promise<Checked> {
  const key = bufferOf(order.auditKey);
  const mirror = readMirror(order.folder, key);
  const sqlite = openBook(order);
  try {
    sqlite.exec('BEGIN');
    const db = wrapDatabase(sqlite);
    const { start, mirrored } = order;
    const changesOf = (actId: number, digested: boolean) => (digested ? digestOfChanges(db, actId) : { rows: countChanges(db, actId) });
    return verifyRows(rowsOf(db, tools), { key, start, mirror, mirrored, changesOf, vouchedAnew: vouchedAnew(db) });
  } catch (error) {
    throw failureOf(error) ?? error;
  } finally {
    key.fill(0);
    sqlite.close();
  }
}

const ROWS_A_PAGE = 2000;

/** Page by page along the numbers: memory does not grow with the log. */
function* rowsOf(db: Db, tools: WorkerTools): Generator<ChainRow> {
  const total = findHead(db)?.entries ?? 0;
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = allRows<ChainRow>(db, `SELECT ${CHAIN_COLUMNS} FROM audit WHERE id > ? ORDER BY id LIMIT ${ROWS_A_PAGE}`, [last]);
    yield* page;
    last = page.at(-1)?.id ?? last;
    tools.progress('audit', Math.min(Math.max(last, 0), total), total);
    if (page.length < ROWS_A_PAGE) return;
  }
}

function openBook({ book, key, salt, nativeBinding }: CheckOrder) {
  const access = { key: bufferOf(key), salt: Buffer.from(salt) };
  try {
    return openReadOnly(book, { ...access, nativeBinding, schemaVersion: SCHEMA_VERSION });
  } finally {
    key.fill(0);
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
