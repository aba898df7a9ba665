// Decides what the window shows: first start, lock, a refused book, one's own password first, or the app. Switches at once when main says so.

import { modals } from '@mantine/modals';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { SalvageReport } from '../../shared/salvage/contract';
import { useQuery } from '../core/data';
import { useEvent } from '../core/events';
import { ErrorState } from '../core/ui/states';
import { clearToasts } from '../core/ui/toasts';
import { SalvageResult } from '../salvage/SalvageResult';
import { ChooseOwnPassword } from './ChooseOwnPassword';
import { FirstStart } from './FirstStart';
import { LockScreen } from './LockScreen';
import { Outside } from './Outside';
import { RefusedBook } from './RefusedBook';
import type { BookState } from './state';
import type { StartAt } from './useFirstStart';
import { useTurn } from './useTurn';

export interface BookGateProps {
  readonly children: ReactNode;
  /** A new book is being made; the app will open there. */
  readonly made: (at: StartAt) => void;
  /** Somebody else is here than before: nothing of the one before stays open. */
  readonly anotherPerson: () => void;
}

export function BookGate({ children, made, anotherPerson }: BookGateProps) {
  const status = useQuery('book.status', null);
  useBookChanges();
  const session = status.data?.state === 'open' ? status.data.session : null;
  const isCleared = useTurn(session, anotherPerson);
  const [salvaged, setSalvaged] = useState<SalvageReport | null>(null);
  if (status.isError) return <ErrorState error={status.error} retry={() => void status.refetch()} />;
  if (!status.data) return null;
  // The book can be opened by now; what became of it is read first.
  if (salvaged)
    return (
      <Outside>
        <SalvageResult report={salvaged} done={() => setSalvaged(null)} />
      </Outside>
    );
  if (status.data.state === 'none') return <FirstStart status={status.data} made={made} />;
  if (status.data.state === 'locked') return <LockScreen status={status.data} />;
  if (status.data.state === 'refused') return <RefusedBook status={status.data} salvaged={setSalvaged} />;
  // for the moment between two people the window is blank
  if (!session || !isCleared) return null;
  return session.mustChoose ? <ChooseOwnPassword status={status.data} session={session} /> : children;
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
