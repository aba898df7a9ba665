// One person's turn at this PC: between two of them everything the window held is thrown away.

import { modals } from '@mantine/modals';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetRecords } from '../core/queries';
import { clearToasts, showDone } from '../core/ui/toasts';
import type { BookState } from './state';
import { noteTurn } from './turns';

/** True once the window holds nothing of anybody else; the screens of a session are drawn only then. */
export function useTurn(session: BookState['session'], anotherPerson: () => void): boolean {
  const { t } = useTranslation('book');
  const queries = useQueryClient();
  const person = session?.accountId ?? null;
  const [cleared, setCleared] = useState<string | null>(null);
  const last = useRef<string | null>(null);
  const begin = useEffectEvent((now: string): void => {
    const before = last.current;
    noteTurn(now);
    last.current = now;
    if (before === null || before === now) return;
    clearToasts();
    modals.closeAll();
    anotherPerson();
    if (cleared === before) showDone(t('switch.done', { name: session?.name ?? '' }));
  });
  // After the screens are gone: while one is there, it would ask again.
  useEffect(() => {
    forgetRecords(queries);
    if (person !== null) begin(person);
    // oxlint-disable-next-line react/set-state-in-effect -- what it says is true only once the cache has been emptied here
    setCleared(person);
  }, [person, queries]);
  return cleared === person;
}
