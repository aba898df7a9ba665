// Decides what the window shows: first start, lock, a refused book, or the app. Switches at once when main says so.

import { modals } from '@mantine/modals';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useQuery } from '../core/data';
import { useEvent } from '../core/events';
import { forgetRecords } from '../core/queries';
import { ErrorState } from '../core/ui/states';
import { clearToasts } from '../core/ui/toasts';
import { FirstStart } from './FirstStart';
import { LockScreen } from './LockScreen';
import { RefusedBook } from './RefusedBook';
import type { BookState } from './state';
import type { StartAt } from './useFirstStart';

export interface BookGateProps {
  readonly children: ReactNode;
  /** A new book is being made; the app will open there. */
  readonly made: (at: StartAt) => void;
}

export function BookGate({ children, made }: BookGateProps) {
  const status = useQuery('book.status', null);
  useBookChanges();
  useForgetting(status.data?.state !== 'open');
  if (status.isError) return <ErrorState error={status.error} retry={() => void status.refetch()} />;
  if (!status.data) return null;
  if (status.data.state === 'none') return <FirstStart status={status.data} made={made} />;
  if (status.data.state === 'locked') return <LockScreen status={status.data} />;
  if (status.data.state === 'refused') return <RefusedBook status={status.data} />;
  return children;
}

/** The state is believed at once, so that nothing of a client stays on screen while the rest of the status is asked for. */
function useBookChanges(): void {
  const queries = useQueryClient();
  useEvent('book-changed', ({ state }) => {
    queries.setQueryData<BookState>(['book.status', null], (known) => (known ? { ...known, state } : known));
    if (state !== 'open') {
      clearToasts();
      modals.closeAll();
    }
    void queries.invalidateQueries({ queryKey: ['book.status'] });
  });
}

/** After the screens are gone: while one is there, it would ask again. */
function useForgetting(closed: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (closed) forgetRecords(queries);
  }, [closed, queries]);
}
