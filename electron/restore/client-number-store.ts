// Which client numbers were given already: one that stands on a card or in a chat must not come to mean somebody else after a restore.

import type { Db } from '../core/database/database';
import { oneRow, runSql } from '../core/database/rows';

export function lastClientNumberOf(db: Db): number {
  return oneRow<{ n: number }>(db, 'SELECT last_client_number AS n FROM book')?.n ?? 0;
}

export function keepNumbersGiven(db: Db, last: number): void {
  runSql(db, 'UPDATE book SET last_client_number = max(last_client_number, ?)', [last]);
}
