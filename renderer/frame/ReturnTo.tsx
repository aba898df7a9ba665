// Where somebody is, is kept with their drafts; after a crash the window opens there again, once.

import type { AnyRouter } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { api } from '../core/api';

/** Not at once: a page that brings the window down as soon as it is shown is not opened a second time. */
const KEEP_AFTER_MS = 1000;
const KEY = 'place';
const LONGEST_PLACE = 500;

export function ReturnTo({ router, children }: { readonly router: AnyRouter; readonly children: ReactNode }) {
  const [arrived, setArrived] = useState(() => !isAtTheDoor(router));
  useEffect(() => {
    if (arrived) return keepPlace(router);
    let gone = false;
    void leftAt().then((place) => {
      if (gone) return;
      if (place !== null) router.history.replace(place);
      setArrived(true);
    });
    return () => {
      gone = true;
    };
  }, [router, arrived]);
  return arrived ? children : null;
}

/** The window was opened just now, or belongs to somebody else than before: nobody has chosen a page yet. */
function isAtTheDoor(router: AnyRouter): boolean {
  return router.history.location.pathname === '/';
}

async function leftAt(): Promise<string | null> {
  try {
    const kept = await api.drafts.get({ key: KEY });
    if (kept === null) return null;
    await api.drafts.drop({ key: KEY });
    return typeof kept.value === 'string' && kept.value.startsWith('/') ? kept.value : null;
  } catch {
    // without it the window opens at its first page, which is no harm
    return null;
  }
}

function keepPlace(router: AnyRouter): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { href } = router.history.location;
      // a book that has been locked meanwhile takes nothing any more
      if (href !== '/' && href.length <= LONGEST_PLACE) void api.drafts.save({ key: KEY, value: href }).catch(() => null);
    }, KEEP_AFTER_MS);
  };
  const stop = router.history.subscribe(later);
  later();
  return () => {
    clearTimeout(timer);
    stop();
  };
}
