// What the import's worker can be asked, and what it answers: the words both sides share.

import type { IsoDate } from '../../shared/core/date';
import type { Region } from '../../shared/core/phone';
import type { ImportKind } from '../../shared/imports/fields';
import type { Matching, ReadList } from '../../shared/imports/contract';
import type { CheckedList } from './checking/check';

export interface ReadTask {
  readonly task: 'read';
  readonly bytes: Uint8Array;
  readonly sheet: string | null;
  readonly encoding: 'utf-8' | 'gb18030' | null;
  readonly large: boolean;
}

export interface CheckTask {
  readonly task: 'check';
  readonly bytes: Uint8Array;
  readonly encoding: 'utf-8' | 'gb18030' | null;
  readonly large: boolean;
  readonly matching: Omit<Matching, 'token'>;
  readonly region: Region;
  readonly today: IsoDate;
  readonly forWriting: boolean;
}

export interface ProblemRow {
  readonly row: number;
  readonly column: string;
  readonly original: string;
  readonly weight: string;
  readonly sentence: string;
}

export interface ProblemsTask {
  readonly task: 'problems';
  readonly titles: readonly string[];
  readonly sheetName: string;
  readonly rows: readonly ProblemRow[];
}

export type ImportTask = ReadTask | CheckTask | ProblemsTask;

export type ReadAnswer = Omit<ReadList, 'fileName' | 'importedBefore'>;

export interface CheckAnswer {
  readonly kind: ImportKind;
  readonly titles: readonly string[];
  readonly list: CheckedList;
  /** Pinyin by row, when the list is going to be written: it is slow, so it is done here and not while the book waits. */
  readonly pinyin: ReadonlyMap<number, string>;
}
