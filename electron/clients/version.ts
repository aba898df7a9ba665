// What a form of a client began from: changes with every row this person's form can change, and tells nothing of what they may not know.

import type { Context } from '../core/context';
import { oneRow } from '../core/database/rows';
import { may } from '../core/demand';
import type { ClientRecord } from './store';

/**
 * The last entry of the journal about any of these rows, and how many rows there are: one that was taken away has no row any more.
 * Asked row by row: joined, SQLite may go through the whole journal from its end instead.
 */
const VERSION = `
  WITH part (uid) AS (
    SELECT :uid UNION ALL SELECT uid FROM client_tag WHERE client_id = :id UNION ALL SELECT uid FROM client_field_value WHERE client_id = :id
    UNION ALL SELECT uid FROM client_phone WHERE client_id = :id AND :contact
    UNION ALL SELECT uid FROM preference WHERE client_id = :id AND :health AND kind NOT IN ('like', 'dislike', 'note'))
  SELECT (SELECT count(*) FROM part) AS parts, (SELECT max((SELECT max(j.id) FROM journal j WHERE j.row_uid = part.uid)) FROM part) AS entry`;

export function versionOf(context: Pick<Context, 'db' | 'session'>, { id, uid }: Pick<ClientRecord, 'id' | 'uid'>): string {
  const sees = (right: 'contact' | 'health') => (may(context, right, 'change') ? 1 : 0);
  const found = oneRow<{ parts: number; entry: number | null }>(context.db, VERSION, {
    ...{ id, uid },
    ...{ contact: sees('contact'), health: sees('health') },
  });
  return `${found?.entry ?? 0}.${found?.parts ?? 0}`;
}
