// Contacts 联系记录: who spoke to a client, by which way, who began, and what was said.

import { z } from 'zod';
import { IsoDate, IsoInstant } from '../core/date';
import { command } from '../core/operation';
import { LongText } from '../core/text';
import { ClientId, ContactId, FollowUpId } from '../ids';
import { ClockTime } from '../visits/contract';
import { Channel } from './channel';

export const Began = z.enum(['us', 'client']);
export type Began = z.infer<typeof Began>;

export const ContactDraft = z.object({
  channel: Channel,
  began: Began,
  said: LongText(2000).min(1, { error: 'text.empty' }),
  on: IsoDate,
  time: ClockTime,
});
export type ContactDraft = z.infer<typeof ContactDraft>;

export const Contact = z.object({
  id: ContactId,
  channel: Channel,
  began: Began,
  /** Empty when a follow-up was done without a word about it. */
  said: z.string(),
  by: z.string(),
  at: IsoInstant,
  /** The follow-up it was part of. */
  followUpId: FollowUpId.nullable(),
  /** Who is signed in wrote it, and may change it. */
  own: z.boolean(),
});
export type Contact = z.infer<typeof Contact>;

export const contactsContract = {
  record: command({
    permission: 'clients.change',
    input: z.object({ clientId: ClientId, draft: ContactDraft }),
    output: z.object({ id: ContactId }),
  }),
  /** One's own only; the old text stays in the journal. `began`: what stood there when the change began, refused when that is no more. */
  update: command({
    permission: 'clients.change',
    input: z.object({ id: ContactId, draft: ContactDraft, began: ContactDraft.nullable().default(null) }),
    output: z.null(),
  }),
  /** To the bin: one's own only; can be taken back. */
  remove: command({ permission: 'clients.change', input: z.object({ id: ContactId }), output: z.null() }),
};
