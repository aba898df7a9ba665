// Changes of many clients in one act, which one undo takes back: one statement for all of them, and nothing written where nothing changes.

import type { AppContract } from '../../shared/contract';
import type { CommandContext, Services } from '../core/context';
import { optionalRowId } from '../core/database/identity';
import { archiveClients, assignClients, setTierOf } from './bulk-store';
import { clientRowIdOutOfBin } from './own';

type Bulk = Pick<Services<AppContract>['clients'], 'assign' | 'setTier' | 'archiveAll'>;

export const bulkChanges: Bulk = {
  assign({ ids, staffId }, context) {
    assignClients(context.db, rowIds(context, ids), optionalRowId(context.db, 'staff', staffId), context.now);
    return null;
  },
  setTier({ ids, tierId }, context) {
    setTierOf(context.db, rowIds(context, ids), optionalRowId(context.db, 'tier', tierId), context.now);
    return null;
  },
  archiveAll({ ids }, context) {
    archiveClients(context.db, rowIds(context, ids), context.now);
    return null;
  },
};

function rowIds(context: CommandContext, ids: readonly string[]): number[] {
  return ids.map((id) => clientRowIdOutOfBin(context, id));
}
