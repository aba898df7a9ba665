// A file of a whole book as it was read, before anything in it is believed.

import { AppError, refuse } from '../../shared/errors';
import { FILE_FORMAT, FILE_VERSION } from './tables';

export interface RawRow {
  /** As seen in Excel; in JSON the place in the list. */
  readonly place: number;
  readonly cells: readonly unknown[];
}

export interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
}

export interface RawBook {
  readonly version: number;
  readonly shop: string;
  readonly takenAt: string;
  readonly lastClientNumber: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly tables: ReadonlyMap<string, RawTable>;
  /** Pieces of texts that did not fit, by table, row and column, that nobody asked for: filled while reading. */
  readonly lost: readonly number[];
}

/** Is it ours, and can this version read it? Says which version it is. */
export function checkHead(format: unknown, version: unknown): number {
  if (format !== FILE_FORMAT || typeof version !== 'number') throw refuse('transfer.not-a-book');
  if (version > FILE_VERSION) throw new AppError('transfer.newer', { theirs: version, ours: FILE_VERSION });
  return version;
}
