// The rules of the contact log: nothing that lies ahead, and only who wrote an entry changes it.

import { instantOf, IsoInstant } from '../../shared/core/date';
import { Channel } from '../../shared/contacts/channel';
import { Began, type Contact, type ContactDraft } from '../../shared/contacts/contract';
import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { ContactId, FollowUpId } from '../../shared/ids';
import { clientRowIdOutOfBin } from '../clients/own';
import type { CommandContext, Context, Services } from '../core/context';
import { demand, sentBack } from '../core/demand';
import {
  getContact,
  insertContact,
  listChannelsOfFollowUps,
  listContactsBefore,
  updateContact,
  writerOf,
  type ContactQuestion,
  type ContactRecord,
  type ContactRow,
} from './store';

export const contactsService = {
  record({ clientId, draft }, context) {
    const { db, session, now } = context;
    const values = { ...valuesOf(draft, context), clientId: clientRowIdOutOfBin(context, clientId), by: session.name };
    return { id: ContactId.parse(insertContact(db, values, now)) };
  },
  update({ id, draft, began }, context) {
    const row = ownContact(context, id);
    if (began !== null && !stillStands(context, row, began)) throw new AppError('record.changed-meanwhile', { kind: 'contact' });
    const values = valuesOf(draft, context);
    updateContact(context.db, row.id, { ...values, said: sentBack(context, values.said, row.said) });
    return null;
  },
  remove({ id }, context) {
    updateContact(context.db, ownContact(context, id).id, { deletedAt: context.now });
    return null;
  },
} satisfies Services<AppContract>['contacts'];

/** The contact in which a follow-up was done, in the same act. */
export function logContact(
  context: CommandContext,
  { clientId, followUpId, channel, said }: { clientId: number; followUpId: number; channel: Channel; said: string },
): void {
  demand(context, 'clients', 'change');
  const { db, session, now } = context;
  insertContact(db, { clientId, followUpId, channel, began: 'us', said, by: session.name, at: now }, now);
}

/** Contacts of a client before an instant, newest first. */
export function contactsBefore(context: Pick<Context, 'db' | 'session'>, clientId: number, question: ContactQuestion): Contact[] {
  return listContactsBefore(context.db, clientId, question).map((row) => contactOf(context, row));
}

/** By which way each of these follow-ups was done, the latest one where there are several. */
export function channelsOfFollowUps({ db }: Pick<Context, 'db'>, followUps: readonly FollowUpId[]): ReadonlyMap<string, Channel> {
  return new Map(listChannelsOfFollowUps(db, followUps).map((row) => [row.follow_up_uid, Channel.parse(row.channel)]));
}

function ownContact(context: CommandContext, id: string): ContactRecord {
  const row = getContact(context, id);
  if (writerOf(context.db, row.id) !== context.session.accountId) throw refuse('contacts.not-yours');
  return row;
}

function valuesOf({ channel, began, said, on, time }: ContactDraft, { now }: Context) {
  const at = instantOf(on, time);
  // The form writes whole minutes: this one has begun.
  if (at > now) throw refuse('contacts.in-future');
  return { channel, began, said, at: at.slice(0, 16) === now.slice(0, 16) ? now : at };
}

/** Whether it is what a form showed: of hidden words it showed the mask, of the moment the minute. */
function stillStands(context: Context, row: ContactRecord, { channel, began, said, on, time }: ContactDraft): boolean {
  if (row.channel !== channel || row.began !== began || sentBack(context, said, row.said) !== row.said) return false;
  return instantOf(on, time).slice(0, 16) === row.at.slice(0, 16);
}

function contactOf({ session }: Pick<Context, 'session'>, row: ContactRow): Contact {
  const { uid, channel, began, said, by, at, follow_up_uid: followUp, writer } = row;
  return {
    id: ContactId.parse(uid),
    channel: Channel.catch('other').parse(channel),
    began: Began.catch('us').parse(began),
    said,
    by,
    at: IsoInstant.parse(at),
    followUpId: followUp === null ? null : FollowUpId.parse(followUp),
    own: writer !== null && writer === session.accountId,
  };
}
