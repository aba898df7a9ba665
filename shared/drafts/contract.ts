// Unsaved input, kept encrypted in the book per person, so that a lock, a crash or a restart loses nothing.

import { z } from 'zod';
import { IsoInstant } from '../core/date';
import { command, query } from '../core/operation';

export const DraftKey = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z-]+(:[0-9a-z-]+)?$/);

export const draftsContract = {
  get: query({
    permission: 'signed-in',
    input: z.object({ key: DraftKey }),
    output: z.object({ value: z.json(), at: IsoInstant }).nullable(),
  }),
  list: query({ permission: 'signed-in', input: z.null(), output: z.array(z.object({ key: DraftKey, at: IsoInstant })) }),
  save: command({ permission: 'signed-in', audited: false, input: z.object({ key: DraftKey, value: z.json() }), output: z.null() }),
  drop: command({ permission: 'signed-in', audited: false, input: z.object({ key: DraftKey }), output: z.null() }),
};
