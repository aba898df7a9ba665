// A book or its log cut off at every length a failing disk leaves behind: told by name and untouched, or whole, never shorter than it says.

import { copyFileSync, existsSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { failureOf } from '../../electron/core/database/failures';
import { openBookFile } from '../../electron/core/database/open';
import { AppError } from '../../shared/errors';
import { aFolder, fingerprint, removeFolder, type BookFile } from '../support/book-file';
import { aCrashedBook } from './kills';

export interface CutResult {
  readonly told: Readonly<Record<string, number>>;
  /** Opened with every row. */
  readonly whole: number;
  /** A cut log: opened with the rows up to the cut, all of them right. The audit log's mirror is what notices these. */
  readonly shorter: number;
  /** Opened with wrong rows, or with less than the book file alone holds: must be none. */
  readonly silent: number;
  readonly unnamed: number;
  /** Changed by being refused: must be none. */
  readonly touched: number;
}

const PAGE = 4096;
const FRAME = PAGE + 24;

const LENGTHS: readonly ((bytes: number) => number)[] = [
  ...[0, 1, 31, 511, 4095, 4096, 4097].map((bytes) => () => bytes),
  (bytes) => PAGE * Math.floor(bytes / 2 / PAGE),
  (bytes) => Math.floor(bytes / 2) + 1,
  ...[1, 512, PAGE, FRAME, PAGE + 1].map((less) => (bytes: number) => bytes - less),
];

/** Cuts the book without a log, the book with a log, and the log. */
export async function cutFiles(): Promise<CutResult> {
  const told: Record<string, number> = {};
  const count = { whole: 0, shorter: 0, silent: 0, unnamed: 0, touched: 0 };
  const crashed = await aCrashedBook(40);
  const closed = closedCopy(crashed);
  try {
    for (const [book, part] of [
      [closed, 'book'],
      [crashed, 'book'],
      [crashed, 'log'],
    ] as const) {
      const all = readRows(copyOf(book));
      for (const length of LENGTHS) {
        const found = cutOnce(book, part, length, all);
        if (found.code) told[found.code] = (told[found.code] ?? 0) + 1;
        if (found.state !== 'told') count[found.state] += 1;
      }
    }
    return { told, ...count };
  } finally {
    [crashed, closed].forEach(({ folder }) => removeFolder(folder));
  }
}

type Outcome = { readonly state: 'told' | keyof Omit<CutResult, 'told'>; readonly code?: string };

function cutOnce(book: BookFile, part: 'book' | 'log', length: (bytes: number) => number, all: readonly string[]): Outcome {
  const copy = copyOf(book);
  try {
    const file = part === 'book' ? copy.file : `${copy.file}-wal`;
    truncateSync(file, Math.max(0, length(statSync(file).size)));
    return judge(copy, part, all);
  } finally {
    removeFolder(copy.folder);
  }
}

function judge(book: BookFile, part: 'book' | 'log', all: readonly string[]): Outcome {
  const before = fingerprint(book.folder);
  try {
    const rows = readRows(book);
    if (rows.length === all.length && rows.every((row, at) => row === all[at])) return { state: 'whole' };
    const prefix = rows.every((row, at) => row === all[at]);
    return { state: part === 'log' && prefix && rows.length >= FLUSHED_ROWS ? 'shorter' : 'silent' };
  } catch (error) {
    const failure = error instanceof AppError ? error : failureOf(error);
    if (!failure) return { state: 'unnamed' };
    const after = fingerprint(book.folder);
    const same = Object.entries(before).every(([file, sum]) => after[file] === sum);
    return same ? { state: 'told', code: failure.code } : { state: 'touched', code: failure.code };
  }
}

/** What `aCrashedBook` had closed before the writer began. */
const FLUSHED_ROWS = 100;

function readRows({ file, options }: BookFile): string[] {
  const db = openBookFile(file, options);
  try {
    return db.prepare<[], string>("SELECT id || ':' || words FROM note ORDER BY id").pluck().all();
  } finally {
    db.close();
  }
}

function closedCopy(book: BookFile): BookFile {
  const copy = copyOf(book);
  openBookFile(copy.file, copy.options).close();
  return copy;
}

function copyOf({ file, options }: BookFile): BookFile {
  const folder = aFolder();
  const copy = join(folder, 'book.db');
  for (const end of ['', '-wal']) if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`);
  return { folder, file: copy, options };
}
