// Unsaved input: kept in the book 400 ms after typing stops, so that it survives a lock, a crash and a restart.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input } from '../../shared/contract';
import type { IsoInstant } from '../../shared/core/date';
import { api } from './api';
import { useQuery } from './data';

const SAVE_AFTER_MS = 400;

export type DraftValue = Input<'drafts.save'>['value'];

export interface Draft<T> {
  /** False until it is known whether there is a draft. */
  readonly ready: boolean;
  /** What was left unfinished, as far as `read` still understands it. */
  readonly found: { readonly value: T; readonly at: IsoInstant } | null;
  keep(value: T & DraftValue): void;
  /** Once saved or thrown away; resolves when it is gone. */
  drop(): Promise<void>;
}

/** `read` turns what was kept, maybe by an older version, into today's shape, or gives null. */
export function useDraft<T>(key: string, read: (value: unknown) => T | null): Draft<T> {
  const kept = useQuery('drafts.get', { key });
  const pending = useRef<{ value: DraftValue; timer: ReturnType<typeof setTimeout> } | null>(null);
  const flush = useCallback(async (): Promise<void> => {
    if (!pending.current) return;
    const { value, timer } = pending.current;
    clearTimeout(timer);
    pending.current = null;
    // a book that has been locked meanwhile takes nothing any more; what was typed until 400 ms ago is kept
    await api.drafts.save({ key, value }).catch(() => null);
  }, [key]);
  useEffect(() => {
    unsaved.add(flush);
    return () => {
      unsaved.delete(flush);
      void flush();
    };
  }, [flush]);
  // an answer from before this screen was opened may be about a draft that has changed since
  const answer = kept.isFetchedAfterMount ? kept.data : undefined;
  const value = answer ? read(answer.value) : null;
  return {
    ready: kept.isFetchedAfterMount,
    found: answer && value !== null ? { value, at: answer.at } : null,
    keep: (next) => {
      if (pending.current) clearTimeout(pending.current.timer);
      pending.current = { value: next, timer: setTimeout(() => void flush(), SAVE_AFTER_MS) };
    },
    drop: async () => {
      if (pending.current) clearTimeout(pending.current.timer);
      pending.current = null;
      await api.drafts.drop({ key });
    },
  };
}

export interface KeptForm<T> extends Omit<Draft<T>, 'found'> {
  /** What the form begins with: what was left unfinished, else what is there. */
  readonly start: T;
  /** When it was left unfinished; null when it was not. */
  readonly leftAt: IsoInstant | null;
  /** The `key` of the form: another one once one has started over. */
  readonly round: number;
  startOver(): void;
}

/** A form over something that is there already, or that begins with a proposal. */
export function useKeptForm<T>(key: string, read: (value: unknown) => T | null, now: T): KeptForm<T> {
  const { found, ...draft } = useDraft(key, read);
  const [round, setRound] = useState(0);
  // only the first answer was left unfinished: later ones are what is being typed
  const [first, setFirst] = useState<typeof found | undefined>(undefined);
  if (draft.ready && first === undefined) setFirst(found);
  const left = round > 0 ? null : first === undefined ? found : first;
  return {
    ...draft,
    start: left ? left.value : now,
    leftAt: left ? left.at : null,
    round,
    startOver: () => {
      setRound(round + 1);
      void draft.drop();
    },
  };
}

export interface KeptText {
  readonly text: string;
  change(text: string): void;
  drop(): Promise<void>;
}

/** A text by itself, such as a reason. */
export function useKeptText(key: string): KeptText {
  const { found, keep, drop } = useDraft(key, (value) => (typeof value === 'string' ? value : null));
  const [typed, setTyped] = useState<string | null>(null);
  return {
    text: typed ?? found?.value ?? '',
    change: (text) => {
      setTyped(text);
      keep(text);
    },
    drop,
  };
}

/** Before the person locks the book: what they have just typed goes into it first. */
export async function saveDrafts(): Promise<void> {
  await Promise.all([...unsaved].map((flush) => flush()));
}

const unsaved = new Set<() => Promise<void>>();
