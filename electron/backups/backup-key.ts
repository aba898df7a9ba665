// The book's own key and salt inside a backup: sealed under the key of that file alone.

import { refuse } from '../../shared/errors';
import { seal, unseal, type Sealed } from '../vault/box';
import type { BackupHeader } from './backup-file';

export interface BookKey {
  readonly key: Buffer;
  readonly salt: Buffer;
}

type Owner = Pick<BackupHeader, 'uid' | 'bookUid'>;

export function sealBookKey({ key, salt }: BookKey, fileKey: Buffer, { uid, bookUid }: Owner): Sealed {
  const bytes = Buffer.concat([key, salt]);
  try {
    return seal(KIND, bytes, fileKey, { uid, bookUid });
  } finally {
    bytes.fill(0);
  }
}

/** The caller wipes the key. Refuses with `backup.damaged` when the file's key does not open it. */
export function bookKeyIn(header: Pick<BackupHeader, 'uid' | 'bookUid' | 'bookKey'>, fileKey: Buffer): BookKey {
  const bytes = unseal(KIND, header.bookKey, fileKey, { uid: header.uid, bookUid: header.bookUid });
  if (bytes?.length !== KEY_BYTES + SALT_BYTES) throw refuse('backup.damaged');
  return { key: bytes.subarray(0, KEY_BYTES), salt: Buffer.from(bytes.subarray(KEY_BYTES)) };
}

const KIND = 'shuke backup: the book';
const KEY_BYTES = 32;
const SALT_BYTES = 16;
