// The book that goes, as far as it can be read: who is in it, who was erased, and how far its log had come.

import { AppError } from '../../shared/errors';
import { tombstonesOf } from '../clients/erase';
import { lastActOf } from '../backups/contents';
import type { BookAccess, BookConnection } from '../core/database/connection';
import { wrapDatabase, type Db } from '../core/database/database';
import { failureOf } from '../core/database/failures';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openReadOnly } from '../core/database/open';
import { lastClientNumberOf } from './client-number-store';
import { findMacOf, lastEntryOf } from './log-marks-store';
import { peopleIn, type PeopleNow } from './people-store';

export interface Present {
  readonly people: PeopleNow;
  readonly tombstones: ReturnType<typeof tombstonesOf>;
  readonly lastAct: number;
  /** The number given to a client last. */
  readonly lastClientNumber: number;
  /** Entries of its log that the backup does not have. */
  readonly entriesLeft: number;
}

export interface PresentOrder {
  readonly file: string;
  readonly bookUid: string;
  /** False: nobody could open it, so that what cannot be read is no reason to stop. */
  readonly sound: boolean;
}

export function readPresent({ file, bookUid, sound }: PresentOrder, access: BookAccess, restored: Db): Present | null {
  try {
    const db = openReadOnly(file, { ...access, schemaVersion: SCHEMA_VERSION, verify: (found) => refuseOther(found, bookUid) });
    try {
      return presentIn(wrapDatabase(db), restored);
    } finally {
      db.close();
    }
  } catch (error) {
    if (sound || !failureOf(error)) throw error;
    return null;
  }
}

function presentIn(db: Db, restored: Db): Present {
  return {
    people: peopleIn(db),
    tombstones: tombstonesOf({ db }),
    lastAct: lastActOf(db),
    lastClientNumber: lastClientNumberOf(db),
    entriesLeft: entriesLeft(db, restored),
  };
}

/** Both logs are chains: up to some entry they are the same, after it nothing is. */
function entriesLeft(db: Db, restored: Db): number {
  const last = lastEntryOf(db);
  let same = 0;
  for (let apart = Math.min(last, lastEntryOf(restored)) + 1; apart - same > 1;) {
    const middle = Math.floor((same + apart) / 2);
    if (findMacOf(db, middle) === findMacOf(restored, middle)) same = middle;
    else apart = middle;
  }
  return last - same;
}

function refuseOther(db: BookConnection, bookUid: string): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version !== SCHEMA_VERSION) throw new AppError('book.newer', { theirs: version, ours: SCHEMA_VERSION });
  if (db.prepare<[], { uid: string }>('SELECT uid FROM book').get()?.uid !== bookUid) throw new AppError('keys.other-book', {});
}
