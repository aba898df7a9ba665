// What the client list is asked and where one was in it: kept while one is on another page, forgotten at a lock.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Input } from '../../shared/contract';

export type ListQuestion = Omit<Input<'clients.list'>, 'offset' | 'limit'>;
export type ListFilter = ListQuestion['filter'];

export interface ListPlace {
  readonly question: ListQuestion;
  /** The current row; -1 while there is none. */
  readonly index: number;
  /** How far the list was scrolled. */
  readonly top: number;
}

export const NO_FILTER: ListFilter = {
  text: '',
  tierId: null,
  tagId: null,
  staffId: null,
  lastVisitDays: null,
  field: null,
  shelf: 'current',
};

const START: ListPlace = { question: { filter: NO_FILTER, sort: 'last-visit', descending: true }, index: -1, top: 0 };

/** Lives beside the answers in their cache, which is emptied at a lock. */
const KEY = ['clients.place'];

export function useListPlace(): readonly [ListPlace, (change: Partial<ListPlace>) => void] {
  const queries = useQueryClient();
  const { data } = useQuery<ListPlace>({
    queryKey: KEY,
    queryFn: () => START,
    enabled: false,
    initialData: START,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return [data, (change) => void queries.setQueryData<ListPlace>(KEY, (now) => ({ ...(now ?? START), ...change }))];
}

export function isFiltered({ text, tierId, tagId, staffId, lastVisitDays, field }: ListFilter): boolean {
  const chosen = [tierId, tagId, staffId, lastVisitDays, field ?? null];
  return text.trim() !== '' || chosen.some((one) => one !== null);
}
