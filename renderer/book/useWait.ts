// The wait after wrong passwords, counted down on screen; main keeps the real one.

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorDetails } from '../../shared/errors';
import { asAppError } from '../core/api';

export interface Wait {
  readonly seconds: number;
  begin(seconds: number): void;
}

export function useWait(first: number): Wait {
  const [until, setUntil] = useState(() => Date.now() + first * 1000);
  const [now, setNow] = useState(Date.now);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (seconds === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [seconds]);
  return {
    seconds,
    begin: (more) => {
      setNow(Date.now());
      setUntil(Date.now() + more * 1000);
    },
  };
}

/** The wait in words: seconds, or minutes and seconds. */
export function useWaitText(): (seconds: number) => string {
  const { t } = useTranslation('book');
  return (seconds) =>
    seconds < 60
      ? t('lock.wait', { count: seconds })
      : t('lock.waitMinutes', { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, '0') });
}

const TRIED: ReadonlySet<string> = new Set([
  'keys.wrong-password',
  'keys.wrong-recovery-key',
  'keys.wrong-backup-password',
  'drill.wrong-key',
]);

/** How long an answer of the vault makes one wait before the next try. */
export function waitIn(error: unknown): number {
  const { code, details } = asAppError(error);
  if (code === 'keys.wait' && 'seconds' in details) return details.seconds;
  if (TRIED.has(code) && isTries(details)) {
    return details.triesBeforeWait === 0 ? details.nextWaitSeconds : 0;
  }
  return 0;
}

function isTries(details: object): details is ErrorDetails['keys.wrong-password'] {
  return 'triesBeforeWait' in details && 'nextWaitSeconds' in details;
}
