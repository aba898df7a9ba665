// Clients of this book whom other backups know as erased.

import type { Db } from '../core/database/database';
import { allRows } from '../core/database/rows';

export function erasedHere(db: Db, uids: readonly string[]): { readonly uid: string; readonly number: string }[] {
  return allRows(db, 'SELECT uid, number FROM client WHERE uid IN (SELECT value FROM json_each(?))', [JSON.stringify(uids)]);
}
