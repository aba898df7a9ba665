// The renderer's clock: what day it is, also after midnight on a PC that stays on.

import { useEffect, useState } from 'react';
import { todayAt, type IsoDate } from '../../shared/core/date';

const CHECK_EVERY_MS = 20_000;

export function today(): IsoDate {
  return todayAt(new Date());
}

export function useToday(): IsoDate {
  const [day, setDay] = useState(today);
  useEvery(() => setDay(today()));
  return day;
}

export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEvery(() => setNow(new Date()));
  return now;
}

function useEvery(act: () => void): void {
  useEffect(() => {
    const timer = setInterval(act, CHECK_EVERY_MS);
    return () => clearInterval(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the callers only set state, which never goes stale
  }, []);
}
