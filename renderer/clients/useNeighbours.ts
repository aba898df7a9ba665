// The place of the open client in the list it was opened from, and the ways to the one before and after.

import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '../core/data';
import { useListPlace } from './list-place';

export interface Neighbours {
  /** 1-based; null when the client was not opened from the list. */
  readonly place: number | null;
  readonly total: number;
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

export function useNeighbours(id: string): Neighbours {
  const [{ question, index }, setPlace] = useListPlace();
  const navigate = useNavigate();
  const from = Math.max(index - 1, 0);
  const answer = useQuery('clients.list', { ...question, offset: from, limit: 3 }, { enabled: index >= 0 }).data;
  const rows = answer?.rows ?? [];
  const at = rows.findIndex((row) => row.id === id);
  if (!answer || at < 0) return { place: null, total: 0, previous: null, next: null };
  const way = (to: number): (() => void) | null => {
    const row = rows[to];
    if (!row) return null;
    return () => {
      setPlace({ index: from + to });
      void navigate({ to: '/clients/$id', params: { id: row.id }, search: {}, replace: true });
    };
  };
  return { place: from + at + 1, total: answer.total, previous: way(at - 1), next: way(at + 1) };
}
