// What the thread of the backups is asked to do.

import { accessSync, constants, existsSync } from 'node:fs';
import { refuse } from '../../shared/errors';
import type { WorkerTools } from '../core/worker-side';
import { freeBytesOf } from './room';
import { scanFolder, type FoundBackup } from './scan';
import { stageBook, type Staged, type StageOrder } from './stage';
import { writeToFolder, type WriteOrder, type Written } from './write';

export interface LookOrder {
  readonly folder: string;
  readonly own: boolean;
  /** Null: of every book. */
  readonly bookUid: string | null;
}

export interface Looked {
  readonly backups: readonly FoundBackup[];
  readonly freeBytes: number | null;
  readonly writable: boolean;
}

export type BackupTask =
  ({ readonly task: 'stage' } & StageOrder) | ({ readonly task: 'write' } & WriteOrder) | ({ readonly task: 'look' } & LookOrder);

export async function runTask(task: BackupTask, tools: WorkerTools): Promise<Staged | Written | Looked> {
  if (task.task === 'stage') return stageBook(task, tools);
  if (task.task === 'write') return writeToFolder(task, tools);
  return lookInto(task);
}

/** In the thread as well: a share that does not answer must not keep anybody waiting. */
function lookInto({ folder, own, bookUid }: LookOrder): Looked {
  if (!existsSync(folder)) {
    if (own) return { backups: [], freeBytes: null, writable: true };
    throw refuse('backup.gone');
  }
  return { backups: scanFolder(folder, bookUid), freeBytes: freeBytesOf(folder), writable: isWritable(folder) };
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
