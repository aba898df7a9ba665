// The cache of what is on screen, and how the announcements of main refresh or empty it.

import { keepPreviousData, QueryClient } from '@tanstack/react-query';
import type { AppError } from '../../shared/errors';
import { onEvent } from './events';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: AppError;
  }
}

/** These say nothing about a client and outlive a lock. */
const ABOUT_THE_APP: ReadonlySet<unknown> = new Set(['book.status', 'appearance.get', 'sample.state']);

export const keepShown = keepPreviousData;

export function createQueryClient(): QueryClient {
  // The network is never asked: without 'always' a PC that is offline would wait for ever.
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 0, refetchOnWindowFocus: true },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Refetches what is on screen when data changed. Returns how to stop. */
export function followChanges(client: QueryClient): () => void {
  const stops = [
    onEvent('data-changed', () => client.invalidateQueries({ predicate: ({ queryKey }) => !ABOUT_THE_APP.has(queryKey[0]) })),
    onEvent('backups-changed', () => client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('backups.') })),
    onEvent('appearance-changed', () => client.invalidateQueries({ queryKey: ['appearance.get'] })),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Nothing of a client stays in memory once the book is closed; answers still under way are thrown away as well. */
export function forgetRecords(client: QueryClient): void {
  const records = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => !ABOUT_THE_APP.has(queryKey[0]) };
  void client.cancelQueries(records);
  client.removeQueries(records);
}
