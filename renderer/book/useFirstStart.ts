// The state of first start: where one is, what was typed, and making the book at the end. Nothing is written before that.

import { useState } from 'react';
import { useJob } from '../core/data';
import { answersOf, missingIn, NOTHING, type SetupField, type SetupInput } from './setup';
import { useSheet } from './useSheet';

export type StartAt = 'import' | 'today';

export function useFirstStart(made: (at: StartAt) => void) {
  const [step, setStep] = useState(0);
  const [input, setInput] = useState(NOTHING);
  const [touched, setTouched] = useState<ReadonlySet<SetupField>>(new Set());
  const [at, setAt] = useState<StartAt>('import');
  const sheet = useSheet();
  const create = useJob('book.create');
  const missing = missingIn(step, input, sheet);

  function touch(fields: readonly SetupField[]): void {
    setTouched((known) => new Set([...known, ...fields]));
  }
  function next(): void {
    touch(missing);
    const [first] = missing;
    if (first !== undefined) document.getElementById(`setup-${first}`)?.focus();
    else if (step < 2) setStep(step + 1);
    else void make();
  }
  async function make(): Promise<void> {
    if (!sheet) return;
    made(at);
    const { shopName, ownerName, password, answer } = input;
    const result = await create.start({ shopName, ownerName, password, answers: answersOf(answer, sheet) });
    // what was refused stands on the second page
    if (!result.ok && result.error.code.startsWith('keys.')) setStep(1);
  }
  return {
    step,
    input,
    sheet,
    at,
    setAt,
    missing,
    error: create.error,
    making: create.running,
    next,
    back: () => setStep(Math.max(0, step - 1)),
    set: (field: SetupField, value: string) => {
      create.forget();
      setInput((known: SetupInput) => ({ ...known, [field]: value }));
    },
    touch: (field: SetupField) => touch([field]),
    /** Whether a field that is not right yet should say so already. */
    complains: (field: SetupField) => touched.has(field) && missing.includes(field),
  };
}

export type FirstStartState = ReturnType<typeof useFirstStart>;
