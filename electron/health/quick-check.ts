// A book that was not closed is looked through before anybody writes to it: in a thread, since that takes seconds on a large one.

import type { BookAccess } from '../core/database/connection';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { lookThrough } from '../core/database/open';
import type { Workers } from '../core/workers';

export interface QuickCheckOrder {
  readonly file: string;
  /** This thread's own copy, wiped at the end. */
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly nativeBinding: string | undefined;
}

export async function quickCheck({ file, key: moved, salt, nativeBinding }: QuickCheckOrder): Promise<null> {
  const key = Buffer.from(moved.buffer, moved.byteOffset, moved.byteLength);
  try {
    lookThrough(file, { key, salt: Buffer.from(salt), nativeBinding, schemaVersion: SCHEMA_VERSION });
    return null;
  } finally {
    key.fill(0);
  }
}

/** The key stays the caller's: a copy goes to the thread. */
export async function lookThroughInThread(workers: Workers, file: string, { key, salt, nativeBinding }: BookAccess): Promise<void> {
  const moved = new Uint8Array(key);
  const order: QuickCheckOrder = { file, key: moved, salt: new Uint8Array(salt), nativeBinding };
  await workers.run<null>('quick-check', order, { transfer: [moved.buffer], milliseconds: LONGEST_MS });
}

const LONGEST_MS = 3_600_000;
