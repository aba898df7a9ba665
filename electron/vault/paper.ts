// Whether the owner's recovery key is the one that counts: for the book as it is, and for one backup of it.

import { parseRecoveryKey } from '../../shared/book/recovery-key';
import { AppError, refuse } from '../../shared/errors';
import { ownerRing, rootsFrom, wipeRing } from './key-ring';
import { keysFromText, placeOf, type Keys } from './keys-file';
import type { KeysInBackup } from './restoring';
import { openWithRecovery, RECOVERY_OWNER } from './slot';
import type { Throttle } from './throttle';

/** What opens the backup's file, by the paper alone. The caller wipes it. A paper that opens only one of the two is told apart from a wrong one. */
export function auditKeyByPaper(throttle: Throttle, present: Keys, recoveryKey: string, backup: KeysInBackup): Buffer {
  const brought = keysFromText(backup.keys);
  if (!brought || brought.keys.bookUid !== backup.bookUid) throw refuse('backup.damaged');
  const recovery = parseRecoveryKey(recoveryKey);
  throttle.refuseWhileWaiting();
  const count = throttle.countTry(null);
  const roots = rootsBy(brought.keys, recovery);
  const opensBook = fits(present, recovery);
  if (roots === undefined && !opensBook) throw new AppError('drill.wrong-key', count);
  throttle.clear(null);
  if (roots === undefined) throw refuse('drill.newer-key');
  const ring = ownerRing(rootsFrom(roots), brought.keys.bookUid, null);
  try {
    if (!opensBook) throw refuse('drill.former-key');
    return Buffer.from(ring.audit);
  } finally {
    wipeRing(ring);
  }
}

function fits(keys: Keys, recovery: Uint8Array): boolean {
  const roots = rootsBy(keys, recovery);
  roots?.fill(0);
  return roots !== undefined;
}

function rootsBy(keys: Keys, recovery: Uint8Array): Buffer | undefined {
  return openWithRecovery(keys.recovery, recovery, placeOf(keys, RECOVERY_OWNER));
}
