// Patch tests 皮试: what was tried on the skin, when, how it answered, and until when that counts.

import { z } from 'zod';
import { IsoDate, IsoInstant } from '../core/date';
import { command, query } from '../core/operation';
import { LongText, ShortText } from '../core/text';
import { ClientId, PatchTestId, ServiceId } from '../ids';

/** pending: nobody has looked yet. */
export const PATCH_RESULTS = ['none', 'reaction', 'pending'] as const;
export const PatchResult = z.enum(PATCH_RESULTS);
export type PatchResult = z.infer<typeof PatchResult>;

export const PatchTestDraft = z
  .object({
    /** For this service; null: for a substance, whichever services hold it. */
    serviceId: ServiceId.nullable(),
    /** What was put on the skin; may be left out where the service says it. */
    substance: ShortText(80),
    on: IsoDate,
    validUntil: IsoDate,
    result: PatchResult,
    note: LongText(1000).nullable(),
  })
  .refine(({ serviceId, substance }) => serviceId !== null || substance !== '', { path: ['substance'], error: 'patch-tests.of-what' })
  .refine(({ on, validUntil }) => validUntil >= on, { path: ['validUntil'], error: 'patch-tests.ends-before' });
export type PatchTestDraft = z.infer<typeof PatchTestDraft>;

export const PatchTest = z.object({
  id: PatchTestId,
  service: z.object({ id: ServiceId, name: z.string() }).nullable(),
  substance: z.string(),
  on: IsoDate,
  validUntil: IsoDate,
  result: PatchResult,
  note: z.string().nullable(),
  by: z.string(),
  at: IsoInstant,
});
export type PatchTest = z.infer<typeof PatchTest>;

export const patchTestsContract = {
  /** Newest first. `hidden`: there are some, and this session may not read them. */
  of: query({
    permission: 'clients.see',
    input: z.object({ clientId: ClientId }),
    output: z.object({ tests: z.array(PatchTest), hidden: z.boolean() }),
  }),
  record: command({
    permission: 'health.change',
    input: z.object({ clientId: ClientId, draft: PatchTestDraft }),
    output: z.object({ id: PatchTestId }),
  }),
  /** What was written before stays in the journal. `began`: what stood there when the change began, refused when that is no more. */
  update: command({
    permission: 'health.change',
    input: z.object({ id: PatchTestId, draft: PatchTestDraft, began: PatchTestDraft.nullable().default(null) }),
    output: z.null(),
  }),
  remove: command({ permission: 'health.change', input: z.object({ id: PatchTestId }), output: z.null() }),
};
