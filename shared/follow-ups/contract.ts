// Follow-ups 回访: a promise to get back to a client, and what came of it.

import { z } from 'zod';
import { IsoDate, IsoInstant } from '../core/date';
import { contactText } from '../core/marks';
import { command, query } from '../core/operation';
import { LongText } from '../core/text';
import { Channel } from '../contacts/channel';
import { ClientRow } from '../clients/contract';
import { ClientId, FollowUpId, StaffId, VisitId } from '../ids';

export const FOLLOW_UP_KINDS = [
  'after-service',
  'first-visit',
  'rebook',
  'birthday',
  'missed',
  'package',
  'complaint',
  'verify',
  'other',
] as const;
export const FollowUpKind = z.enum(FOLLOW_UP_KINDS);
export type FollowUpKind = z.infer<typeof FollowUpKind>;

/** 都好 · 已约 · 没接通 · 其他 */
export const Outcome = z.enum(['well', 'booked', 'no-answer', 'problem', 'other']);
export type Outcome = z.infer<typeof Outcome>;

export const FollowUpDraft = z.object({
  clientId: ClientId,
  kind: FollowUpKind,
  dueOn: IsoDate,
  staffId: StaffId.nullable(),
  note: LongText(400),
});
export type FollowUpDraft = z.infer<typeof FollowUpDraft>;

export const FollowUp = z.object({
  id: FollowUpId,
  clientId: ClientId,
  kind: FollowUpKind,
  dueOn: IsoDate,
  staff: z.object({ id: StaffId, name: z.string() }).nullable(),
  note: z.string(),
  state: z.enum(['open', 'done', 'dropped']),
  outcome: Outcome.nullable(),
  /** What was said, or why it was dropped. */
  outcomeNote: z.string().nullable(),
  closedAt: IsoInstant.nullable(),
  closedBy: z.string().nullable(),
  snoozed: z.number().int(),
  visitId: VisitId.nullable(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** A line of the board: the promise and the client it was made to. */
export const BoardLine = FollowUp.extend({ client: ClientRow, wechat: contactText() });
export type BoardLine = z.infer<typeof BoardLine>;

const one = z.object({ id: FollowUpId });

export const followUpsContract = {
  /** Open ones that are due up to and including `until`, earliest first; at most 500. */
  board: query({
    permission: 'follow-ups.see',
    input: z.object({ until: IsoDate, staffId: StaffId.nullable() }),
    output: z.object({ lines: z.array(BoardLine), doneToday: z.number().int(), nextDueOn: IsoDate.nullable(), dueNow: z.number().int() }),
  }),
  create: command({ permission: 'follow-ups.change', input: FollowUpDraft, output: z.object({ id: FollowUpId }) }),
  /** `began`: what the form showed when it was opened; null writes over whatever is there. */
  update: command({
    permission: 'follow-ups.change',
    input: z.object({ id: FollowUpId, draft: FollowUpDraft, began: FollowUpDraft.omit({ clientId: true }).nullable().default(null) }),
    output: z.null(),
  }),
  complete: command({
    permission: 'follow-ups.change',
    /** With a channel, the contact is logged in the same act. */
    input: one.extend({ outcome: Outcome, note: LongText(2000).nullable(), channel: Channel.nullable().default(null) }),
    output: z.null(),
  }),
  snooze: command({ permission: 'follow-ups.change', input: one.extend({ until: IsoDate }), output: z.null() }),
  drop: command({ permission: 'follow-ups.change', input: one.extend({ reason: LongText(400).min(1) }), output: z.null() }),
};
