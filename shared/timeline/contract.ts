// The timeline of one client: visits, notes and follow-ups, newest first.

import { z } from 'zod';
import { IsoDate, IsoInstant } from '../core/date';
import { query } from '../core/operation';
import { FollowUp } from '../follow-ups/contract';
import { ClientId } from '../ids';
import { Preference } from '../preferences/contract';
import { Visit } from '../visits/contract';

const place = { on: IsoDate, at: IsoInstant };

export const TimelineItem = z.discriminatedUnion('type', [
  z.object({ type: z.literal('visit'), ...place, visit: Visit }),
  z.object({ type: z.literal('note'), ...place, note: Preference }),
  z.object({ type: z.literal('follow-up'), ...place, followUp: FollowUp }),
]);
export type TimelineItem = z.infer<typeof TimelineItem>;

export const timelineContract = {
  /** `before` is the `at` of the last item held; null starts at the newest. Open follow-ups come first, whatever their date. */
  of: query({
    permission: 'clients.see',
    input: z.object({
      clientId: ClientId,
      kind: z.enum(['all', 'visit', 'note', 'follow-up']),
      before: IsoInstant.nullable(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ items: z.array(TimelineItem), more: z.boolean() }),
  }),
};
