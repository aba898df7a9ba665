// What each person looks at on a timeline; not journaled.

import type { Db } from '../core/database/database';
import { oneRow, runSql } from '../core/database/rows';

const KEY = 'timeline.kind';

export function findShownKind(db: Db, accountId: number): string | undefined {
  return oneRow<{ value: string }>(db, 'SELECT value FROM account_choice WHERE account_id = ? AND key = ?', [accountId, KEY])?.value;
}

export function saveShownKind(db: Db, accountId: number, kind: string): void {
  runSql(
    db,
    'INSERT INTO account_choice (account_id, key, value) VALUES (?, ?, ?) ON CONFLICT (account_id, key) DO UPDATE SET value = excluded.value',
    [accountId, KEY, kind],
  );
}
