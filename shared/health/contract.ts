// The health of the book: when every page of it was last checked, and how that ended.

import { z } from 'zod';
import { IsoInstant } from '../core/date';
import { query } from '../core/operation';

export const HealthState = z.object({
  /** Null before the first check. `sound` is false for a book whose damage was found; it has been salvaged or restored since. */
  checked: z.object({ at: IsoInstant, sound: z.boolean() }).nullable(),
});
export type HealthState = z.infer<typeof HealthState>;

export const healthContract = {
  state: query({ permission: 'signed-in', input: z.null(), output: HealthState }),
};
