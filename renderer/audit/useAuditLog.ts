// The log a page at a time, newest first, as the lines one sees: days, entries, and where the chain breaks.

import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import type { AuditBreak, AuditEntry, AuditFilter } from '../../shared/audit/contract';
import type { Output } from '../../shared/contract';
import { todayAt, type IsoDate } from '../../shared/core/date';
import type { AppError } from '../../shared/errors';
import { invoke } from '../core/api';

const PAGE = 100;

type Answer = Output<'audit.list'>;

export type LogLine =
  | { readonly kind: 'day'; readonly on: IsoDate; readonly entries: number }
  | { readonly kind: 'entry'; readonly entry: AuditEntry }
  | { readonly kind: 'break'; readonly broken: AuditBreak };

export interface AuditLogPages {
  readonly pages: readonly Answer[] | null;
  readonly error: AppError | null;
  readonly fetching: boolean;
  next(): void;
  retry(): void;
}

export function useAuditLog(filter: AuditFilter): AuditLogPages {
  const log = useInfiniteQuery<Answer, AppError, InfiniteData<Answer>, readonly unknown[], number | null>({
    queryKey: ['audit.list', filter],
    queryFn: async ({ pageParam }) => (await invoke('audit.list', { filter, before: pageParam, limit: PAGE })).value,
    initialPageParam: null,
    getNextPageParam: ({ entries }) => (entries.length < PAGE ? undefined : entries.at(-1)?.id),
    placeholderData: keepPreviousData,
  });
  return {
    pages: log.data?.pages ?? null,
    error: log.error,
    fetching: log.isFetchingNextPage,
    next: () => void (log.hasNextPage && !log.isFetchingNextPage && log.fetchNextPage()),
    retry: () => void log.refetch(),
  };
}

export function linesOf(pages: readonly Answer[], broken: AuditBreak | null): readonly LogLine[] {
  const counts = new Map(pages.flatMap(({ days }) => days.map(({ on, entries }) => [on, entries] as const)));
  const lines: LogLine[] = [];
  let day: IsoDate | null = null;
  let marked = broken === null;
  for (const entry of pages.flatMap(({ entries }) => entries)) {
    const on = todayAt(new Date(entry.at));
    if (on !== day) lines.push({ kind: 'day', on, entries: counts.get(on) ?? 0 });
    day = on;
    if (!marked && broken && entry.id <= broken.id) {
      lines.push({ kind: 'break', broken });
      marked = true;
    }
    lines.push({ kind: 'entry', entry });
  }
  return lines;
}
