// Adding, replacing and removing a folder of the backups, and the time of the daily one; each says what it did.

import { useTranslation } from 'react-i18next';
import type { BackupFolder } from '../../shared/backups/contract';
import { useJob, type Result } from '../core/data';
import { showDone, showFailure } from '../core/ui/toasts';

export interface Folders {
  readonly busy: boolean;
  /** True when a folder was chosen. */
  add(): Promise<boolean>;
  /** The old one is given up only after a new one was chosen. */
  replace(old: BackupFolder): Promise<void>;
  remove(folder: BackupFolder): Promise<void>;
  setDaily(at: string): Promise<Result<unknown>>;
}

export function useFolders(): Folders {
  const { t } = useTranslation('backups');
  const adding = useJob('backups.addFolder');
  const removing = useJob('backups.removeFolder');
  const daily = useJob('backups.setDaily');
  async function add(): Promise<boolean> {
    const result = await adding.start(null);
    if (!result.ok) showFailure(result.error);
    const added = result.ok && !result.value.cancelled;
    if (added) showDone(t('settings.added'));
    return added;
  }
  async function remove({ id, name }: BackupFolder): Promise<void> {
    const result = await removing.start({ id });
    if (result.ok) showDone(t('settings.removed', { name }));
    else showFailure(result.error);
  }
  return {
    busy: adding.running || removing.running || daily.running,
    add,
    remove,
    replace: async (old) => {
      if (await add()) await remove(old);
    },
    setDaily: async (at) => {
      const result = await daily.start({ at });
      if (result.ok) showDone(t('settings.saved', { time: result.value.dailyAt }));
      else showFailure(result.error);
      return result;
    },
  };
}
