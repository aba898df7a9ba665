// The bin: what was deleted in the last 30 days, as far as this session may bring it back.

import { daysBetween, IsoDate, IsoInstant, isoInstant, todayAt } from '../../shared/core/date';
import type { Deleted, DeletedKind } from '../../shared/history/contract';
import { ActId, ClientId } from '../../shared/ids';
import { allows } from '../../shared/permissions';
import { DAYS_IN_BIN } from '../../shared/photos/limits';
import { ownClients } from '../clients/own';
import type { Context } from '../core/context';
import { may } from '../core/demand';
import { listDeleted } from './deleted-store';

const MOST = 300;
const DAY = 86_400_000;

const KINDS: Readonly<Record<string, DeletedKind>> = {
  'clients.remove': 'client',
  'visits.remove': 'visit',
  'contacts.remove': 'contact',
  'photos.remove': 'photo',
  'preferences.end': 'preference',
  'patchTests.remove': 'patch-test',
  'relations.remove': 'relation',
};

export function deletedThings(context: Context, accountId: number | null, permissionOf: (operation: string) => string): Deleted[] {
  const { db, now, session } = context;
  const since = isoInstant(new Date(Date.parse(now) - DAYS_IN_BIN * DAY));
  const seesHealth = may(context, 'health', 'see');
  return listDeleted(db, { since, accountId, own: ownClients(session, 'o'), limit: MOST }).flatMap((row): Deleted[] => {
    const kind = KINDS[row.operation];
    if (!kind || !allows(session.rights, permissionOf(row.operation)) || (row.health === 1 && !seesHealth)) return [];
    const at = IsoInstant.parse(row.at);
    return [
      {
        ...{ actId: ActId.parse(row.act), kind, at, by: row.by ?? '' },
        client: { id: ClientId.parse(row.client_uid), number: row.number, name: row.name },
        on: row.happened_on === null ? null : IsoDate.parse(row.happened_on),
        daysLeft: Math.max(0, DAYS_IN_BIN - daysBetween(todayAt(new Date(at)), context.today)),
      },
    ];
  });
}
