// The first half of a backup: a copy of the open book in its own folder, opened, checked and compared with the book it was made from.

import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/errors';
import { pragmaValue, type BookAccess, type BookConnection } from '../core/database/connection';
import { copyVerified } from '../core/database/copy';
import { wrapDatabase } from '../core/database/database';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openReadOnly } from '../core/database/open';
import type { WorkerTools } from '../core/worker-side';
import { contentsOf, erasedIn, lastActOf, type BookContents } from './contents';
import { withRoom, type Room } from './room';

export interface StageOrder {
  readonly book: string;
  /** This thread's own copy: wiped when the copy is checked. */
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly nativeBinding: string | undefined;
  readonly target: string;
  /** Whose old backups go first when the disk is full. */
  readonly room: Room;
}

export interface Staged extends BookContents {
  readonly schemaVersion: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly erased: readonly string[];
}

export function stageBook({ book, key, salt, nativeBinding, target, room }: StageOrder, tools: WorkerTools): Staged {
  const access: BookAccess = { key: Buffer.from(key.buffer, key.byteOffset, key.byteLength), salt: Buffer.from(salt), nativeBinding };
  try {
    withRoom(path.dirname(book), statSync(book).size, room);
    const live = openReadOnly(book, { ...access, schemaVersion: SCHEMA_VERSION });
    try {
      // The file was opened so that it cannot be written; a copy beside it can only be made without the second guard.
      live.pragma('query_only=OFF');
      const total = Number(pragmaValue(live, 'page_count'));
      tools.progress('copy', 0, total);
      const before = contentsOf(wrapDatabase(live));
      copyVerified(live, target, access);
      tools.progress('copy', total, total);
      return checkedCopy(live, before, target, access, tools);
    } finally {
      live.close();
    }
  } finally {
    key.fill(0);
  }
}

/** A name that no earlier run can still be writing to. */
export function stagedName(folder: string, uid: string): string {
  return path.join(folder, `backup-${uid}.part`);
}

/** What a run that was killed, or a thread that could not be stopped at once, left behind. */
export function removeStaged(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^backup-[0-9a-f-]{36}\.part(-journal)?$/.test(name)) rmSync(path.join(folder, name), { force: true });
  }
}

function checkedCopy(live: BookConnection, before: BookContents, target: string, access: BookAccess, tools: WorkerTools): Staged {
  const copy = openReadOnly(target, { ...access, schemaVersion: SCHEMA_VERSION });
  try {
    const db = wrapDatabase(copy);
    const found = contentsOf(db);
    const quiet = before.lastAct === lastActOf(wrapDatabase(live));
    if (found.bookUid !== before.bookUid || found.lastAct < before.lastAct) throw refuse('backup.damaged');
    // While somebody goes on writing the copy may have a little more than there was at its beginning.
    if (quiet && JSON.stringify(found.counts) !== JSON.stringify(before.counts)) throw refuse('backup.damaged');
    const bytes = statSync(target).size;
    return {
      ...found,
      schemaVersion: Number(pragmaValue(copy, 'user_version')),
      bytes,
      sha256: sumOfFile(target, bytes, tools),
      erased: erasedIn(db),
    };
  } finally {
    copy.close();
  }
}

const CHUNK = 1 << 20;

function sumOfFile(file: string, total: number, tools: WorkerTools): string {
  const sum = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK);
  const handle = openSync(file, 'r');
  try {
    for (let done = 0; done < total;) {
      const read = readSync(handle, buffer);
      if (read === 0) throw refuse('backup.damaged');
      sum.update(buffer.subarray(0, read));
      done += read;
      tools.progress('check', done, total);
    }
    return sum.digest('hex');
  } finally {
    closeSync(handle);
  }
}
