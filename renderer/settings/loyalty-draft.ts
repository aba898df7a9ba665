// The rules of loyalty while they are being typed: numbers that may be missing, and what is wrong with them.

import { useState } from 'react';
import { parseMoney } from '../../shared/core/money';
import { LoyaltyRules } from '../../shared/loyalty/contract';

type Typed = number | string;

export interface LoyaltyDraft {
  readonly within: Typed;
  readonly visits: Typed;
  readonly spent: string;
  readonly recency: readonly Typed[];
  readonly frequency: readonly Typed[];
}

export interface LoyaltyDraftState {
  readonly draft: LoyaltyDraft;
  readonly set: (change: Partial<LoyaltyDraft>) => void;
  /** Saves what makes sense; what does not stays on screen and says why. */
  readonly save: () => void;
  readonly spentWrong: boolean;
  readonly wrong: ReadonlySet<'recency' | 'frequency'>;
}

export function useLoyaltyDraft(saved: LoyaltyRules, keep: (rules: LoyaltyRules) => void): LoyaltyDraftState {
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState(() => draftOf(saved));
  if (JSON.stringify(base) !== JSON.stringify(saved)) {
    setBase(saved);
    setDraft(draftOf(saved));
  }
  const money = parseMoney(draft.spent);
  const rules = money.ok ? rulesOf(draft, money.cents) : null;
  return {
    draft,
    set: (change) => setDraft((known) => ({ ...known, ...change })),
    save: () => {
      if (rules !== null && JSON.stringify(rules) !== JSON.stringify(saved)) keep(rules);
    },
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

function rulesOf({ within, visits, recency, frequency }: LoyaltyDraft, loyalSpentCents: number): LoyaltyRules | null {
  const read = LoyaltyRules.safeParse({
    recencyDays: recency,
    visits: frequency,
    loyalWithinDays: within,
    loyalVisits: visits,
    loyalSpentCents,
  });
  return read.success && loyalSpentCents >= 0 ? read.data : null;
}

function rises(bounds: readonly Typed[]): boolean {
  return bounds.every((bound, index) => typeof bound === 'number' && (index === 0 || bound > Number(bounds[index - 1])));
}
