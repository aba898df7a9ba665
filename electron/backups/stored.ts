// What this PC remembers of the backups: folders, time of day, the last good one, and what lay where when it could last be looked at.

import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { BackupCounts, BackupKind, BackupsState, FolderState } from '../../shared/backups/contract';
import { IsoDate, IsoInstant } from '../../shared/core/date';
import { replaceFile } from '../core/durable-file';

export const OWN = 'own';

export const KnownBackup = z.object({
  uid: z.uuid(),
  bookUid: z.uuid(),
  sequence: z.int().min(0),
  at: IsoInstant,
  kind: BackupKind,
  counts: BackupCounts,
  bytes: z.int(),
  fileName: z.string(),
});

const StoredFolder = z.object({
  id: z.string(),
  /** Null for the app's own, which is found beside the book. */
  path: z.string().nullable(),
  state: FolderState,
  since: IsoInstant.nullable(),
  toldOn: IsoDate.nullable(),
  freeBytes: z.number().nullable(),
  backups: z.array(KnownBackup),
});
export type StoredFolder = z.infer<typeof StoredFolder>;

export const Stored = z.object({
  /** The book that `last` and the backups are of. */
  bookUid: z.string().nullable(),
  dailyAt: BackupsState.shape.dailyAt,
  /** The shop's own day of the last daily one. */
  dailyOn: IsoDate.nullable(),
  sequence: z.int().min(0),
  /** The day the reminder of the recovery drill was put off. */
  drillLaterOn: IsoDate.nullable().default(null),
  last: z
    .object({
      at: IsoInstant,
      kind: BackupKind,
      folderId: z.string(),
      bytes: z.int(),
      counts: BackupCounts,
      /** How far the book's acts had come. */
      lastAct: z.int(),
    })
    .nullable(),
  failure: BackupsState.shape.failure,
  folders: z.array(StoredFolder).min(1),
});
export type Stored = z.infer<typeof Stored>;

export interface StoredFile {
  read(): Stored;
  change(change: (stored: Stored) => Stored): void;
}

/** A file that cannot be read is begun anew, and the person is told that their folders have to be named again. */
export function storedFile(file: string, now: () => IsoInstant, failed: (error: unknown) => void): StoredFile {
  let stored = readStored(file, now());
  return {
    read: () => stored,
    change(change) {
      stored = change(stored);
      try {
        replaceFile(file, JSON.stringify(stored));
      } catch (error) {
        // The backups themselves are what counts; this is only what is remembered of them.
        failed(error);
      }
    },
  };
}

/** What is remembered of another book counts no more; the folders stay. */
export function forBook(stored: Stored, bookUid: string): Stored {
  const folders = stored.folders.map((folder) => ({ ...folder, backups: [] }));
  if (stored.bookUid === null) return { ...stored, bookUid };
  return { ...stored, bookUid, last: null, failure: null, dailyOn: null, drillLaterOn: null, folders };
}

export function newFolder(id: string, path: string | null): StoredFolder {
  return { id, path, state: 'ok', since: null, toldOn: null, freeBytes: null, backups: [] };
}

function readStored(file: string, now: IsoInstant): Stored {
  const fresh: Stored = {
    bookUid: null,
    dailyAt: '21:00',
    dailyOn: null,
    sequence: 0,
    drillLaterOn: null,
    last: null,
    failure: null,
    folders: [newFolder(OWN, null)],
  };
  if (!existsSync(file)) return fresh;
  return parsed(file) ?? { ...fresh, failure: { at: now, code: 'backup.settings-lost', details: {} } };
}

function parsed(file: string): Stored | undefined {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Whatever is wrong with it: the caller says that it was lost.
    return undefined;
  }
}
