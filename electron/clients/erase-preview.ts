// What goes with a client who is erased, and whose notes name them: said before it is done.

import type { AppContract } from '../../shared/contract';
import { MOST_NAMING, type ErasePreview } from '../../shared/clients/erase';
import type { Context, Services } from '../core/context';
import type { Db } from '../core/database/database';
import { oneRow } from '../core/database/rows';
import type { LiveSearch } from '../search/live-search';
import { withMatches } from './list';
import { withFields } from './list-fields';
import { clientRowId } from './own';
import { listClientRows } from './row-store';
import { getClient } from './store';

type Preview = Services<AppContract>['clients']['erasing'];

export function previewOf(search: LiveSearch): Preview {
  return ({ id }, context) => {
    const { name } = getClient(context, id);
    return { ...countOf(context.db, clientRowId(context, id)), naming: naming(search, context, name) };
  };
}

type Counts = Omit<ErasePreview, 'naming'>;

function countOf(db: Db, id: number): Counts {
  const none = { visits: 0, followUps: 0, preferences: 0, photos: 0, contacts: 0, patchTests: 0 };
  return oneRow<Counts>(db, COUNTS, { id }) ?? none;
}

const COUNTS = `SELECT
  (SELECT count(*) FROM visit WHERE client_id = :id) AS visits,
  (SELECT count(*) FROM follow_up WHERE client_id = :id) AS followUps,
  (SELECT count(*) FROM preference WHERE client_id = :id AND ended_at IS NULL) AS preferences,
  (SELECT count(*) FROM photo WHERE client_id = :id AND deleted_at IS NULL) AS photos,
  (SELECT count(*) FROM contact WHERE client_id = :id AND deleted_at IS NULL) AS contacts,
  (SELECT count(*) FROM patch_test WHERE client_id = :id) AS patchTests`;

/** Found as the search finds them; a name of one character stands in half the notes of a book. */
function naming(search: LiveSearch, context: Context, name: string): ErasePreview['naming'] {
  if ([...name].length < 2) return [];
  const ids = (['current', 'archived'] as const).flatMap((shelf) => search.find(context, name, shelf, MOST_NAMING * 4).ids);
  if (ids.length === 0) return [];
  const rows = withMatches(context, withFields(context, ids, listClientRows(context.db, ids, new Map())), name);
  return rows
    .filter(({ match }) => match?.field === 'note')
    .slice(0, MOST_NAMING)
    .map(({ id, name: theirs }) => ({ id, name: theirs }));
}
