// The timeline a page at a time, newest first.

import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import type { Output } from '../../shared/contract';
import type { IsoInstant } from '../../shared/core/date';
import type { AppError } from '../../shared/errors';
import type { TimelineItem, TimelineKind } from '../../shared/timeline/contract';
import { invoke } from '../core/api';

const PAGE = 30;

type Answer = Output<'timeline.of'>;

export interface TimelinePages {
  readonly items: readonly TimelineItem[] | null;
  readonly error: AppError | null;
  readonly more: boolean;
  readonly fetching: boolean;
  /** Ends when the next page has come, or whatever was being fetched already; false: it failed. */
  next(): Promise<boolean>;
  retry(): void;
}

export function useTimeline(clientId: string, kind: TimelineKind | null): TimelinePages {
  const pages = useInfiniteQuery<Answer, AppError, InfiniteData<Answer>, readonly string[], IsoInstant | null>({
    queryKey: ['timeline.of', clientId, kind ?? ''],
    enabled: kind !== null,
    queryFn: async ({ pageParam }) =>
      (await invoke('timeline.of', { clientId, kind: kind ?? 'all', before: pageParam, limit: PAGE })).value,
    initialPageParam: null,
    getNextPageParam: ({ items, more }) => (more ? items.at(-1)?.at : undefined),
  });
  return {
    items: pages.data?.pages.flatMap((page) => page.items) ?? null,
    error: pages.error,
    more: pages.hasNextPage,
    fetching: pages.isFetchingNextPage,
    next: async () => !pages.hasNextPage || !(await pages.fetchNextPage({ cancelRefetch: false })).isError,
    retry: () => void pages.refetch(),
  };
}
