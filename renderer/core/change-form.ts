// A form over something that somebody else may change meanwhile: it knows what it began from, over a lock and a crash too, and writes over nothing unasked.

import { useState } from 'react';
import { z } from 'zod';
import { useKeptForm, type DraftValue, type KeptForm } from './draft';

export interface ChangeForm<T> extends KeptForm<T> {
  /** What stood there when the change began; goes along with what is saved. */
  readonly began: T;
  /** That is not what stands there now. */
  readonly stale: boolean;
  /** Goes on with what was typed, over what stands there now. */
  mine(): void;
}

/** `now`: as it stands, in the shape of the form. */
export function useChangeForm<T extends DraftValue>(key: string, shape: z.ZodType<T>, now: T): ChangeForm<T> {
  const form = useKeptForm(key, (kept) => readKept(kept, shape, now), { value: now, began: now });
  const [began, setBegan] = useState<T | null>(null);
  if (form.ready && began === null) setBegan(form.start.began);
  const from = began ?? form.start.began;
  return {
    ...form,
    start: form.start.value,
    keep: (value) => form.keep({ value, began: from }),
    began: from,
    stale: !isSame(from, now),
    mine: () => setBegan(now),
    startOver: () => {
      setBegan(now);
      form.startOver();
    },
  };
}

function readKept<T>(kept: unknown, shape: z.ZodType<T>, now: T): { readonly value: T; readonly began: T } | null {
  const read = z.object({ value: shape, began: shape }).safeParse(kept);
  if (read.success) return read.data;
  // of a version that did not keep what it began from
  const alone = shape.safeParse(kept);
  return alone.success ? { value: alone.data, began: now } : null;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** A draft comes back with its fields in the order of its shape, not of the form. */
function sorted(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)) : value;
}
