// A field that has just been opened by a key or a button takes the focus, because typing is what comes next.

import { useEffect, useRef, type RefObject } from 'react';

export function useFirstFocus<E extends HTMLElement>(wanted = true): RefObject<E | null> {
  const field = useRef<E>(null);
  useEffect(() => {
    if (wanted) field.current?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it appears
  }, []);
  return field;
}
