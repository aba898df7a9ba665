// Reveals 显示: a masked value shown for a reason, counted per day and logged.

import { z } from 'zod';
import { Cents } from '../core/money';
import { command, query } from '../core/operation';
import { ShortText } from '../core/text';
import { ClientId, VisitId } from '../ids';
import { Approval } from '../people/approval';
import { PatchTest } from '../patch-tests/contract';
import { Preference } from '../preferences/contract';

export const RevealKind = z.enum(['contact', 'money', 'health']);
export type RevealKind = z.infer<typeof RevealKind>;

/** How many were shown today and how many may be; null: any number. */
export const RevealCount = z.object({ today: z.int(), limit: z.int().nullable() });
export type RevealCount = z.infer<typeof RevealCount>;

export const Revealed = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('contact'),
    phones: z.array(z.object({ shown: z.string(), e164: z.string().nullable(), label: z.string().nullable() })),
    wechat: z.string().nullable(),
    email: z.string().nullable(),
    address: z.string().nullable(),
    count: RevealCount,
  }),
  z.object({
    what: z.literal('money'),
    spentCents: Cents,
    visits: z.array(z.object({ id: VisitId, amountCents: Cents })),
    count: RevealCount,
  }),
  z.object({ what: z.literal('health'), alerts: z.array(Preference), tests: z.array(PatchTest), count: RevealCount }),
]);
export type Revealed = z.infer<typeof Revealed>;

export const revealsContract = {
  count: query({ permission: 'signed-in', input: z.null(), output: RevealCount }),
  /** Asks for the level `masked` of what is shown. Beyond the daily number it takes a second person. */
  show: command({
    permission: 'clients.see',
    always: true,
    unmasked: true,
    input: z.object({ clientId: ClientId, what: RevealKind, reason: ShortText(200).min(2), approval: Approval.nullable() }),
    output: Revealed,
  }),
};
