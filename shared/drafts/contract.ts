// Unsaved input, kept encrypted in the book per person, so that a lock, a crash or a restart loses nothing.

import { z } from 'zod';
import { IsoInstant } from '../core/date';
import { command, query } from '../core/operation';

export const DraftKey = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z-]+(:[0-9a-z-]+)?$/);

const MOST_CHARACTERS = 500_000;

/** What can be written down and found again: no ring, and not more than anybody types. */
const DraftValue = z.json().refine(isStorable, { error: 'draft.not-storable' });

export const draftsContract = {
  get: query({
    permission: 'signed-in',
    input: z.object({ key: DraftKey }),
    output: z.object({ value: z.json(), at: IsoInstant }).nullable(),
  }),
  list: query({ permission: 'signed-in', input: z.null(), output: z.array(z.object({ key: DraftKey, at: IsoInstant })) }),
  save: command({ permission: 'signed-in', audited: false, input: z.object({ key: DraftKey, value: DraftValue }), output: z.null() }),
  drop: command({ permission: 'signed-in', audited: false, input: z.object({ key: DraftKey }), output: z.null() }),
};

function isStorable(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= MOST_CHARACTERS;
  } catch {
    // A ring: it cannot be written down at all.
    return false;
  }
}
