// Why a workbook could not be written, in the words the screen has for it.

import { resultCodeOf } from '../core/database/failures';
import { AppError, type ErrorDetails } from '../../shared/errors';

type Reason = ErrorDetails['exports.cannot-write']['reason'];

const REASONS: Readonly<Record<string, Reason>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EBUSY: 'open-elsewhere',
  ETXTBSY: 'open-elsewhere',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
};

export function writeFailure(error: unknown): AppError {
  return because(REASONS[resultCodeOf(error) ?? ''] ?? 'other', error);
}

/** Windows refuses to replace a file that Excel has open, with the same code as one that may not be written. */
export function replaceFailure(error: unknown, replacing: boolean): AppError {
  const code = resultCodeOf(error);
  if (replacing && (code === 'EPERM' || code === 'EACCES')) return because('open-elsewhere', error);
  return writeFailure(error);
}

function because(reason: Reason, cause: unknown): AppError {
  return new AppError('exports.cannot-write', { reason }, { cause });
}
