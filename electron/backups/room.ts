// Room on a disk before anything is written to it; when there is too little, backups that may go anyway go first.

import { rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/errors';
import { expired } from './rotation';
import { scanFolder } from './scan';

export interface Room {
  /** The folder with the backups that may go. */
  readonly folder: string;
  readonly bookUid: string;
  readonly now: string;
}

/** Stands in for the disk in tests. */
export type FreeBytes = (folder: string) => number;

export const freeBytesOf: FreeBytes = (folder) => {
  const { bavail, bsize } = statfsSync(folder);
  return Number(bavail) * Number(bsize);
};

/** Refuses with what is short. `place` is where the bytes will be written. */
export function withRoom(place: string, bytes: number, { folder, bookUid, now }: Room, free: FreeBytes = freeBytesOf): void {
  const needed = Math.ceil(bytes * SPARE);
  if (free(place) >= needed) return;
  for (const { fileName } of expired(scanFolder(folder, bookUid), new Date(now))) {
    rmSync(path.join(folder, fileName), { force: true });
    if (free(place) >= needed) return;
  }
  throw new AppError('backup.disk-full', { neededBytes: needed - free(place) });
}

const SPARE = 1.1;
