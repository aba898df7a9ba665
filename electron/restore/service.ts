// Restore as a person meets it: look what would change, then put a backup in the place of the book.

import type { AppContract } from '../../shared/contract';
import { refuse } from '../../shared/errors';
import type { RestorePreview } from '../../shared/restore/contract';
import { BACKUP_ENDING } from '../backups/backup-file';
import type { Backups } from '../backups/backups';
import { lastActOf } from '../backups/contents';
import type { ClosedJobContext, JobContext, Services } from '../core/context';
import type { Dialogs } from '../core/dialogs';
import type { OpenBook } from '../core/dispatch-parts';
import type { Workers } from '../core/workers';
import { keysFromText } from '../vault/keys-file';
import type { RestoreAccess } from '../vault/restoring';
import type { LockReason, Vault } from '../vault/vault';
import { backupOf, chosen, erasedElsewhere, knownHere, type BackupOfToken } from './chosen';
import { practise } from './drill';
import { inThread, moved, sourceOf } from './in-thread';
import type { StagedBook, StageOrder } from './stage-book';
import { newStaged, removeAllStaged, removeStaged } from './staged';

export interface RestoreParts {
  readonly vault: Vault;
  readonly backups: Backups;
  readonly workers: Workers;
  readonly dialogs: Dialogs;
  /** Where the book is. */
  readonly folder: string;
  readonly book: () => OpenBook | null;
  readonly lock: (reason: LockReason) => void;
}

export function createRestoreService(parts: RestoreParts) {
  removeAllStaged(parts.folder);
  return {
    preview: ({ token }, context) => preview(parts, backupOf(parts.backups, token), context),
    async run({ token, password }, context) {
      await run(parts, backupOf(parts.backups, token), password, context);
      return null;
    },
    practise: ({ token, recoveryKey }, context) => practise(parts, backupOf(parts.backups, token), recoveryKey, context),
    async choose() {
      const file = await parts.dialogs.chooseFile([{ name: 'Shuke', extensions: [BACKUP_ENDING.slice(1)] }]);
      if (file === null) return { cancelled: true, backup: null };
      return { cancelled: false, backup: chosen(file, parts.backups.register(file), parts.folder) };
    },
    known: async () => (parts.book() ? [] : knownHere(parts.backups, parts.folder)),
    async runClosed({ token, opener }, context) {
      const backup = backupOf(parts.backups, token);
      const erased = await erasedElsewhere(parts.backups, backup.header.bookUid);
      const file = newStaged(parts.folder);
      try {
        await parts.vault.restore(opener, backup.header, (access) => stageClosed(parts, { backup, erased, access, file }, context));
      } finally {
        removeStaged(file);
      }
      return null;
    },
  } satisfies Services<AppContract>['restore'];
}

async function preview(parts: RestoreParts, backup: BackupOfToken, context: JobContext): Promise<RestorePreview> {
  refuseOther(parts, backup);
  const erased = await erasedElsewhere(parts.backups, backup.header.bookUid);
  const staged = newStaged(parts.folder);
  const { file: present, key, salt, nativeBinding } = parts.vault.readerAccess();
  const source = sourceOf(backup, parts.vault.subKeys().audit, staged, nativeBinding);
  try {
    return await inThread<RestorePreview>(
      parts.workers,
      { task: 'preview', ...source, present, key: moved(key), salt: new Uint8Array(salt), erased },
      context,
    );
  } finally {
    removeStaged(staged);
  }
}

/** Everything that may fail comes before the book is closed; from there it is one swap. */
async function run(parts: RestoreParts, backup: BackupOfToken, password: string, context: JobContext): Promise<void> {
  const { vault, backups, folder, lock } = parts;
  refuseOther(parts, backup);
  await vault.switchTo({ accountId: context.session.accountUid, password });
  const file = newStaged(folder);
  try {
    const erased = await erasedElsewhere(backups, backup.header.bookUid);
    const { lastAct, ...next } = await stageOpen(parts, { backup, erased, file }, context);
    await backups.before('before-restore', context);
    await vault.replace(next, () => {
      // What was written meanwhile is in no backup, and whom it concerns may have changed: begun anew, nothing of it is lost.
      if (context.read(({ db }) => lastActOf(db)) !== lastAct) throw refuse('book.busy');
      lock('restore');
    });
  } finally {
    removeStaged(file);
  }
}

interface Staging {
  readonly backup: BackupOfToken;
  readonly erased: readonly string[];
  readonly file: string;
}

function stageOpen(parts: RestoreParts, { backup, erased, file }: Staging, context: JobContext): Promise<StagedBook> {
  const { vault } = parts;
  const present = vault.readerAccess();
  const { audit } = vault.subKeys();
  const order: StageOrder = {
    ...sourceOf(backup, audit, file, present.nativeBinding),
    ...{ key: moved(present.key), salt: new Uint8Array(present.salt), auditKey: new Uint8Array(audit) },
    keysEpoch: keysFromText(vault.keysText())?.keys.epoch ?? 0,
    holders: [],
    present: { file: present.file, sound: true },
    ...{ erased, operation: 'restore.run', now: context.now, by: context.session.accountUid },
  };
  return inThread<StagedBook>(parts.workers, { task: 'stage', ...order }, context);
}

function stageClosed(
  parts: RestoreParts,
  { backup, erased, file, access }: Staging & { readonly access: RestoreAccess },
  context: ClosedJobContext,
): Promise<StagedBook> {
  const { keys, salt, nativeBinding, present, by } = access;
  const order: StageOrder = {
    ...sourceOf(backup, access.auditKey, file, nativeBinding),
    ...{ key: moved(access.key), salt: new Uint8Array(salt), auditKey: moved(access.auditKey) },
    keysEpoch: keys.epoch,
    holders: keys.accounts.map(({ id, name, role, roleName }) => ({ uid: id, name, role, roleName })),
    present: present === null ? null : { file: present, sound: false },
    ...{ erased, operation: 'restore.runClosed', now: context.now, by },
  };
  return inThread<StagedBook>(parts.workers, { task: 'stage', ...order }, context);
}

function refuseOther({ vault }: RestoreParts, { header }: BackupOfToken): void {
  if (keysFromText(vault.keysText())?.keys.bookUid !== header.bookUid) throw refuse('backup.other-book');
}
