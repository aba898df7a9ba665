// The fields of a form as one object, kept while they are typed: whoever leaves without saving finds them again.

import { useState } from 'react';
import { z } from 'zod';
import { useKeptForm, type DraftValue, type KeptForm } from './draft';

export interface KeptFields<T> extends Pick<KeptForm<T>, 'drop' | 'leftAt' | 'startOver'> {
  readonly typed: T;
  readonly set: (change: Partial<T>) => void;
  /** Something is kept that was typed here. */
  readonly touched: boolean;
}

/** `shape` is what an older version may have kept otherwise, which is then left out. `now` is what the form begins with; when that changes, it begins anew. */
export function useKeptFields<T extends object>(key: string, shape: z.ZodType<T>, now: T): KeptFields<T> {
  const form = useKeptForm<DraftValue>(key, (kept) => (shape.safeParse(kept).success ? z.json().parse(kept) : null), z.json().parse(now));
  const [typed, setTyped] = useState<{ readonly round: number; readonly from: T; readonly value: T } | null>(null);
  const isTyped = typed?.round === form.round && same(typed.from, now);
  const left = form.leftAt === null || typed !== null ? null : shape.parse(form.start);
  const value = isTyped ? typed.value : (left ?? now);
  return {
    typed: value,
    set: (change) => {
      const next = { ...value, ...change };
      setTyped({ round: form.round, from: now, value: next });
      form.keep(z.json().parse(next));
    },
    touched: isTyped,
    drop: form.drop,
    leftAt: left !== null && !same(left, now) ? form.leftAt : null,
    startOver: form.startOver,
  };
}

export function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
