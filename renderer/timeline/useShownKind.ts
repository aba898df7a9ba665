// Which kind of entries this person looks at: the one of last time, until they choose another.

import { useState } from 'react';
import type { TimelineKind } from '../../shared/timeline/contract';
import { useCommand, useQuery } from '../core/data';

export function useShownKind(): { readonly kind: TimelineKind | null; show(kind: TimelineKind): void } {
  const kept = useQuery('timeline.shown', null);
  const keep = useCommand('timeline.show', { quiet: true });
  const [chosen, setChosen] = useState<TimelineKind | null>(null);
  // What cannot be read is no reason to show nothing.
  const kind = chosen ?? (kept.isError ? 'all' : (kept.data ?? null));
  return {
    kind,
    show(next) {
      setChosen(next);
      void keep.run({ kind: next });
    },
  };
}
