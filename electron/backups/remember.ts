// What this PC remembers after something has happened: a backup was made, somebody was told of a folder that is away.

import type { BackupKind } from '../../shared/backups/contract';
import { todayAt, type IsoDate, type IsoInstant } from '../../shared/core/date';
import type { Outcome } from './run';
import { OWN, type Stored, type StoredFolder } from './stored';

/** Of a book as it was before a migration: not what `last` stands for. `folders` as the backup has left them behind. */
export function withMade(stored: Stored, made: { kind: BackupKind; at: IsoInstant; folders: StoredFolder[]; outcome: Outcome }): Stored {
  const { kind, at, folders, outcome } = made;
  const good = outcome.results.filter(({ written }) => written).map(({ id }) => id);
  const folderId = good.find((id) => id !== OWN) ?? OWN;
  const sequence = Math.max(...folders.flatMap(({ backups }) => backups.map((one) => one.sequence)));
  const { bytes, counts, lastAct } = outcome.staged;
  if (kind === 'before-migration') return { ...stored, folders, sequence };
  return {
    ...stored,
    ...{ folders, sequence, failure: null, last: { at, kind, folderId, bytes, counts, lastAct } },
    dailyOn: kind === 'daily' ? todayAt(new Date(at)) : stored.dailyOn,
  };
}

export function withTold(stored: Stored, today: IsoDate): Stored {
  const folders = stored.folders.map((folder) => (folder.state === 'missing' ? { ...folder, toldOn: today } : folder));
  return { ...stored, folders };
}
