// Where somebody is, and what they asked of the list of clients, are kept with their drafts; after a crash, or a lock that was not theirs, the window is
// there again, once.

import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { listPlaceIn, onListPlace, putListPlace } from '../clients/list-place';
import { api } from '../core/api';
import type { DraftValue } from '../core/draft';

/** Not at once: a page that brings the window down as soon as it is shown is not opened a second time. */
const KEEP_AFTER_MS = 1000;
const PAGE = 'place';
const LIST = 'place:clients';
const LONGEST_PLACE = 500;

export function ReturnTo({ router, children }: { readonly router: AnyRouter; readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    if (arrived) return keepPlaces(router, queries);
    let gone = false;
    void leftAt(isAtTheDoor(router)).then(({ page, list }) => {
      if (gone) return;
      putListPlace(queries, list);
      if (page !== null) router.history.replace(page);
      setArrived(true);
    });
    return () => {
      gone = true;
    };
  }, [router, queries, arrived]);
  return arrived ? children : null;
}

/** The window was opened just now, or belongs to somebody else than before: nobody has chosen a page yet. */
function isAtTheDoor(router: AnyRouter): boolean {
  return router.history.location.pathname === '/';
}

async function leftAt(atTheDoor: boolean): Promise<{ readonly page: string | null; readonly list: unknown }> {
  const [page, list] = await Promise.all([atTheDoor ? taken(PAGE) : null, taken(LIST)]);
  return { page: typeof page === 'string' && page.startsWith('/') ? page : null, list };
}

async function taken(key: string): Promise<unknown> {
  try {
    const kept = await api.drafts.get({ key });
    if (kept === null) return null;
    await api.drafts.drop({ key });
    return kept.value;
  } catch {
    // without it the window opens at its first page and with the whole list, which is no harm
    return null;
  }
}

function keepPlaces(router: AnyRouter, queries: QueryClient): () => void {
  const stops = [
    keptLater(
      PAGE,
      (changed) => router.history.subscribe(changed),
      () => {
        const { href } = router.history.location;
        return href !== '/' && href.length <= LONGEST_PLACE ? href : null;
      },
    ),
    keptLater(
      LIST,
      (changed) => onListPlace(queries, changed),
      () => listPlaceIn(queries),
    ),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Now, and a while after each change; null is nothing to keep. */
function keptLater(key: string, subscribe: (changed: () => void) => () => void, current: () => DraftValue | null): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const value = current();
      // a book that has been locked meanwhile takes nothing any more
      if (value !== null) void api.drafts.save({ key, value }).catch(() => null);
    }, KEEP_AFTER_MS);
  };
  const stop = subscribe(later);
  later();
  return () => {
    clearTimeout(timer);
    stop();
  };
}
