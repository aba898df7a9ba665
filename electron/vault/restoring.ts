// A backup takes the place of a book that nobody can or will open: under the keys of this PC where a password opens them, else under those that the
// backup brings along and the recovery key or the backup password opens.

import { existsSync } from 'node:fs';
import { parseRecoveryKey } from '../../shared/book/recovery-key';
import { AppError, refuse } from '../../shared/errors';
import { BACKUP_OWNER, openBackupEntry } from './backup-password';
import { accountOf, pepperOrNew, recoverable, refuseEdited, refuseWeakPassword, ringByPassword, withOwnerEntry } from './key-change';
import { ownerRing, rootsFrom, wipeRing, type KeyRing, type OwnerKeys } from './key-ring';
import { keysFromText, keysText, placeOf, readKeys, type Keys, type StoredKeys } from './keys-file';
import { replaceAnything, type NextBook } from './replacement';
import { settleRotation } from './rotation';
import type { SignInDesk } from './sign-in';
import { openWithRecovery, RECOVERY_OWNER } from './slot';
import { BACKUP_PASSWORD } from './tries-file';
import { holdWriterLock } from './writer-lock';

export type RestoreOpener =
  | { readonly way: 'password'; readonly accountId: string; readonly password: string }
  | { readonly way: 'recovery'; readonly recoveryKey: string; readonly newPassword: string }
  | { readonly way: 'backup'; readonly backupPassword: string; readonly newPassword: string };

/** What the header of a backup says before any key is there. */
export interface KeysInBackup {
  readonly bookUid: string;
  /** keys.json as it stood. */
  readonly keys: string;
}

/** What it takes to make the next book. The keys are copies: whoever takes them wipes them. */
export interface RestoreAccess {
  readonly key: Buffer;
  readonly salt: Buffer;
  readonly auditKey: Buffer;
  readonly nativeBinding: string | undefined;
  readonly keys: Pick<Keys, 'bookUid' | 'epoch' | 'accounts'>;
  /** What stands in the place of the book; null when nothing does. */
  readonly present: string | null;
  /** Whoever restores, by uid. */
  readonly by: string;
}

/** `write` makes the next book; after a failure everything is as it was. Nobody is signed in by it. */
export async function restoreClosed(
  desk: SignInDesk,
  opener: RestoreOpener,
  backup: KeysInBackup,
  write: (access: RestoreAccess) => Promise<NextBook>,
): Promise<void> {
  const { maker, throttle } = desk;
  const release = holdWriterLock(maker.files.writerLock, maker.nativeBinding);
  try {
    settleRotation(maker.files);
    const opened = opener.way === 'password' ? await byPassword(desk, opener, backup) : await byOwners(desk, opener, backup);
    try {
      const next = await write(accessTo(desk, opened));
      const text = opener.way === 'password' ? null : await newKeys(desk, opened, opener.newPassword);
      replaceAnything(maker.files, next, text, maker.clock.now());
      if (opener.way !== 'password') throttle.absolve(opened.by);
    } finally {
      wipeRing(opened.ring);
    }
  } finally {
    release();
  }
}

type OwnersRing = KeyRing & { readonly owner: OwnerKeys };

interface Opened {
  readonly keys: Keys;
  readonly ring: OwnersRing;
  readonly by: string;
}

async function byPassword(
  { maker, throttle }: SignInDesk,
  opener: RestoreOpener & { readonly way: 'password' },
  backup: KeysInBackup,
): Promise<Opened> {
  const stored = readKeys(maker.files);
  if (stored.keys.bookUid !== backup.bookUid) throw refuse('backup.other-book');
  const { owner, ...ring } = await ringByPassword(maker, throttle, stored.keys, opener);
  if (owner === null) {
    wipeRing({ ...ring, owner });
    throw new AppError('session.not-allowed', { permission: 'owner' });
  }
  refuseEdited(stored, { ...ring, owner });
  return { keys: stored.keys, ring: { ...ring, owner }, by: accountOf(stored.keys, opener.accountId).id };
}

type OwnersOpener = Exclude<RestoreOpener, { readonly way: 'password' }>;

/** What opens the roots themselves. The keys of this PC first: they know who was shut out since the backup was made. */
async function byOwners({ maker, throttle }: SignInDesk, opener: OwnersOpener, backup: KeysInBackup): Promise<Opened> {
  const brought = keysFromText(backup.keys);
  if (!brought || brought.keys.bookUid !== backup.bookUid) throw refuse('backup.damaged');
  const present = presentKeys(maker.files);
  const known = [...(present?.keys.bookUid === backup.bookUid ? [present] : []), brought];
  for (const { keys } of known) refuseWeakPassword(keys, opener.newPassword);
  if (opener.way === 'backup' && known.every(({ keys }) => keys.backup === null)) throw refuse('backup.no-password');
  const open = rootsBehind(opener);
  const tried = opener.way === 'backup' ? BACKUP_PASSWORD : null;
  throttle.refuseWhileWaiting();
  const count = throttle.countTry(tried);
  for (const stored of known) {
    const roots = await open(stored.keys);
    if (roots === undefined) continue;
    throttle.clear(tried);
    const ring = ownerRing(rootsFrom(roots), stored.keys.bookUid, null);
    const { keys, account } = recoverable({ ...stored, healthy: true }, ring, stored.keys.epoch);
    return { keys, ring, by: account.id };
  }
  throw new AppError(opener.way === 'backup' ? 'keys.wrong-backup-password' : 'keys.wrong-recovery-key', count);
}

/** A mistyped recovery key is refused here, before it is counted. */
function rootsBehind(opener: OwnersOpener): (keys: Keys) => Promise<Buffer | undefined> {
  if (opener.way === 'backup')
    return async (keys) => (keys.backup ? openBackupEntry(keys.backup, opener.backupPassword, placeOf(keys, BACKUP_OWNER)) : undefined);
  const recovery = parseRecoveryKey(opener.recoveryKey);
  return async (keys) => openWithRecovery(keys.recovery, recovery, placeOf(keys, RECOVERY_OWNER));
}

function presentKeys(files: Parameters<typeof readKeys>[0]): StoredKeys | undefined {
  try {
    return readKeys(files);
  } catch (error) {
    // Missing or damaged: then it is the backup's that count. Newer ones are not ours to replace.
    if (error instanceof AppError && error.code !== 'keys.newer') return undefined;
    throw error;
  }
}

async function newKeys({ maker }: SignInDesk, { keys, ring, by }: Opened, password: string): Promise<string> {
  const pepper = await pepperOrNew(maker);
  const made = await withOwnerEntry(maker, keys, ring.owner, { account: accountOf(keys, by), password, pepper });
  made.accountKey.fill(0);
  return keysText(made.keys, ring.book);
}

function accessTo({ maker }: SignInDesk, { keys, ring, by }: Opened): RestoreAccess {
  return {
    key: Buffer.from(ring.book),
    salt: Buffer.from(keys.salt, 'base64'),
    auditKey: Buffer.from(ring.audit),
    nativeBinding: maker.nativeBinding,
    keys,
    present: existsSync(maker.files.book) ? maker.files.book : null,
    by,
  };
}
