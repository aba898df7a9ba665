// What a file of the whole book holds, at one moment: the facts about it, and a table after the other.

import type { Db } from '../core/database/database';
import { countRows, factsOf, rowsOf, type BookFacts, type SealKeys } from './rows-store';
import { TRAVEL_TABLES, type TravelTable, type Value } from './tables';

export interface TableContent {
  readonly table: TravelTable;
  readonly total: number;
  rows(): Iterable<readonly Value[]>;
}

export interface BookContent {
  readonly facts: BookFacts;
  readonly takenAt: string;
  readonly tables: readonly TableContent[];
  readonly total: number;
}

export function contentOf(db: Db, keys: SealKeys, takenAt: string): BookContent {
  const counts = countRows(db);
  const tables = TRAVEL_TABLES.map((table) => ({
    table,
    total: counts.get(table.name) ?? 0,
    rows: () => rowsOf(db, table, keys),
  }));
  return { facts: factsOf(db), takenAt, tables, total: tables.reduce((sum, { total }) => sum + total, 0) };
}
