// When a backup is due. Pure: the clock and what is known come in.

import { isoInstant, todayAt, type IsoDate, type IsoInstant } from '../../shared/core/date';

export interface Known {
  readonly dailyAt: string;
  readonly dailyOn: IsoDate | null;
  /** When the last good one was made, or else the book. */
  readonly since: string;
  /** Something was changed since the last good one. */
  readonly changed: boolean;
}

/** Once a day at its time; one that was missed, because the PC was off or the book locked, is made up for. A clock set back makes no second one of the same day. */
export function isDailyDue(now: Date, { dailyAt, dailyOn, since, changed }: Known): boolean {
  if (!changed || dailyOn === todayAt(now)) return false;
  return now >= atTime(now, dailyAt) || now.getTime() - Date.parse(since) >= DAY;
}

export function nextDaily(now: Date, { dailyAt, dailyOn }: Pick<Known, 'dailyAt' | 'dailyOn'>): IsoInstant {
  const today = atTime(now, dailyAt);
  const done = now >= today || dailyOn === todayAt(now);
  return isoInstant(done ? atTime(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1), dailyAt) : today);
}

export function isOverdue(now: Date, since: string): boolean {
  return now.getTime() - Date.parse(since) > 3 * DAY;
}

const DAY = 86_400_000;

function atTime(day: Date, time: string): Date {
  const [hours, minutes] = time.split(':').map(Number);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes);
}
