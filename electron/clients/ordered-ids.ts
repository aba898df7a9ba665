// All row ids of a client list in its order, for whoever writes the whole list down: a worker has its own connection and no services.

import type { Db } from '../core/database/database';
import { listClientIds, type ListQuestion } from './list-store';

export type { ListQuestion };

/** SQLite takes a negative limit for none. */
export function orderedClientIds(db: Db, question: ListQuestion): number[] {
  return listClientIds(db, question, 0, -1);
}
