// What belongs to the shop and is taken away takes along what anybody left unfinished about it: there is no form any more to find it in.

import type { Db } from '../core/database/database';
import { deleteDraftsOf, deleteDraftsUnder } from './store';

/** `id` is the one the forms know it by. */
export function dropDraftsAbout(db: Db, what: 'tag' | 'field' | 'role' | 'account', id: string): void {
  deleteDraftsUnder(db, `${what}:${id}`);
}

/** Whoever never signs in again goes on with nothing. */
export function dropDraftsOf(db: Db, accountId: number): void {
  deleteDraftsOf(db, accountId);
}
