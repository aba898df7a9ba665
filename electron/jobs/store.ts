// Jobs that are running or were cut off: a row of drafts under a key that no draft of a form can have. Not journaled.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';

export interface JobRow {
  readonly account_id: number;
  readonly key: string;
  readonly value: string;
  readonly at: string;
}

export function addJob(db: Db, accountId: number, id: string, value: string, at: IsoInstant): void {
  runSql(db, "INSERT INTO draft (account_id, key, value, at) VALUES (?, 'job.' || ?, ?, ?)", [accountId, id, value, at]);
}

export function listJobs(db: Db): JobRow[] {
  return allRows(db, "SELECT account_id, substr(key, 5) AS key, value, at FROM draft WHERE key LIKE 'job.%' ORDER BY at");
}

export function deleteJob(db: Db, id: string): void {
  runSql(db, "DELETE FROM draft WHERE key = 'job.' || ?", [id]);
}

/** Whether somebody has done this since then, and it stood. */
export function isDone(db: Db, accountId: number, operation: string, since: string): boolean {
  return (
    oneRow(db, 'SELECT 1 FROM act WHERE account_id = ? AND operation = ? AND at >= ? LIMIT 1', [accountId, operation, since]) !== undefined
  );
}

export function keysEpoch(db: Db): number {
  return oneRow<{ epoch: number }>(db, 'SELECT keys_epoch AS epoch FROM book')?.epoch ?? 0;
}
