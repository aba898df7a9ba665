// What the client list is asked and where one was in it: kept while one is on another page, gone from memory at a lock.

import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { clientsContract } from '../../shared/clients/contract';
import type { Input } from '../../shared/contract';

type Asked = Input<'clients.list'>;
/** With every filter named, also where nothing is filtered. */
export type ListFilter = { readonly [Name in keyof Asked['filter']]-?: Exclude<Asked['filter'][Name], undefined> };
export type ListQuestion = Omit<Asked, 'offset' | 'limit' | 'filter'> & { readonly filter: ListFilter };

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
  source: null,
  birthMonth: null,
  spent: null,
  alert: null,
  shelf: 'current',
};

export const FIRST_ORDER = { sort: 'last-visit', descending: true } as const;

const START: ListPlace = { question: { filter: NO_FILTER, ...FIRST_ORDER }, index: -1, top: 0 };

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

const Kept = z.object({
  question: clientsContract.list.input.omit({ offset: true, limit: true }),
  index: z.int().min(-1),
  top: z.number().min(0),
});

/** For whoever keeps it over a crash; null while the list was not looked at. */
export function listPlaceIn(queries: QueryClient) {
  const place = queries.getQueryData<ListPlace>(KEY);
  if (!place) return null;
  return { ...place };
}

/** What was kept, as far as this version still understands it. */
export function putListPlace(queries: QueryClient, kept: unknown): void {
  const place = Kept.safeParse(kept);
  if (!place.success) return;
  queries.setQueryDefaults(KEY, { gcTime: Infinity });
  queries.setQueryData<ListPlace>(KEY, place.data);
}

/** Returns how to stop listening. */
export function onListPlace(queries: QueryClient, changed: () => void): () => void {
  return queries.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryKey[0] === KEY[0]) changed();
  });
}

export function isFiltered(filter: ListFilter): boolean {
  return filter.text.trim() !== '' || isNarrowed(filter);
}

/** By anything but what is searched for and the shelf. */
export function isNarrowed({ text: _text, shelf: _shelf, ...filters }: ListFilter): boolean {
  return Object.values(filters).some((one) => one !== null);
}
