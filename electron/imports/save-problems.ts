// Asks where the list of problems should go, has it written by the worker, and puts it there as a whole.

import { AppError } from '../../shared/errors';
import { problemSentence, problemTitles, severityWord, type WordsLanguage } from '../../shared/imports/words';
import type { Dialogs } from '../core/dialogs';
import { replaceFile } from '../core/durable-file';
import type { Workers } from '../core/workers';
import type { CheckedBatch } from './check-list';
import { shown } from './summary';
import type { ProblemsTask } from './tasks';

export interface SavedProblems {
  readonly cancelled: boolean;
  readonly fileName: string | null;
}

export async function saveProblems(
  { workers, dialogs }: { readonly workers: Workers; readonly dialogs: Dialogs },
  batch: CheckedBatch,
  language: WordsLanguage,
  signal: AbortSignal,
  /** Told before the file is there. */
  tell: (rows: number, fileName: string) => void,
): Promise<SavedProblems> {
  const { sheet, suffix, columns } = problemTitles(language);
  const fileName = `${batch.fileName.replace(/\.[^.]*$/u, '')} ${suffix}.xlsx`;
  const path = await dialogs.saveFile(fileName, [{ name: 'Excel', extensions: ['xlsx'] }]);
  if (path === null) return { cancelled: true, fileName: null };
  const rows = batch.judged.flatMap(({ problems }) =>
    problems.map((problem) => {
      const { row, title, original, severity, code, details } = shown(problem, batch.columns.titles);
      return {
        row,
        column: title ?? '',
        original,
        weight: severityWord(language, severity),
        sentence: problemSentence(language, code, details),
      };
    }),
  );
  const task: ProblemsTask = { task: 'problems', titles: columns, sheetName: sheet, rows };
  const bytes = await workers.run<Uint8Array>('imports', task, { signal });
  const written = path.split(/[/\\]/u).at(-1) ?? fileName;
  tell(rows.length, written);
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
