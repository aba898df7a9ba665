// What is saved while something large is written to the book waits for it: said once it is felt, until it is saved.

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvent } from '../core/events';
import { hideToast, showWaiting } from '../core/ui/toasts';

const TOAST = 'held';
/** Shorter waits are not noticed; a sentence that flashes would be. */
const FELT_MS = 400;

export function useHeldTold(): void {
  const { t } = useTranslation('frame');
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  function stop(): void {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    hideToast(TOAST);
  }
  useEvent('held', ({ waiting }) => {
    if (waiting === 0) stop();
    else timer.current ??= setTimeout(() => showWaiting(TOAST, t('held')), FELT_MS);
  });
  useEffect(() => stop, []);
}
