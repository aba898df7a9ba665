// What an act changed, column by column, from the journal; what this session may not see stays hidden.

import { z } from 'zod';
import type { AuditChange } from '../../shared/audit/contract';
import { reaches } from '../../shared/permissions';
import type { Context } from '../core/context';
import { allRows, oneRow } from '../core/database/rows';
import { isOwn } from '../clients/own';
import type { ChainRow } from './chain';

const Values = z.record(z.string(), z.json());
type Values = z.infer<typeof Values>;

/** An import changes more than anybody reads. */
const MOST_ROWS = 200;

export function changesOf(context: Context, { act_id, client_uid }: ChainRow): AuditChange[] {
  if (act_id === null || !mayLook(context, client_uid)) return [];
  const rows = allRows<{ table_name: string; kind: string; row_uid: string; before: string | null; after: string | null }>(
    context.db,
    'SELECT table_name, kind, row_uid, before, after FROM journal WHERE act_id = ? ORDER BY id LIMIT ?',
    [act_id, MOST_ROWS],
  );
  return rows.flatMap(({ table_name, kind, before, after }) => {
    const [from, to] = [valuesOf(before), valuesOf(after)];
    const columns = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((column) => !SILENT.has(column));
    const change = (column: string): AuditChange => ({
      table: table_name,
      kind: kindOf(kind),
      column,
      ...(isHidden(context, table_name, column)
        ? { from: null, to: null, hidden: true }
        : { from: from[column] ?? null, to: to[column] ?? null, hidden: false }),
    });
    return columns.length === 0 ? [{ ...change(''), from: null, to: null }] : columns.map(change);
  });
}

/** Whose client it is not, and who sees no clients, sees that there was a change and not which. */
function mayLook({ db, session }: Context, clientUid: string | null): boolean {
  if (session.rights.levels.clients === 'none') return false;
  if (clientUid === null) return !session.rights.ownClientsOnly;
  const client = oneRow<{ id: number }>(db, 'SELECT id FROM client WHERE uid = ?', [clientUid]);
  return client ? isOwn(db, session, client.id) : !session.rights.ownClientsOnly;
}

/** Row ids and stamps say nothing to a reader. */
const SILENT = new Set([
  'id',
  'uid',
  'client_id',
  'visit_id',
  'staff_id',
  'tier_id',
  'tag_id',
  'service_id',
  'product_id',
  'import_id',
  'other_id',
  'referred_by_id',
  'follow_up_id',
  'created_at',
  'updated_at',
  'sort',
  'pinyin',
]);

const CONTACT = new Set(['wechat', 'email', 'address']);

function isHidden({ session }: Context, table: string, column: string): boolean {
  const { levels } = session.rights;
  const sees = (right: 'contact' | 'health' | 'money') => reaches(levels, right, 'see');
  // Sealed texts are nobody's to read here; they stand on the client's page.
  if (column === 'sealed') return true;
  if (table === 'client_phone' || (table === 'client' && CONTACT.has(column))) return !sees('contact');
  if (table === 'import_remark' || table === 'setting' || table === 'preference') return !sees('contact') || !sees('health');
  return column.endsWith('_cents') && !sees('money');
}

function valuesOf(json: string | null): Values {
  return json === null ? {} : Values.parse(JSON.parse(json));
}

function kindOf(kind: string): AuditChange['kind'] {
  return kind === 'insert' || kind === 'delete' ? kind : 'update';
}
