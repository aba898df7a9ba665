// What is said before a client is erased: how much goes with them, and whose notes name them.

import { z } from 'zod';
import { ClientId } from '../ids';

/** More names than anybody goes through. */
export const MOST_NAMING = 20;

const count = () => z.number().int();

export const ErasePreview = z.object({
  visits: count(),
  followUps: count(),
  preferences: count(),
  photos: count(),
  contacts: count(),
  patchTests: count(),
  /** Clients whose preferences, notes or own fields hold the name: it stays there unless somebody changes it. */
  naming: z.array(z.object({ id: ClientId, name: z.string() })).max(MOST_NAMING),
});
export type ErasePreview = z.infer<typeof ErasePreview>;
