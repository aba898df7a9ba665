// The rows of the client list, fetched a page at a time as they come into view.

import type { FoundClient } from '../../shared/clients/contract';
import type { AppError } from '../../shared/errors';
import type { Input } from '../../shared/contract';
import { useQuery } from '../core/data';
import type { ListQuestion } from './list-place';

const PAGE = 100;

export interface ClientRows {
  /** Null until the first answer. */
  readonly total: number | null;
  readonly error: AppError | null;
  at(index: number): FoundClient | undefined;
  retry(): void;
}

export function pageAt(index: number): number {
  return Math.floor(index / PAGE);
}

/** `first` and `last` are the rows in view; they never span more than two pages. */
export function useClientRows(question: ListQuestion, first: number, last: number): ClientRows {
  const from = pageAt(first);
  const to = pageAt(last);
  // the first page stays on screen while one types, and knows the total
  const base = useQuery('clients.list', pageOf(question, 0), { keep: true });
  const upper = useQuery('clients.list', pageOf(question, from), { enabled: from > 0 });
  const lower = useQuery('clients.list', pageOf(question, to), { enabled: to > 0 });
  return {
    total: base.data?.total ?? null,
    error: base.error ?? upper.error ?? lower.error,
    at: (index) => {
      const page = pageAt(index);
      const answer = page === 0 ? base : page === from ? upper : lower;
      return answer.data?.rows[index % PAGE];
    },
    retry: () => void Promise.all([base.refetch(), from > 0 && upper.refetch(), to > 0 && lower.refetch()]),
  };
}

function pageOf(question: ListQuestion, page: number): Input<'clients.list'> {
  return { ...question, offset: page * PAGE, limit: PAGE };
}
