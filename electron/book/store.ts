// Who is signed in, as the book knows them.

import { refuse } from '../../shared/errors';
import type { Session } from '../core/context';
import type { Db } from '../core/database/database';
import { oneRow } from '../core/database/rows';

/** Refuses an account the book does not know or has disabled. */
export function sessionOf(db: Db, accountUid: string): Session {
  const row = oneRow<{ id: number; name: string; role: string }>(
    db,
    'SELECT id, name, role FROM account WHERE uid = ? AND disabled_at IS NULL',
    [accountUid],
  );
  if (!row) throw refuse('keys.no-account');
  return { accountId: row.id, accountUid, name: row.name, role: row.role };
}
