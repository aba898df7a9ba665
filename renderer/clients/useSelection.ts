// Which clients of the list are chosen, by id: the choice outlives scrolling and sorting, not a new search.

import { useState } from 'react';
import { MOST_AT_ONCE } from '../../shared/clients/contract';
import { api } from '../core/api';
import { showFailure } from '../core/ui/toasts';
import type { ListQuestion } from './list-place';

const STEP = 500;

export interface Selection {
  readonly ids: readonly string[];
  readonly count: number;
  has(id: string): boolean;
  toggle(id: string): void;
  /** Chosen whatever they were before. */
  add(ids: readonly string[]): void;
  /** Everything the list holds, up to what can be changed at once. */
  all(): Promise<void>;
  clear(): void;
}

export function useSelection(question: ListQuestion): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return {
    ids: [...chosen],
    count: chosen.size,
    has: (id) => chosen.has(id),
    toggle: (id) =>
      setChosen((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    add: (ids) => setChosen((now) => new Set([...now, ...ids])),
    all: async () => {
      try {
        setChosen(new Set(await listIds(question)));
      } catch (error) {
        showFailure(error);
      }
    },
    clear: () => setChosen(new Set()),
  };
}

async function listIds(question: ListQuestion): Promise<string[]> {
  const ids: string[] = [];
  for (let offset = 0; offset < MOST_AT_ONCE; offset += STEP) {
    const { rows } = await api.clients.list({ ...question, offset, limit: STEP });
    ids.push(...rows.map((row) => row.id));
    if (rows.length < STEP) break;
  }
  return ids;
}
