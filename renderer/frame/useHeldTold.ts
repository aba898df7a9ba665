// What is saved while something large is written to the book waits for it: said once it is felt, until it is saved.

import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvent } from '../core/events';
import { hideToast, showWaiting } from '../core/ui/toasts';

const TOAST = 'held';
/** Shorter waits are not noticed; a sentence that flashes would be. */
const FELT_MS = 400;

export function useHeldTold(): void {
  const { t } = useTranslation('frame');
  const timer = useRef<Timer>(null);
  useEvent('held', ({ waiting }) => {
    if (waiting === 0) stop(timer);
    else timer.current ??= setTimeout(() => showWaiting(TOAST, t('held')), FELT_MS);
  });
  useEffect(() => () => stop(timer), []);
}

type Timer = ReturnType<typeof setTimeout> | null;

function stop(timer: RefObject<Timer>): void {
  if (timer.current !== null) clearTimeout(timer.current);
  timer.current = null;
  hideToast(TOAST);
}
