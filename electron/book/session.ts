// Who is signed in, as the book knows them.

import { refuse } from '../../shared/errors';
import type { Session } from '../core/context';
import type { Db } from '../core/database/database';
import { findEnabledAccount } from './store';

/** Refuses an account the book does not know or has disabled. */
export function sessionOf(db: Db, accountUid: string): Session {
  const row = findEnabledAccount(db, accountUid);
  if (!row) throw refuse('keys.no-account');
  return { accountId: row.id, accountUid, name: row.name, role: row.role };
}
