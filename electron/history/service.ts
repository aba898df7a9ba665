// Takes acts back: one's own, or with the right to it those of others; never what changed people or their rights, because their keys changed too. Tells what was changed of a client.

import { IsoInstant } from '../../shared/core/date';
import { contract, type AppContract } from '../../shared/contract';
import type { Operation } from '../../shared/core/operation';
import { AppError, refuse } from '../../shared/errors';
import { ActId } from '../../shared/ids';
import { allows, reaches } from '../../shared/permissions';
import { clientRowId } from '../clients/own';
import type { Context, Services } from '../core/context';
import { undoAct } from '../core/database/journal';
import { clientChanges, showsAlerts } from './client-history';
import { deletedThings } from './deleted';
import { findAct, listActs, touchesFinalTables } from './store';

const MOST_CHANGES = 500;

export const historyService = {
  ofClient({ clientId, field }, context) {
    const changes = clientChanges(context, clientRowId(context, clientId));
    if (showsAlerts(changes)) context.trail.read('health-seen', clientId);
    if (field === null) return changes.slice(0, MOST_CHANGES);
    const ofField = changes.map((change) => ({ ...change, fields: change.fields.filter((one) => one.field === field) }));
    return ofField.filter(({ fields }) => fields.length > 0).slice(0, MOST_CHANGES);
  },
  recent: ({ limit }, context) =>
    listActs(context.db, limit, mayUndoOthers(context) ? null : context.session.accountId).map((row) => ({
      id: ActId.parse(row.uid),
      at: IsoInstant.parse(row.at),
      by: row.by ?? '',
      operation: row.operation,
      rows: row.rows,
      undone: row.undone === 1,
    })),
  deleted: (_input, context) => deletedThings(context, mayUndoOthers(context) ? null : context.session.accountId, permissionOf),
  undo({ actId }, context) {
    const { db, act, session, trail } = context;
    const target = findAct(db, actId);
    if (!target) throw refuse('history.nothing-to-undo');
    if (target.account_id !== session.accountId && !mayUndoOthers(context)) throw refuse('history.not-yours');
    if (touchesFinalTables(db, target.id)) throw refuse('history.final');
    const permission = permissionOf(target.operation);
    if (!allows(session.rights, permission)) throw new AppError('session.not-allowed', { permission });
    trail.note({ undoes: target.operation });
    return { rows: undoAct(db, actId, act) };
  },
} satisfies Services<AppContract>['history'];

function mayUndoOthers({ session: { rights } }: Context): boolean {
  return rights.owner || reaches(rights.levels, 'undo-others', 'change');
}

/** What the act itself asked for: whoever may no longer do it may not take it back either. What the app did alone is the owner's. */
function permissionOf(path: string): string {
  const [feature = '', verb = ''] = path.split('.');
  const operations: Readonly<Record<string, Readonly<Record<string, Operation>>>> = contract;
  const found = Object.hasOwn(operations, feature) ? operations[feature] : undefined;
  return (found && Object.hasOwn(found, verb) ? found[verb]?.permission : undefined) ?? 'owner';
}
