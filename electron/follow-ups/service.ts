// The rules of follow-ups: promised for a day that has not passed, closed once, with an outcome or a reason.

import { addDays, IsoDate, IsoInstant, startOfDay } from '../../shared/core/date';
import type { PromisesQuestion } from '../../shared/exports/contract';
import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { FollowUpKind, FollowUp, Outcome, type BoardLine, type FollowUpDraft } from '../../shared/follow-ups/contract';
import { ClientId, FollowUpId, StaffId, VisitId } from '../../shared/ids';
import type { PromisedFollowUp } from '../../shared/visits/contract';
import { clientRowIdOutOfBin, ownClients } from '../clients/own';
import { logContact } from '../contacts/service';
import type { CommandContext, Context, Services } from '../core/context';
import { optionalRowId } from '../core/database/identity';
import { sentBack } from '../core/demand';
import {
  countClosedSince,
  countOpenUntil,
  deleteOpenFollowUpsOf,
  findNextDue,
  getFollowUp,
  insertFollowUp,
  listClosedFollowUpsOf,
  listOpenFollowUpsOf,
  listOpenFollowUps,
  updateFollowUp,
  type FollowUpRecord,
  type FollowUpRow,
} from './store';

export function createFollowUpsService(clientRows: (ids: readonly number[], context: Context) => BoardLine['client'][]) {
  return {
    board({ until, staffId }, context) {
      const { db, today } = context;
      const own = ownClients(context.session);
      const rows = listOpenFollowUps(db, until, staffId, own, 500);
      const clients = new Map(clientRows([...new Set(rows.map((row) => row.client_id))], context).map((row) => [row.id, row]));
      const lines = rows.flatMap((row): BoardLine[] => {
        const client = clients.get(ClientId.parse(row.client_uid));
        return client ? [{ ...followUpOf(row), client, wechat: row.wechat }] : [];
      });
      const next = findNextDue(db, until, own);
      return {
        lines,
        doneToday: countClosedSince(db, startOfDay(today), ownClients(context.session, 'f', 'client_id')),
        nextDueOn: next === null ? null : IsoDate.parse(next),
        dueNow: countOpenUntil(db, today, own),
      };
    },
    create({ clientId, kind, dueOn, staffId, note }, context) {
      refusePast(context, dueOn);
      const { db, now } = context;
      const values = { clientId: clientRowIdOutOfBin(context, clientId), kind, dueOn, note, staffId: optionalRowId(db, 'staff', staffId) };
      return { id: FollowUpId.parse(insertFollowUp(db, values, now)) };
    },
    update({ id, draft, began }, context) {
      const row = openOne(context, id);
      if (began !== null && !stillStands(context, row, began)) throw refuse('follow-ups.changed-meanwhile');
      if (draft.dueOn !== row.dueOn) refusePast(context, draft.dueOn);
      const { kind, dueOn, staffId } = draft;
      const note = sentBack(context, draft.note, row.note);
      updateFollowUp(context.db, row.id, { kind, dueOn, note, staffId: optionalRowId(context.db, 'staff', staffId) });
      return null;
    },
    complete({ id, outcome, note, channel }, context) {
      const { id: followUpId, clientId } = openOne(context, id);
      if (channel !== null) logContact(context, { clientId, followUpId, channel, said: note ?? '' });
      return close(context, id, { state: 'done', outcome, outcomeNote: note === '' ? null : note });
    },
    snooze({ id, until }, context) {
      refusePast(context, until);
      const row = openOne(context, id);
      updateFollowUp(context.db, row.id, { dueOn: until, snoozed: row.snoozed + 1 });
      return null;
    },
    drop: ({ id, reason }, context) => close(context, id, { state: 'dropped', outcomeNote: reason }),
  } satisfies Services<AppContract>['followUps'];
}

/** The follow-up promised while a visit is recorded, in the same act. */
export function promiseFollowUp(context: CommandContext, clientId: number, visitId: number, promise: PromisedFollowUp): FollowUpId {
  refusePast(context, promise.dueOn);
  const { db, now } = context;
  const { kind, dueOn, note, staffId } = promise;
  return FollowUpId.parse(insertFollowUp(db, { clientId, visitId, kind, dueOn, note, staffId: optionalRowId(db, 'staff', staffId) }, now));
}

/** Takes the promises made with a visit off the board, in the act that removes the visit. */
export function withdrawPromises({ db }: CommandContext, visitId: number): void {
  deleteOpenFollowUpsOf(db, visitId);
}

/** Row ids of all that the board would list, without its limit, in its order. */
export function openFollowUpIds(context: Pick<Context, 'db' | 'session'>, { until, staffId }: PromisesQuestion): number[] {
  return listOpenFollowUps(context.db, until, staffId, ownClients(context.session), -1).map(({ id }) => id);
}

/** What was promised a client and still stands, soonest first. */
export function openFollowUpsOf({ db }: Pick<Context, 'db'>, clientId: number): FollowUp[] {
  return listOpenFollowUpsOf(db, clientId).map(followUpOf);
}

export function closedFollowUpsOf({ db }: Pick<Context, 'db'>, clientId: number, question: { before: string; limit: number }): FollowUp[] {
  return listClosedFollowUpsOf(db, clientId, question).map(followUpOf);
}

function close(context: CommandContext, id: FollowUpId, values: { state: string; outcome?: string; outcomeNote: string | null }): null {
  const row = openOne(context, id);
  updateFollowUp(context.db, row.id, { ...values, closedAt: context.now, closedBy: context.session.name });
  return null;
}

function openOne(context: Context, id: FollowUpId): FollowUpRecord {
  const row = getFollowUp(context, id);
  if (row.state !== 'open') throw refuse('follow-ups.closed');
  return row;
}

/** Whether the promise is what a form showed: of hidden words it showed the mask. */
function stillStands(context: Context, row: FollowUpRecord, began: Omit<FollowUpDraft, 'clientId'>): boolean {
  if (row.kind !== began.kind || row.dueOn !== began.dueOn) return false;
  return row.staffId === optionalRowId(context.db, 'staff', began.staffId) && sentBack(context, began.note, row.note) === row.note;
}

function refusePast({ today }: Context, on: IsoDate): void {
  if (on < today) throw new AppError('follow-ups.due-in-past', { on });
  if (on > addDays(today, 3660)) throw new AppError('follow-ups.too-far', { on });
}

function followUpOf(row: FollowUpRow): FollowUp {
  return {
    id: FollowUpId.parse(row.uid),
    clientId: ClientId.parse(row.client_uid),
    kind: FollowUpKind.parse(row.kind),
    dueOn: IsoDate.parse(row.due_on),
    staff: row.staff_uid === null ? null : { id: StaffId.parse(row.staff_uid), name: row.staff_name ?? '' },
    note: row.note,
    state: FollowUp.shape.state.parse(row.state),
    outcome: Outcome.nullable().parse(row.outcome),
    outcomeNote: row.outcome_note,
    closedAt: row.closed_at === null ? null : IsoInstant.parse(row.closed_at),
    closedBy: row.closed_by,
    snoozed: row.snoozed,
    visitId: row.visit_uid === null ? null : VisitId.parse(row.visit_uid),
  };
}
