// One record in a panel: typed here, saved on leaving the field when it is valid, taken anew when the record changes elsewhere.

import { useState } from 'react';

export interface RecordDraft<T> {
  readonly draft: T;
  readonly set: (change: Partial<T>) => void;
  /** `now` is what a switch has just changed, which is not in the draft yet. */
  readonly save: (now?: Partial<T>) => void;
}

export function useRecordDraft<T extends object>(saved: T, keep: (draft: T) => void): RecordDraft<T> {
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState(saved);
  if (!same(base, saved)) {
    setBase(saved);
    setDraft(saved);
  }
  return {
    draft,
    set: (change) => setDraft((known) => ({ ...known, ...change })),
    save: (now) => {
      const next = { ...draft, ...now };
      if (!same(next, saved)) keep(next);
    },
  };
}

function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
