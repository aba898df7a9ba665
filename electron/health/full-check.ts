// Every page of the book, in a thread of its own and over a connection that cannot write: what SQLite finds, and whether each page is as it was written.

import type { WorkerTools } from '../core/worker-side';
import { findDamage } from '../core/database/copy';
import { failureOf } from '../core/database/failures';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openReadOnly } from '../core/database/open';
import { PageFile } from '../core/database/page-file';
import type { BookAccess } from '../core/database/connection';

export interface FullCheckOrder {
  readonly file: string;
  /** This thread's own copy, wiped at the end. */
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly nativeBinding: string | undefined;
}

export interface FullCheck {
  /** The first thing that is wrong; null when nothing is. */
  readonly found: string | null;
}

export async function fullCheck(order: FullCheckOrder, tools: WorkerTools): Promise<FullCheck> {
  const key = Buffer.from(order.key.buffer, order.key.byteOffset, order.key.byteLength);
  const access = { key, salt: Buffer.from(order.salt), nativeBinding: order.nativeBinding };
  try {
    return { found: foundBySqlite(order.file, access) ?? (await foundOnPages(order.file, access, tools)) };
  } catch (error) {
    const failure = failureOf(error);
    // A disk that fails is another trouble, and none of the book's.
    if (failure?.code === 'book.damaged') return { found: 'found' in failure.details ? failure.details.found : failure.code };
    throw failure ?? error;
  } finally {
    key.fill(0);
  }
}

function foundBySqlite(file: string, access: BookAccess): string | null {
  const db = openReadOnly(file, { ...access, schemaVersion: SCHEMA_VERSION });
  try {
    const link = db.prepare('SELECT 1 FROM pragma_foreign_key_check').get();
    return findDamage(db) ?? (link === undefined ? null : 'foreign_key_check');
  } finally {
    db.close();
  }
}

async function foundOnPages(file: string, { key, salt }: BookAccess, tools: WorkerTools): Promise<string | null> {
  const pages = new PageFile(file, key, salt);
  try {
    for (let number = 1; number <= pages.count; number += 1) {
      if (!(await isSound(pages, number))) return `page ${number}`;
      if (number % PAGES_A_REPORT === 0) tools.progress('pages', number, pages.count);
    }
    return null;
  } finally {
    pages.close();
  }
}

const PAGES_A_REPORT = 1000;
const LOOKS = 4;
const BETWEEN_LOOKS_MS = 250;

/** A page that is being written at this moment is half old and half new: what is really damaged stays so. */
async function isSound(pages: PageFile, number: number): Promise<boolean> {
  for (let look = 1; look <= LOOKS; look += 1) {
    if (pages.isSound(number)) return true;
    if (look < LOOKS) await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  return false;
}
