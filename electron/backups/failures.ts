// What a failure says about the folder it happened in, and what is remembered of a backup that came to nothing.

import { z } from 'zod';
import type { FolderState } from '../../shared/backups/contract';
import type { IsoInstant } from '../../shared/core/date';
import { AppError, refuse } from '../../shared/errors';
import { failureOf, resultCodeOf } from '../core/database/failures';
import type { Stored } from './stored';

export function folderStateOf(error: unknown): FolderState {
  if (error instanceof AppError && error.code === 'backup.disk-full') return 'full';
  // Took longer than it may.
  if (error instanceof AppError && error.code === 'file.too-large') return 'slow';
  return STATES[resultCodeOf(error) ?? ''] ?? 'missing';
}

/** Why nothing could be written anywhere: a full disk is something to be done about. */
export function whyNowhere(errors: readonly unknown[], bytes: number): AppError {
  const full = errors.find((error) => folderStateOf(error) === 'full');
  if (full === undefined) return refuse('backup.nowhere');
  return full instanceof AppError ? full : new AppError('backup.disk-full', { neededBytes: bytes });
}

export function failureFrom(error: unknown, at: IsoInstant): NonNullable<Stored['failure']> {
  const known = failureOf(error);
  return { at, code: known?.code ?? 'unexpected', details: z.record(z.string(), z.json()).parse({ ...known?.details }) };
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
