// Writes the invented salon into an empty book, row by row; journal and totals are the triggers' as ever.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { oneRow, runSql } from '../core/database/rows';
import { newUid } from '../core/database/uid';

export type Row = Readonly<Record<string, string | number | null>>;

/** Nobody is in it, and nothing was set up. */
export function isUntouched(db: Db): boolean {
  return oneRow(db, 'SELECT 1 FROM client UNION ALL SELECT 1 FROM erased_client UNION ALL SELECT 1 FROM service LIMIT 1') === undefined;
}

/** Answers with the row's id. */
export function addRow(db: Db, table: string, at: IsoInstant, row: Row): number {
  const columns = Object.keys(row);
  const sql = `INSERT INTO "${table}" (uid, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`;
  return runSql(db, sql, [newUid(Date.parse(at)), ...Object.values(row)]).lastId;
}

/** The tiers every book begins with, in the language of the salon; the highest first. */
export function nameTiers(db: Db, names: readonly string[]): readonly number[] {
  return names.map((name, sort) => {
    runSql(db, 'UPDATE tier SET name = ? WHERE sort = ? AND name <> ?', [name, sort, name]);
    return oneRow<{ id: number }>(db, 'SELECT id FROM tier WHERE sort = ?', [sort])?.id ?? 0;
  });
}

export function setLastNumber(db: Db, number: number): void {
  runSql(db, 'UPDATE book SET last_client_number = ?', [number]);
}

export function shelve(db: Db, clientId: number, column: 'archived_at' | 'deleted_at', at: IsoInstant): void {
  runSql(db, `UPDATE client SET ${column} = ? WHERE id = ?`, [at, clientId]);
}
