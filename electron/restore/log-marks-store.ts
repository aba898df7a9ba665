// How far an audit log has come, to be held against another one.

import type { Db } from '../core/database/database';
import { oneRow } from '../core/database/rows';

export function lastEntryOf(db: Db): number {
  return oneRow<{ id: number | null }>(db, 'SELECT max(id) AS id FROM audit')?.id ?? 0;
}

export function findMacOf(db: Db, id: number): string | undefined {
  return oneRow<{ mac: string }>(db, 'SELECT mac FROM audit WHERE id = ?', [id])?.mac;
}
