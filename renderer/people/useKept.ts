// Which of the proposed rights are to stay after all. What is proposed is taken unless it is unticked.

import { useState } from 'react';
import { proposalKey, type Proposal } from './review-proposals';

export interface Kept {
  readonly taken: readonly Proposal[];
  readonly isTaken: (proposal: Proposal) => boolean;
  readonly toggle: (proposal: Proposal) => void;
}

export function useKept(proposals: readonly Proposal[]): Kept {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const isTaken = (proposal: Proposal): boolean => !kept.has(proposalKey(proposal));
  function toggle(proposal: Proposal): void {
    const key = proposalKey(proposal);
    setKept((known) => new Set(known.has(key) ? [...known].filter((other) => other !== key) : [...known, key]));
  }
  return { taken: proposals.filter(isTaken), isTaken, toggle };
}
