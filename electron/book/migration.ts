// A book of an older version is brought up to date before main opens it: in a thread, since that takes a minute on a large one.

import { backupBefore } from '../core/database/backup-before';
import type { BookAccess, BookConnection } from '../core/database/connection';
import { migrate, SCHEMA_VERSION } from '../core/database/migrate';
import { openBookFile, type PrepareTools } from '../core/database/open';
import type { WorkerTools } from '../core/worker-side';
import type { Workers } from '../core/workers';

export interface MigrationOrder {
  readonly file: string;
  /** This thread's own copy, wiped at the end. */
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly nativeBinding: string | undefined;
}

/** First the copy that is kept, then the change. */
export type MigrationStage = 'keep' | 'migrate';

export async function migrateBook({ file, key: moved, salt, nativeBinding }: MigrationOrder, { progress }: WorkerTools): Promise<null> {
  const key = Buffer.from(moved.buffer, moved.byteOffset, moved.byteLength);
  const tell = (stage: MigrationStage) => progress(stage, 0, null);
  try {
    openBookFile(file, {
      key,
      salt: Buffer.from(salt),
      nativeBinding,
      schemaVersion: SCHEMA_VERSION,
      prepare: (db, tools) => bringUpToDate(db, tools, tell),
    }).close();
    return null;
  } finally {
    key.fill(0);
  }
}

export function bringUpToDate(db: BookConnection, tools: PrepareTools, tell: (stage: MigrationStage) => void = () => undefined): void {
  migrate(db, () => {
    tell('keep');
    backupBefore(db.name, SCHEMA_VERSION, (target) => tools.copyVerified(target));
    tell('migrate');
  });
}

/** The key stays the caller's: a copy goes to the thread. */
export async function migrateInThread(
  workers: Workers,
  file: string,
  { key, salt, nativeBinding }: BookAccess,
  tell: (stage: MigrationStage) => void,
): Promise<void> {
  const moved = new Uint8Array(key);
  const order: MigrationOrder = { file, key: moved, salt: new Uint8Array(salt), nativeBinding };
  const onProgress = (stage: string) => tell(stage === 'keep' ? 'keep' : 'migrate');
  await workers.run<null>('migration', order, { transfer: [moved.buffer], milliseconds: LONGEST_MS, onProgress });
}

const LONGEST_MS = 3_600_000;
