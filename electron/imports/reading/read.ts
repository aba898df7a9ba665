// Reads any file a shop may bring: what it is, whether it may be read, and then its cells. Pure: bytes in, a table or an AppError out.

import { refuse } from '../../../shared/errors';
import { readCsv } from './csv';
import { LARGE_LIMITS, USUAL_LIMITS } from './limits';
import { sniff } from './sniff';
import type { Table } from './table';
import { readWorkbook } from './workbook';
import { tooLarge } from './zip';

export interface ReadOptions {
  /** The encoding the person chose for a CSV file; null lets the file speak for itself. */
  readonly encoding: 'utf-8' | 'gb18030' | null;
  /** The person has said that the file is meant to be this large. */
  readonly large: boolean;
}

export function readTable(bytes: Uint8Array, options: ReadOptions): Table {
  const limits = options.large ? LARGE_LIMITS : USUAL_LIMITS;
  if (bytes.length > limits.fileBytes) throw tooLarge('file', limits.fileBytes);
  const table = sniff(bytes) === 'xlsx' ? readWorkbook(bytes, limits) : readCsv(bytes, options.encoding, limits);
  if (table.sheets.every((sheet) => sheet.rows.length === 0)) throw refuse('file.empty');
  return table;
}
