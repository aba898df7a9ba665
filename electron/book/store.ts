// Reads accounts: who may open the book.

import type { Db } from '../core/database/database';
import { oneRow } from '../core/database/rows';

export interface AccountRow {
  readonly id: number;
  readonly name: string;
  readonly role: string;
}

export function findEnabledAccount(db: Db, uid: string): AccountRow | undefined {
  return oneRow(db, 'SELECT id, name, role FROM account WHERE uid = ? AND disabled_at IS NULL', [uid]);
}
