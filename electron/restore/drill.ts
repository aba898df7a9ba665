// The recovery drill 恢复演练: the owner's paper and one backup, tried as on a new PC, while the book stays as it is. What came of it is kept in the book.

import { AppError, refuse } from '../../shared/errors';
import type { RecoveryDrill } from '../../shared/backups/contract';
import { keepDrill } from '../backups/drill';
import type { JobContext } from '../core/context';
import type { Workers } from '../core/workers';
import { keysFromText } from '../vault/keys-file';
import type { Vault } from '../vault/vault';
import type { BackupOfToken } from './chosen';
import { inThread, sourceOf } from './in-thread';
import { newStaged, removeStaged } from './staged';

export interface DrillParts {
  readonly vault: Vault;
  readonly workers: Workers;
  readonly folder: string;
}

export async function practise(
  { vault, workers, folder }: DrillParts,
  backup: BackupOfToken,
  recoveryKey: string,
  context: JobContext,
): Promise<RecoveryDrill> {
  const { header } = backup;
  if (keysFromText(vault.keysText())?.keys.bookUid !== header.bookUid) throw refuse('backup.other-book');
  const { nativeBinding, key } = vault.readerAccess();
  key.fill(0);
  const audit = await vault.auditKeyByPaper(recoveryKey, header);
  const staged = newStaged(folder);
  const source = sourceOf(backup, audit, staged, nativeBinding);
  audit.fill(0);
  const { clients, visits } = header.counts;
  const drill = { at: context.now, backupAt: header.at, clients, visits, good: true };
  try {
    await inThread<null>(workers, { task: 'practise', ...source }, context);
  } catch (error) {
    if (error instanceof AppError && error.code === 'backup.damaged') keep({ ...drill, good: false }, context);
    throw error;
  } finally {
    removeStaged(staged);
  }
  keep(drill, context);
  return drill;
}

function keep(drill: RecoveryDrill, context: JobContext): void {
  context.write(({ db, trail }) => {
    keepDrill(db, drill);
    const { backupAt, clients, visits, good } = drill;
    trail.note({ backup: backupAt, clients, visits, good });
  });
}
