// The rules of relations: both sides see the same bond in their own words, nobody sends themselves, and whom a session may not know of has no name.

import { Gender } from '../../shared/clients/contract';
import { HIDDEN } from '../../shared/core/marks';
import { cents } from '../../shared/core/money';
import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { ClientId, RelationId } from '../../shared/ids';
import type { Known, Relation } from '../../shared/relations/contract';
import { RelationKind, seenFromOther } from '../../shared/relations/kinds';
import { clientRowId, clientRowIdOutOfBin, isOwn, ownClients } from '../clients/own';
import type { Context, Services } from '../core/context';
import { may } from '../core/demand';
import { alertKinds } from '../preferences/service';
import {
  areRelated,
  deleteRelation,
  findReferrer,
  genderOf,
  getPerson,
  getRelation,
  insertRelation,
  listAbove,
  listRelations,
  listSentBy,
  saveReferrer,
  sumsBelow,
  updateRelation,
  type PersonRow,
  type RelationRow,
} from './store';
import { treeAround } from './tree';

export const relationsService = {
  of({ clientId }, context) {
    const { db } = context;
    const id = clientRowId(context, clientId);
    const by = findReferrer(db, id);
    const { people, spent } = sumsBelow(db, id, ownClients(context.session, 'below'));
    return {
      relations: listRelations(db, id).map((row) => relationOf(context, row)),
      referredBy: by === null ? null : { client: knownById(context, by) },
      below: people,
      sent: listSentBy(db, id).filter((row) => isOwn(db, context.session, row.id)).length,
      spentCents: cents(may(context, 'visits', 'see') ? spent : 0),
    };
  },
  tree: ({ clientId }, context) => treeAround(context, clientRowId(context, clientId)),
  add({ clientId, otherId, kind, note }, context) {
    const { db, now } = context;
    const [one, other] = [clientRowIdOutOfBin(context, clientId), clientRowIdOutOfBin(context, otherId)];
    if (one === other) throw refuse('relations.oneself');
    if (areRelated(db, one, other, { kind, turned: turned(db, kind, one) })) throw refuse('relations.known');
    return { id: RelationId.parse(insertRelation(db, { clientId: one, otherId: other, kind, note }, now)) };
  },
  update({ id, clientId, kind, note, began }, context) {
    const row = getRelation(context, id);
    const from = clientRowId(context, clientId);
    if (began !== null && !stillStands(context, from, id, began)) throw new AppError('record.changed-meanwhile', { kind: 'relation' });
    // Written from the other side, it is kept as it is seen from there.
    const stored = row.clientId === from ? kind : turned(context.db, kind, from);
    updateRelation(context.db, row.id, { kind: stored, note });
    return null;
  },
  remove({ id }, context) {
    deleteRelation(context.db, getRelation(context, id).id);
    return null;
  },
  refer({ clientId, byId }, context) {
    const { db, now } = context;
    const id = clientRowIdOutOfBin(context, clientId);
    const by = byId === null ? null : clientRowIdOutOfBin(context, byId);
    if (by === id) throw refuse('relations.oneself');
    if (by !== null && listAbove(db, by).includes(id))
      throw new AppError('relations.circle', { name: knownById(context, by)?.name ?? HIDDEN });
    saveReferrer(db, id, by, now);
    return null;
  },
} satisfies Services<AppContract>['relations'];

function turned(db: Context['db'], kind: RelationKind, clientId: number): RelationKind {
  return seenFromOther(kind, Gender.nullable().catch(null).parse(genderOf(db, clientId)));
}

/** Whether it is what a form showed, from the side it was shown from. */
function stillStands(context: Context, from: number, id: RelationId, began: Pick<Relation, 'kind' | 'note'>): boolean {
  const row = listRelations(context.db, from).find((one) => one.relation_uid === id);
  const now = row && relationOf(context, row);
  return now?.kind === began.kind && now.note === began.note;
}

function relationOf(context: Context, row: RelationRow): Relation {
  const kind = RelationKind.catch('other').parse(row.kind);
  // The word is for the other one: a row written from their side says what I am to them.
  const shown = row.turned === 1 ? seenFromOther(kind, Gender.nullable().catch(null).parse(row.other_gender)) : kind;
  const client = known(context, row);
  return { id: RelationId.parse(row.relation_uid), kind: shown, note: client === null ? null : row.note, client };
}

function knownById(context: Context, id: number): Known | null {
  const row = getPerson(context.db, id);
  return row && row.binned === 0 ? known(context, row) : null;
}

function known(context: Context, { id, uid, number, name }: PersonRow): Known | null {
  if (!isOwn(context.db, context.session, id)) return null;
  return { id: ClientId.parse(uid), number, name, alerts: alertKinds(context, [id]).get(id) ?? [] };
}
