// What the import's worker can be asked, and what it answers: the words both sides share.

import type { IsoDate } from '../../shared/core/date';
import type { Region } from '../../shared/core/phone';
import type { ClientField, RequirableField } from '../../shared/fields/contract';
import type { Matching, ReadList } from '../../shared/imports/contract';
import type { WordsLanguage } from '../../shared/imports/words';
import type { Session } from '../core/context';
import type { WriteOrder } from '../core/thread-write';
import type { BatchFile } from './write-batch';

export interface ListShop {
  readonly fields: readonly ClientField[];
  readonly required: readonly RequirableField[];
}

/** What the thread of a list is started with: the file, and how the person wants it read. */
export interface ListFile {
  readonly bytes: Uint8Array;
  readonly encoding: 'utf-8' | 'gb18030' | null;
  readonly large: boolean;
}

export interface ReadTask {
  readonly task: 'read';
  readonly sheet: string | null;
  /** The shop's own fields, to guess by their names. */
  readonly own: readonly ClientField[];
}

/** How the rows of the list are to be understood. */
export interface ListTask {
  readonly matching: Omit<Matching, 'token'>;
  readonly region: Region;
  /** What the shop wants of a client: its own fields, and what it insists on. */
  readonly shop: ListShop;
  readonly today: IsoDate;
}

/** How a thread reaches the book to read; the key is its own copy and is wiped. */
export interface BookReach {
  readonly file: string;
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly nativeBinding: string | undefined;
  readonly session: Session;
}

export interface CheckTask extends ListTask {
  readonly task: 'check';
  readonly book: BookReach;
}

export interface CommitTask extends ListTask {
  readonly task: 'commit';
  readonly source: BatchFile;
  readonly order: WriteOrder;
}

/** Asks for the workbook of problems instead of a summary. */
export interface ProblemsTask extends ListTask {
  readonly task: 'problems';
  readonly book: BookReach;
  readonly language: WordsLanguage;
}

export type ImportTask = ReadTask | CheckTask | CommitTask | ProblemsTask;

export type ReadAnswer = Omit<ReadList, 'fileName' | 'importedBefore'>;

export interface CommitAnswer {
  readonly uid: string;
  readonly records: number;
  readonly warned: number;
}

export interface ProblemsAnswer {
  readonly bytes: Uint8Array;
  readonly rows: number;
}
