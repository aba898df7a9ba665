// Which of the shop's own fields a person has as columns of their list. Not journaled: it is how they like their screen.

import { z } from 'zod';
import type { AppContract } from '../../shared/contract';
import { ClientFieldId } from '../../shared/ids';
import type { Services } from '../core/context';
import { oneRow, runSql } from '../core/database/rows';

const KEY = 'client-columns';

type Columns = Pick<Services<AppContract>['clients'], 'columns' | 'showColumns'>;

export const columnChoice: Columns = {
  columns(_input, { db, session }) {
    const row = oneRow<{ value: string }>(db, 'SELECT value FROM account_choice WHERE account_id = ? AND key = ?', [
      session.accountId,
      KEY,
    ]);
    return { fields: z.array(ClientFieldId).parse(JSON.parse(row?.value ?? '[]')) };
  },
  showColumns({ fields }, { db, session }) {
    runSql(
      db,
      'INSERT INTO account_choice (account_id, key, value) VALUES (?, ?, ?) ON CONFLICT (account_id, key) DO UPDATE SET value = excluded.value',
      [session.accountId, KEY, JSON.stringify(fields)],
    );
    return null;
  },
};
