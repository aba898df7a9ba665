// Backups 备份: encrypted copies of the whole book, made by themselves, each opened and compared before it counts.

import { z } from 'zod';
import { Secret } from '../book/contract';
import { IsoInstant } from '../core/date';
import { job, query } from '../core/operation';

/** Why it was made. Those made before something are the way back from it. */
export const BackupKind = z.enum(['daily', 'quit', 'manual', 'before-import', 'before-restore', 'before-keys', 'before-migration']);
export type BackupKind = z.infer<typeof BackupKind>;

export const BackupCounts = z.object({ clients: z.int(), visits: z.int(), followUps: z.int(), preferences: z.int() });
export type BackupCounts = z.infer<typeof BackupCounts>;

/** `token` stands for a file that main knows: paths never cross the bridge. */
export const BackupEntry = z.object({
  token: z.string().max(64),
  at: IsoInstant,
  kind: BackupKind,
  folderId: z.string(),
  folderName: z.string(),
  bytes: z.int(),
  counts: BackupCounts,
  /** False: its folder cannot be reached at the moment; it was there when it last could. */
  reachable: z.boolean(),
});
export type BackupEntry = z.infer<typeof BackupEntry>;

export const FolderState = z.enum(['ok', 'missing', 'read-only', 'full', 'slow']);
export type FolderState = z.infer<typeof FolderState>;

export const BackupFolder = z.object({
  id: z.string(),
  name: z.string(),
  /** As the person knows it, to be shown to who may change it; null for everybody else. */
  place: z.string().nullable(),
  /** Inside the app's own folder: saves from mistakes, not from a lost PC. */
  own: z.boolean(),
  state: FolderState,
  since: IsoInstant.nullable(),
  lastAt: IsoInstant.nullable(),
  freeBytes: z.number().nullable(),
});
export type BackupFolder = z.infer<typeof BackupFolder>;

/** One time that a restore was tried out with the recovery key, and whether it would have worked. */
export const RecoveryDrill = z.object({ at: IsoInstant, backupAt: IsoInstant, clients: z.int(), visits: z.int(), good: z.boolean() });
export type RecoveryDrill = z.infer<typeof RecoveryDrill>;

/** What every page shows, in words: when the last good one was made, and what is wrong. */
export const BackupsState = z.object({
  last: z.object({ at: IsoInstant, kind: BackupKind, folderName: z.string(), bytes: z.int(), counts: BackupCounts }).nullable(),
  /** Shop's local 'HH:MM' of the daily one. */
  dailyAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  nextAt: IsoInstant.nullable(),
  running: z.boolean(),
  /** The last good one is older than three days, or there is none although the book is. */
  overdue: z.boolean(),
  /** No folder outside this PC's own: a lost PC would take the backups along. */
  onlyHere: z.boolean(),
  folders: z.array(BackupFolder),
  /** The last try that failed, when nothing good came after it. */
  failure: z.object({ at: IsoInstant, code: z.string(), details: z.record(z.string(), z.json()) }).nullable(),
  /** `due`: the owner who looks has not put it off. */
  drill: z.object({ last: RecoveryDrill.nullable(), due: z.boolean() }),
  /** Backups made now also open with the backup password. */
  hasPassword: z.boolean(),
  /** A missing folder that was not told of today yet: said once a day. */
  tellMissing: z.array(z.string()),
});
export type BackupsState = z.infer<typeof BackupsState>;

/** A book that was put aside when a restore or a rescue took its place, or when it was found damaged. */
export const KeptBook = z.object({
  id: z.string().max(80),
  why: z.enum(['replaced', 'damaged']),
  at: IsoInstant,
  bytes: z.number(),
  /** Kept for more than thirty days: most likely of no use any more. */
  old: z.boolean(),
});
export type KeptBook = z.infer<typeof KeptBook>;

export const backupsContract = {
  state: query({ permission: 'signed-in', input: z.null(), output: BackupsState }),
  /** Newest first. Looks into every folder that can be reached. */
  list: job({ permission: 'settings.change', input: z.null(), output: z.array(BackupEntry) }),
  /** One now, into every folder. Progress: copy · check · write · compare, in bytes or pages. */
  make: job({ permission: 'signed-in', input: z.null(), output: BackupsState }),
  /** The latest first. */
  kept: query({ permission: 'settings.change', input: z.null(), output: z.array(KeptBook) }),
  /** For good: there is no way back; asks the owner's own password. */
  removeKept: job({ permission: 'owner', input: z.object({ id: KeptBook.shape.id, password: Secret }), output: z.null() }),
  /** Asks for a folder; `cancelled` when the person closed the dialog. */
  addFolder: job({ permission: 'settings.change', input: z.null(), output: z.object({ cancelled: z.boolean(), state: BackupsState }) }),
  /** The files in it stay where they are. */
  removeFolder: job({ permission: 'settings.change', input: z.object({ id: z.string().max(64) }), output: BackupsState }),
  setDaily: job({
    permission: 'settings.change',
    input: z.object({ at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
    output: BackupsState,
  }),
  /** The person has been told of the missing folders: not again today. */
  told: job({ permission: 'signed-in', input: z.null(), output: z.null() }),
  /** Sets, changes or takes away the backup password; asks the owner's own. */
  setPassword: job({ permission: 'owner', input: z.object({ password: Secret, backupPassword: Secret.nullable() }), output: BackupsState }),
  /** The owner puts the reminder of the recovery drill off for thirty days. */
  drillLater: job({ permission: 'owner', input: z.null(), output: z.null() }),
};
