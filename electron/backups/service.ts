// Backups 备份 as the screens ask for them.

import type { AppContract } from '../../shared/contract';
import type { JobContext, Services } from '../core/context';
import type { Dialogs } from '../core/dialogs';
import type { Vault } from '../vault/vault';
import type { Backups } from './backups';
import { listKeptBooks, removeKeptBook } from './kept-books';

export interface BackupServiceParts {
  readonly backups: Backups;
  readonly dialogs: Dialogs;
  readonly vault: Vault;
  /** Where the book is. */
  readonly folder: string;
}

export function createBackupsService({ backups, dialogs, vault, folder }: BackupServiceParts) {
  const state = ({ read }: JobContext) => read((context) => backups.state(context));
  return {
    state: (_input, context) => backups.state(context),
    list: () => backups.list(),
    async make(_input, context) {
      await backups.make('manual', context);
      return state(context);
    },
    async addFolder(_input, context) {
      const place = await dialogs.chooseFolder();
      if (place === null) return { cancelled: true, state: state(context) };
      await backups.addFolder(place);
      context.write(({ trail }) => trail.note({ folder: 'added' }));
      return { cancelled: false, state: state(context) };
    },
    async removeFolder({ id }, context) {
      backups.removeFolder(id);
      context.write(({ trail }) => trail.note({ folder: 'removed' }));
      return state(context);
    },
    async setDaily({ at }, context) {
      backups.setDaily(at);
      context.write(({ trail }) => trail.note({ at }));
      return state(context);
    },
    async told() {
      backups.told();
      return null;
    },
    ...keptBooks({ backups, vault, folder }),
    async setPassword({ password, backupPassword }, context) {
      await proveOwn(vault, context, password);
      await vault.setBackupPassword(backupPassword);
      context.write(({ trail }) => trail.note({ set: backupPassword !== null }));
      backups.announce();
      return state(context);
    },
    async drillLater() {
      backups.drillLater();
      return null;
    },
  } satisfies Services<AppContract>['backups'];
}

function keptBooks({ backups, vault, folder }: Omit<BackupServiceParts, 'dialogs'>) {
  return {
    kept: (_input, { now }) => listKeptBooks(folder, now),
    async removeKept({ id, password }, context) {
      await proveOwn(vault, context, password);
      const { why, at } = removeKeptBook(folder, id, context.now);
      context.write(({ trail }) => trail.note({ why, at }));
      backups.announce();
      return null;
    },
  } satisfies Pick<Services<AppContract>['backups'], 'kept' | 'removeKept'>;
}

/** The password is what proves that it is they who do it, and not somebody at a PC left open. */
async function proveOwn(vault: Vault, { session }: JobContext, password: string): Promise<void> {
  await vault.switchTo({ accountId: session.accountUid, password });
}
