// One record in a panel: typed here, saved on leaving the field when it is valid, taken anew when the record changes elsewhere.

import type { z } from 'zod';
import type { Result } from '../core/data';
import { same, useKeptFields, type KeptFields } from '../core/kept-fields';

export interface RecordDraft<T> {
  readonly draft: T;
  readonly set: (change: Partial<T>) => void;
  /** `now` is what a switch has just changed, which is not in the draft yet. */
  readonly save: (now?: Partial<T>) => void;
  /** Once the record itself is taken away: what was typed into it a moment ago is not kept either. */
  readonly drop: () => Promise<void>;
  /** For the notice that it goes on where somebody left it: that is saved when they say so, not because they go to the button that throws it away. */
  readonly kept: { readonly form: Pick<KeptFields<T>, 'leftAt' | 'startOver'>; readonly save: () => void };
}

/** `keep` gives nothing while something is wrong; what was typed then stays among the drafts. */
export function useRecordDraft<T extends object>(
  key: string,
  shape: z.ZodType<T>,
  saved: T,
  keep: (draft: T) => Promise<Result<unknown>> | undefined,
): RecordDraft<T> {
  const { typed, set, touched, drop, leftAt, startOver } = useKeptFields(key, shape, saved);
  async function store(next: T): Promise<void> {
    const result = await keep(next);
    if (result?.ok) await drop();
  }
  return {
    draft: typed,
    set,
    save: (now) => {
      const next = { ...typed, ...now };
      if (!touched && now === undefined) return;
      if (same(next, saved)) void drop();
      else void store(next);
    },
    drop,
    kept: { form: { leftAt, startOver }, save: () => void store(typed) },
  };
}
