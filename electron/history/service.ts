// Takes acts back.

import { IsoInstant } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import { ActId } from '../../shared/ids';
import type { Services } from '../core/context';
import { undoAct } from '../core/database/journal';
import { listActs } from './store';

export const historyService = {
  recent: ({ limit }, { db }) =>
    listActs(db, limit).map((row) => ({
      id: ActId.parse(row.uid),
      at: IsoInstant.parse(row.at),
      by: row.by ?? '',
      operation: row.operation,
      rows: row.rows,
      undone: row.undone === 1,
    })),
  undo: ({ actId }, { db, act }) => ({ rows: undoAct(db, actId, act) }),
} satisfies Services<AppContract>['history'];
