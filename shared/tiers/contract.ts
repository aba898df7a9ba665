// Tiers 等级: what the shop calls its ranks, in which order, and the mark each is shown with.

import { z } from 'zod';
import { TierMark } from '../clients/contract';
import { command } from '../core/operation';
import { ShortText } from '../core/text';
import { TierId } from '../ids';

export const TierDraft = z.object({ name: ShortText(30).min(1), mark: TierMark });
export type TierDraft = z.infer<typeof TierDraft>;

const one = z.object({ id: TierId });

export const tiersContract = {
  create: command({ permission: 'settings.change', input: TierDraft, output: one }),
  update: command({ permission: 'settings.change', input: one.extend({ draft: TierDraft }), output: z.null() }),
  arrange: command({ permission: 'settings.change', input: z.object({ ids: z.array(TierId).max(200) }), output: z.null() }),
};
