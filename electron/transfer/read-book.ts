// Reads and checks the file of a whole book, whichever of the two it is.

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { AppError, refuse } from '../../shared/errors';
import type { WorkerTools } from '../core/worker-side';
import { LARGE_LIMITS } from '../imports/reading/limits';
import { sniff } from '../imports/reading/sniff';
import { tooLarge } from '../imports/reading/zip';
import { checkBook, type CheckedBook } from './check-book';
import type { RawBook } from './raw-book';
import { readJson } from './read-json';
import { readBookWorkbook } from './read-workbook';

export interface ReadBook extends CheckedBook, Pick<RawBook, 'shop' | 'takenAt' | 'lastClientNumber'> {
  readonly sha256: string;
}

export function readBook(file: string, tools: WorkerTools): ReadBook {
  tools.progress('reading', 0, null);
  const bytes = bytesOf(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const book = looksLikeJson(bytes) ? readJson(bytes) : fromWorkbook(bytes);
  const { shop, takenAt, lastClientNumber } = book;
  return { shop, takenAt, lastClientNumber, sha256, ...checkBook(book, tools.progress) };
}

function bytesOf(file: string): Uint8Array {
  try {
    if (statSync(file).size > LARGE_LIMITS.fileBytes) throw tooLarge('file', LARGE_LIMITS.fileBytes);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file.unreadable', {}, { cause: error });
  }
}

function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64)));
}

function fromWorkbook(bytes: Uint8Array): RawBook {
  if (sniff(bytes) !== 'xlsx') throw refuse('transfer.not-a-book');
  return readBookWorkbook(bytes);
}
