// What a failure says about the folder it happened in.

import type { FolderState } from '../../shared/backups/contract';
import { AppError } from '../../shared/errors';
import { resultCodeOf } from '../core/database/failures';

export function folderStateOf(error: unknown): FolderState {
  if (error instanceof AppError && error.code === 'backup.disk-full') return 'full';
  // Took longer than it may.
  if (error instanceof AppError && error.code === 'file.too-large') return 'slow';
  return STATES[resultCodeOf(error) ?? ''] ?? 'missing';
}

const STATES: Readonly<Record<string, FolderState>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ETIMEDOUT: 'slow',
};
