// How the work on a backup reaches its thread: which file, under which key of it, opened where; keys are moved, main keeps no copy.

import { keyOfFile } from '../backups/backup-file';
import type { ClosedJobContext } from '../core/context';
import type { Workers } from '../core/workers';
import type { BackupOfToken } from './chosen';
import type { SourceOrder } from './source';
import type { RestoreTask } from './tasks';

export function sourceOf({ file, header }: BackupOfToken, audit: Buffer, staged: string, nativeBinding: string | undefined): SourceOrder {
  return { backup: file, bookUid: header.bookUid, fileKey: moved(keyOfFile(audit, header)), staged, nativeBinding };
}

export function inThread<Out>(workers: Workers, task: RestoreTask, { signal, progress }: ClosedJobContext): Promise<Out> {
  const keys = [task.fileKey, ...(task.task === 'practise' ? [] : [task.key]), ...(task.task === 'stage' ? [task.auditKey] : [])];
  const transfer = keys.map((key) => key.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
  return workers.run<Out>('restore', task, { signal, transfer, onProgress: progress, milliseconds: LONGEST_MS });
}

/** A buffer of its own goes to the thread: main keeps no copy, and the one that was lent is wiped. */
export function moved(key: Buffer): Uint8Array<ArrayBuffer> {
  const own = new Uint8Array(key);
  key.fill(0);
  return own;
}

/** As long as a book of a million visits takes on a slow disk, several times over. */
const LONGEST_MS = 6 * 3_600_000;
