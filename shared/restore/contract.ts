// Restore 恢复: a backup takes the place of the book, after a look at what that would change, and with a way back.

import { z } from 'zod';
import { BackupCounts, BackupKind, RecoveryDrill } from '../backups/contract';
import { AccountTile, Secret } from '../book/contract';
import { IsoInstant } from '../core/date';
import { job } from '../core/operation';

/** One line of the preview. Gained: rows of the backup that are not there now; lost: rows of now that the backup does not have. */
export const TableChange = z.object({
  table: z.enum(['clients', 'visits', 'follow-ups', 'preferences', 'alerts', 'services', 'staff', 'tags', 'settings']),
  now: z.int(),
  backup: z.int(),
  gained: z.int(),
  lost: z.int(),
  /** In both, but otherwise now. */
  changed: z.int(),
});
export type TableChange = z.infer<typeof TableChange>;

export const RestorePreview = z.object({
  at: IsoInstant,
  kind: BackupKind,
  bytes: z.int(),
  tables: z.array(TableChange),
  /** Clients that would be gone, by name, the latest first; a few of them. */
  lostClients: z.array(z.string()),
  /** Erased since it was made: they stay erased. */
  staysErased: z.int(),
  /** An older version wrote it: it is brought up to date on the way. */
  older: z.boolean(),
  /** What is lost in all; above 50 the date has to be typed. */
  lost: z.int(),
});
export type RestorePreview = z.infer<typeof RestorePreview>;

/** A file that was chosen while no book is open, as far as it can be read without a key. */
export const ChosenBackup = z.object({
  token: z.string().max(64),
  at: IsoInstant,
  kind: BackupKind,
  bytes: z.int(),
  shopName: z.string(),
  counts: BackupCounts,
  /** Owners whose password opens it on this PC; empty on another PC, where it takes the recovery key. */
  owners: z.array(AccountTile),
  /** It also opens with the backup password. */
  hasPassword: z.boolean(),
});
export type ChosenBackup = z.infer<typeof ChosenBackup>;

/** How a backup is opened while no book is. With the recovery key or the backup password the owner gets a new password. */
export const Opener = z.discriminatedUnion('way', [
  z.object({ way: z.literal('password'), accountId: AccountTile.shape.id, password: Secret }),
  z.object({ way: z.literal('recovery'), recoveryKey: Secret, newPassword: Secret }),
  z.object({ way: z.literal('backup'), backupPassword: Secret, newPassword: Secret }),
]);
export type Opener = z.infer<typeof Opener>;

const token = z.string().max(64);

export const restoreContract = {
  /** Of the open book: what would change. Progress: extract · open · compare. */
  preview: job({ permission: 'owner', input: z.object({ token }), output: RestorePreview }),
  /** Backs the present up first, then replaces the book and locks it: everybody signs in again. */
  run: job({ permission: 'owner', input: z.object({ token, password: Secret }), output: z.null() }),
  /** A drill: opens the backup by the recovery key in a place of its own, checks every page and throws it away. The book is not touched. */
  practise: job({ permission: 'owner', input: z.object({ token, recoveryKey: Secret }), output: RecoveryDrill }),
  /** A backup from a file, for the list as well as for when no book is open. */
  choose: job({ permission: 'anyone', input: z.null(), output: z.object({ cancelled: z.boolean(), backup: ChosenBackup.nullable() }) }),
  /** The backups this PC knows of, while no book is open. */
  known: job({ permission: 'anyone', input: z.null(), output: z.array(ChosenBackup) }),
  /** While no book is open: what is in its place, damaged or not, is put aside untouched. */
  runClosed: job({ permission: 'anyone', input: z.object({ token, opener: Opener }), output: z.null() }),
};
