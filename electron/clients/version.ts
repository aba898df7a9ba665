// What a form of a client began from; tells nothing of what this person may not know.

import type { Context } from '../core/context';
import { versionOfRows } from '../core/database/version';
import { may } from '../core/demand';
import type { ClientRecord } from './store';

const PARTS = `
  SELECT :uid UNION ALL SELECT uid FROM client_tag WHERE client_id = :id UNION ALL SELECT uid FROM client_field_value WHERE client_id = :id
  UNION ALL SELECT uid FROM client_phone WHERE client_id = :id AND :contact
  UNION ALL SELECT uid FROM preference WHERE client_id = :id AND :health AND kind NOT IN ('like', 'dislike', 'note')`;

export function versionOf(context: Pick<Context, 'db' | 'session'>, { id, uid }: Pick<ClientRecord, 'id' | 'uid'>): string {
  const sees = (right: 'contact' | 'health') => (may(context, right, 'change') ? 1 : 0);
  return versionOfRows(context.db, PARTS, { id, uid, contact: sees('contact'), health: sees('health') });
}
