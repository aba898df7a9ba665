// Which columns a person has in their list. Not journaled: it is how they like their screen.

import { z } from 'zod';
import { ChosenColumns } from '../../shared/clients/contract';
import type { AppContract } from '../../shared/contract';
import { ClientFieldId } from '../../shared/ids';
import type { Services } from '../core/context';
import { oneRow, runSql } from '../core/database/rows';

const KEY = 'client-columns';

/** Before standard columns could be left out, only the fields were kept. */
const Kept = z.union([z.array(ClientFieldId), ChosenColumns]);

type Columns = Pick<Services<AppContract>['clients'], 'columns' | 'showColumns'>;

export const columnChoice: Columns = {
  columns(_input, { db, session }) {
    const row = oneRow<{ value: string }>(db, 'SELECT value FROM account_choice WHERE account_id = ? AND key = ?', [
      session.accountId,
      KEY,
    ]);
    const kept = Kept.parse(JSON.parse(row?.value ?? '[]'));
    return Array.isArray(kept) ? { fields: kept, hidden: [] } : kept;
  },
  showColumns(columns, { db, session }) {
    runSql(
      db,
      'INSERT INTO account_choice (account_id, key, value) VALUES (?, ?, ?) ON CONFLICT (account_id, key) DO UPDATE SET value = excluded.value',
      [session.accountId, KEY, JSON.stringify(columns)],
    );
    return null;
  },
};
