// Asks where the list of problems should go, has it written by the worker, and puts it there as a whole.

import { AppError } from '../../shared/errors';
import { problemTitles, type WordsLanguage } from '../../shared/imports/words';
import type { Dialogs } from '../core/dialogs';
import { replaceFile } from '../core/durable-file';
import type { ProblemsAnswer } from './tasks';

export interface SavedProblems {
  readonly cancelled: boolean;
  readonly fileName: string | null;
}

export async function saveProblems(
  dialogs: Dialogs,
  list: { readonly fileName: string; readonly language: WordsLanguage },
  make: () => Promise<ProblemsAnswer>,
  /** Told before the file is there. */
  tell: (rows: number, fileName: string) => void,
): Promise<SavedProblems> {
  const fileName = `${list.fileName.replace(/\.[^.]*$/u, '')} ${problemTitles(list.language).suffix}.xlsx`;
  const path = await dialogs.saveFile(fileName, [{ name: 'Excel', extensions: ['xlsx'] }]);
  if (path === null) return { cancelled: true, fileName: null };
  const { bytes, rows } = await make();
  const written = path.split(/[/\\]/u).at(-1) ?? fileName;
  tell(rows, written);
  writeWhole(path, bytes);
  return { cancelled: false, fileName: written };
}

const REASONS: Readonly<Record<string, 'disk-full' | 'read-only' | 'open-elsewhere' | 'gone'>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EBUSY: 'open-elsewhere',
  ENOENT: 'gone',
};

function writeWhole(path: string, bytes: Uint8Array): void {
  try {
    replaceFile(path, Buffer.from(bytes));
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    throw new AppError('exports.cannot-write', { reason: REASONS[code] ?? 'other' }, { cause: error });
  }
}
