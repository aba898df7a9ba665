// The timeline of one client: everything that happened, newest first.

import { z } from 'zod';
import { Channel } from '../contacts/channel';
import { Contact } from '../contacts/contract';
import { IsoDate, IsoInstant } from '../core/date';
import { command, query } from '../core/operation';
import { FollowUp } from '../follow-ups/contract';
import { ClientChange } from '../history/contract';
import { ClientId } from '../ids';
import { Photo } from '../photos/contract';
import { Preference } from '../preferences/contract';
import { Visit } from '../visits/contract';

const place = { on: IsoDate, at: IsoInstant };

export const TimelineItem = z.discriminatedUnion('type', [
  z.object({ type: z.literal('visit'), ...place, visit: Visit }),
  z.object({ type: z.literal('note'), ...place, note: Preference }),
  /** `channel`: by which way it was done, as far as it was said. */
  z.object({ type: z.literal('follow-up'), ...place, followUp: FollowUp, channel: Channel.nullable() }),
  z.object({ type: z.literal('contact'), ...place, contact: Contact }),
  z.object({ type: z.literal('change'), ...place, change: ClientChange }),
  /** All of one day. */
  z.object({ type: z.literal('photo'), ...place, photos: z.array(Photo.pick({ id: true, kind: true })) }),
]);
export type TimelineItem = z.infer<typeof TimelineItem>;

export const TIMELINE_KINDS = ['all', 'visit', 'contact', 'follow-up', 'note', 'photo', 'change'] as const;
export const TimelineKind = z.enum(TIMELINE_KINDS);
export type TimelineKind = z.infer<typeof TimelineKind>;

export const timelineContract = {
  /** `before` is the `at` of the last item held; null starts at the newest. Open follow-ups come first, whatever their date. */
  of: query({
    permission: 'clients.see',
    input: z.object({
      clientId: ClientId,
      kind: TimelineKind,
      before: IsoInstant.nullable(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ items: z.array(TimelineItem), more: z.boolean() }),
  }),
  /** Which kind this person looked at last. */
  shown: query({ permission: 'clients.see', input: z.null(), output: TimelineKind }),
  show: command({ permission: 'clients.see', input: z.object({ kind: TimelineKind }), output: z.null(), audited: false }),
};
