// Who begins to type while the list has the focus means the search: the field takes the key that was pressed and all that follow.

import { useEffect, type RefObject } from 'react';

/** Letters that are shortcuts of the page stay what they are: whoever listens first has taken them by the time they come here. */
export function useTypeToSearch(box: RefObject<HTMLElement | null>, search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || !box.current?.contains(document.activeElement) || !begins(event)) return;
      // the key is not prevented: the browser writes it, or hands it to the input method, where the focus is by then
      search.current?.focus();
      search.current?.select();
    }
    // after the document's own listeners, which hold the shortcuts
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [box, search]);
}

function begins(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  // an input method has the key and says no more of it
  if (event.key === 'Process') return true;
  return [...event.key].length === 1 && event.key !== ' ';
}
