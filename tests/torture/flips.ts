// Single bits turned over anywhere in a book: each must be noticed or harmless, never read as data.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBookFile } from '../../electron/core/database/open';
import { AppError } from '../../shared/errors';
import { failureOf } from '../../electron/core/database/failures';
import { aBookFile, aFolder, removeFolder, type BookFile } from '../support/book-file';
import { randomFrom } from './random';

export interface FlipResult {
  readonly noticed: number;
  readonly harmless: number;
  /** Wrong rows without an error: must be none. */
  readonly silent: number;
  /** An error the product has no word for: must be none. */
  readonly unnamed: number;
}

/** The same seed turns the same bits. */
export function flipBits(flips: number, seed: number): FlipResult {
  const made = aBookFile(1500);
  const whole = readFileSync(made.file);
  const expected = readAll(made);
  const count = { noticed: 0, harmless: 0, silent: 0, unnamed: 0 };
  const random = randomFrom(seed);
  try {
    for (let flip = 0; flip < flips; flip += 1) {
      const folder = join(aFolder(), 'book');
      mkdirSync(folder);
      const file = join(folder, 'book.db');
      const bytes = Buffer.from(whole);
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(file, bytes);
      count[judge({ ...made, file }, expected)] += 1;
      removeFolder(join(folder, '..'));
    }
    return count;
  } finally {
    removeFolder(made.folder);
  }
}

/** Bits turned over in the log that a killed process left: rows may be missing from its end, none may be wrong. */
export function flipLogBits(flips: number, seed: number, crashed: BookFile): FlipResult {
  const expected = new Set(readAllRows(copyOf(crashed)));
  const count = { noticed: 0, harmless: 0, silent: 0, unnamed: 0 };
  const random = randomFrom(seed);
  for (let flip = 0; flip < flips; flip += 1) {
    const copy = copyOf(crashed);
    const bytes = readFileSync(`${copy.file}-wal`);
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    writeFileSync(`${copy.file}-wal`, bytes);
    try {
      count[readAllRows(copy).every((row) => expected.has(row)) ? 'harmless' : 'silent'] += 1;
    } catch (error) {
      count[failureOf(error) ? 'noticed' : 'unnamed'] += 1;
    }
    removeFolder(copy.folder);
  }
  return count;
}

function judge(book: BookFile, expected: string): keyof FlipResult {
  try {
    return readAll(book) === expected ? 'harmless' : 'silent';
  } catch (error) {
    return error instanceof AppError || failureOf(error) ? 'noticed' : 'unnamed';
  }
}

function copyOf({ file, options }: BookFile): BookFile {
  const folder = aFolder();
  const copy = join(folder, 'book.db');
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  return { folder, file: copy, options };
}

function readAll(book: BookFile): string {
  return readAllRows(book).join('\n');
}

// Through the table and through its index: either may be where the bit is.
function readAllRows({ file, options }: BookFile): string[] {
  const db = openBookFile(file, options);
  try {
    const rows = db.prepare<[], { id: number; words: string }>('SELECT id, words FROM note NOT INDEXED ORDER BY id').all();
    const sorted = db.prepare<[], { words: string }>('SELECT words FROM note INDEXED BY note_words ORDER BY words').all();
    return [...rows.map((row) => `${row.id}:${row.words}`), ...sorted.map((row) => row.words)];
  } finally {
    db.close();
  }
}
