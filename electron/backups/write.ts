// The second half of a backup: the checked copy sealed into a folder, read back chunk by chunk, and only then given its name.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/errors';
import { flushFolder } from '../core/durable-file';
import type { WorkerTools } from '../core/worker-side';
import { openBackup, writeBackup, type BackupHeader } from './backup-file';
import { backupName, isLeftOver, partOf } from './names';
import { freeBytesOf, withRoom, type FreeBytes } from './room';
import { expired } from './rotation';
import { scanFolder, type FoundBackup } from './scan';

export interface WriteOrder {
  readonly staged: string;
  readonly folder: string;
  /** The app's own folder is made when it is not there; a stick that is not there is missing. */
  readonly own: boolean;
  readonly header: BackupHeader;
  readonly fileKey: Uint8Array;
}

export interface Written {
  readonly backups: readonly FoundBackup[];
  readonly freeBytes: number;
  readonly milliseconds: number;
}

export function writeToFolder(order: WriteOrder, tools: WorkerTools, free: FreeBytes = freeBytesOf): Written {
  const { staged, folder, own, header, fileKey } = order;
  const started = performance.now();
  // A folder that a power cut takes away again takes its first backups along.
  if (own && mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) flushFolder(path.dirname(folder));
  if (!existsSync(folder)) throw refuse('backup.gone');
  for (const name of readdirSync(folder)) if (isLeftOver(name, header.bookUid)) rmSync(path.join(folder, name), { force: true });
  const room = { folder, bookUid: header.bookUid, now: header.at };
  withRoom(folder, header.bytes, room, free);
  const fileName = backupName(header);
  const part = path.join(folder, partOf(fileName));
  try {
    const key = Buffer.from(fileKey);
    writeBackup(part, staged, header, key, { progress: (done, total) => tools.progress('write', done, total) });
    openBackup(part, key, null, { progress: (done, total) => tools.progress('compare', done, total) });
    renameSync(part, path.join(folder, fileName));
    flushFolder(folder);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  const milliseconds = performance.now() - started;
  const backups = scanFolder(folder, header.bookUid);
  return { backups: rotate(folder, backups, header.at), freeBytes: free(folder), milliseconds };
}

/** What remains. */
function rotate(folder: string, backups: readonly FoundBackup[], now: string): FoundBackup[] {
  const gone = new Set(expired(backups, new Date(now)));
  for (const { fileName } of gone) rmSync(path.join(folder, fileName), { force: true });
  return backups.filter((backup) => !gone.has(backup));
}
