// What SQLite's result codes mean to people: the one place that turns a failure of the binding into an error of the product.

import Database from 'better-sqlite3';
import { AppError, refuse } from '../../../shared/errors';

/** The product's error for a failure of SQLite or of the file system under it; undefined when it is neither. Never looks at message text. */
export function failureOf(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  const code = resultCodeOf(error);
  if (code === undefined) return undefined;
  const family = FAMILIES.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`));
  return family?.[1](code, error);
}

/** SQLite's extended result code (`SQLITE_IOERR_WRITE`) or the system's (`ENOSPC`), if the error has one. */
export function resultCodeOf(error: unknown): string | undefined {
  if (error instanceof Database.SqliteError) return error.code;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return undefined;
}

type Translate = (code: string, cause: unknown) => AppError;

const damaged: Translate = (found, cause) => new AppError('book.damaged', { found, aside: null }, { cause });
const full: Translate = (_code, cause) => new AppError('book.disk-full', { neededBytes: null }, { cause });
const readOnly: Translate = () => refuse('book.read-only');
const busy: Translate = () => refuse('book.busy');
const diskError: Translate = () => refuse('book.disk-error');

const FAMILIES: readonly (readonly [prefix: string, translate: Translate])[] = [
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_NOTADB', damaged],
  ['SQLITE_FULL', full],
  ['ENOSPC', full],
  ['EDQUOT', full],
  ['SQLITE_READONLY', readOnly],
  ['EROFS', readOnly],
  ['EACCES', readOnly],
  ['EPERM', readOnly],
  ['SQLITE_BUSY', busy],
  ['SQLITE_LOCKED', busy],
  ['SQLITE_IOERR', diskError],
  ['SQLITE_CANTOPEN', diskError],
  ['EIO', diskError],
  ['ENOENT', diskError],
  ['SQLITE_CONSTRAINT', () => refuse('record.constraint')],
];
