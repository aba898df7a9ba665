// What a backup's file is called: when, why, of which book. Letters that every stick and every share can hold.

import type { BackupKind } from '../../shared/backups/contract';
import type { BackupHeader } from './backup-file';
import { BACKUP_ENDING } from './backup-file';

/** The time is the shop's own, for people; programs read the header. */
export function backupName({
  at,
  kind,
  uid,
  bookUid,
}: { at: string; kind: BackupKind; uid: string } & Pick<BackupHeader, 'bookUid'>): string {
  const time = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `shuke-${day}-${two(time.getHours())}${two(time.getMinutes())}-${kind}-${tail(bookUid)}-${tail(uid)}${BACKUP_ENDING}`;
}

export function partOf(fileName: string): string {
  return `${fileName}.part`;
}

/** A backup of this book that was never finished. */
export function isLeftOver(fileName: string, bookUid: string): boolean {
  return fileName.startsWith('shuke-') && fileName.includes(`-${tail(bookUid)}-`) && fileName.endsWith(partOf(BACKUP_ENDING));
}

function tail(uid: string): string {
  return uid.slice(-8);
}
