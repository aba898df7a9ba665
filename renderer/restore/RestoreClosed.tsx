// Restoring while no book is open: which backup, then who opens it. What is in its place is only moved aside.

import { useQueryClient, useQuery as useTanstackQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../shared/errors';
import type { ChosenBackup } from '../../shared/restore/contract';
import outside from '../book/Outside.module.css';
import { Outside } from '../book/Outside';
import type { BookState } from '../book/state';
import { invoke } from '../core/api';
import { ChooseBackup } from './ChooseBackup';
import { OpenBackup } from './OpenBackup';

export interface RestoreClosedProps {
  readonly status: BookState;
  readonly back: () => void;
}

export function RestoreClosed({ status, back }: RestoreClosedProps) {
  // a job, as it looks into every folder; read like a list all the same
  const { data, error } = useTanstackQuery<readonly ChosenBackup[], AppError>({
    queryKey: ['restore.known'],
    queryFn: async () => (await invoke('restore.known', null)).value,
    staleTime: 'static',
    gcTime: 0,
  });
  const queries = useQueryClient();
  function done(): void {
    void queries.invalidateQueries({ queryKey: ['book.status'] });
    back();
  }
  const found = data ?? (error ? [] : null);
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);
  return (
    <Outside>
      <div className={outside.oneColumn}>
        {chosen ? (
          <OpenBackup status={status} backup={chosen} other={() => setChosen(null)} done={done} />
        ) : (
          <ChooseBackup found={found} error={error} choose={setChosen} back={back} />
        )}
      </div>
    </Outside>
  );
}
