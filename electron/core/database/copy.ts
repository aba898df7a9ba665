// A second book file made from an open one, and believed only after it was opened and checked.

import { existsSync, rmSync } from 'node:fs';
import { AppError } from '../../../shared/errors';
import { connect, pragmaValue, settleReader, type BookAccess, type BookConnection } from './connection';
import { beginsWithSalt } from './pages';
import { failureOf } from './failures';

/** Writes an encrypted copy under the same key, opens it again and checks every page; a copy that fails is removed. */
export function copyVerified(db: BookConnection, target: string, access: BookAccess): void {
  if (existsSync(target)) throw new AppError('book.already-exists', {});
  try {
    db.prepare('VACUUM INTO ?').run(target);
    verifyCopy(db, target, access);
  } catch (error) {
    rmSync(target, { force: true });
    throw failureOf(error) ?? error;
  }
}

/** SQLite's own look at every page: undefined when all is well, else the first thing it found. */
export function findDamage(db: BookConnection): string | undefined {
  const answer = pragmaValue(db, 'quick_check(1)');
  return answer === 'ok' ? undefined : answer;
}

function verifyCopy(db: BookConnection, target: string, access: BookAccess): void {
  if (!beginsWithSalt(target, access.salt)) throw new Error('the copy is not encrypted');
  const copy = connect(target, access, { readonly: true, mustExist: true });
  try {
    settleReader(copy);
    const found = findDamage(copy);
    if (found !== undefined) throw new AppError('book.damaged', { found, aside: null });
    for (const name of ['application_id', 'user_version']) {
      if (pragmaValue(copy, name) !== pragmaValue(db, name)) throw new AppError('book.damaged', { found: name, aside: null });
    }
  } finally {
    copy.close();
  }
}
