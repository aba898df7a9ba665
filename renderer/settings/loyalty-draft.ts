// The rules of loyalty while they are being typed: numbers that may be missing, and what is wrong with them.

import { z } from 'zod';
import { parseMoney } from '../../shared/core/money';
import { LoyaltyRules } from '../../shared/loyalty/contract';
import type { Result } from '../core/data';
import { same } from '../core/kept-fields';
import { useRecordDraft, type RecordDraft } from './useRecordDraft';

const Typed = z.union([z.number(), z.string()]);
type Typed = z.infer<typeof Typed>;

const LoyaltyDraft = z.object({
  within: Typed,
  visits: Typed,
  spent: z.string(),
  recency: z.array(Typed).readonly(),
  frequency: z.array(Typed).readonly(),
});
type LoyaltyDraft = z.infer<typeof LoyaltyDraft>;

export interface LoyaltyDraftState extends Pick<RecordDraft<LoyaltyDraft>, 'draft' | 'set' | 'kept'> {
  /** Saves what makes sense; what does not stays on screen, says why, and is there again after a lock or a crash. */
  readonly save: () => void;
  readonly spentWrong: boolean;
  readonly wrong: ReadonlySet<'recency' | 'frequency'>;
}

export function useLoyaltyDraft(saved: LoyaltyRules, keep: (rules: LoyaltyRules) => Promise<Result<unknown>>): LoyaltyDraftState {
  const { draft, set, save, kept } = useRecordDraft('loyalty', LoyaltyDraft, draftOf(saved), (typed) => {
    const rules = rulesOf(typed);
    if (rules === null) return undefined;
    // 5000 and 5000.00 are the same: nothing to save, and nothing left unfinished
    return same(rules, saved) ? Promise.resolve({ ok: true, value: null, act: null }) : keep(rules);
  });
  const money = parseMoney(draft.spent);
  return {
    draft,
    set,
    kept,
    save: () => save(),
    spentWrong: !money.ok || money.cents < 0,
    wrong: new Set((['recency', 'frequency'] as const).filter((name) => !rises(draft[name]))),
  };
}

function draftOf(rules: LoyaltyRules): LoyaltyDraft {
  return {
    within: rules.loyalWithinDays,
    visits: rules.loyalVisits,
    spent: (rules.loyalSpentCents / 100).toFixed(2),
    recency: rules.recencyDays,
    frequency: rules.visits,
  };
}

function rulesOf({ within, visits, spent, recency, frequency }: LoyaltyDraft): LoyaltyRules | null {
  const money = parseMoney(spent);
  if (!money.ok) return null;
  const read = LoyaltyRules.safeParse({
    recencyDays: recency,
    visits: frequency,
    loyalWithinDays: within,
    loyalVisits: visits,
    loyalSpentCents: money.cents,
  });
  return read.success && money.cents >= 0 ? read.data : null;
}

function rises(bounds: readonly Typed[]): boolean {
  return bounds.every((bound, index) => typeof bound === 'number' && (index === 0 || bound > Number(bounds[index - 1])));
}
