// Which backups of a folder stay: the newest three of today, one a day for fourteen days, one a month for twelve months. Days and months are those that
// have one, not those of the calendar: a clock that jumps ahead must not make all of them old at once.

import type { BackupKind } from '../../shared/backups/contract';
import { addMonths, todayAt, type IsoDate } from '../../shared/core/date';

export interface Rotated {
  readonly uid: string;
  readonly at: string;
  readonly sequence: number;
  readonly kind: BackupKind;
}

/** The ones that may go, the oldest first. The newest never may, whatever the clock says. */
export function expired<T extends Rotated>(backups: readonly T[], now: Date): T[] {
  const newestFirst = [...backups].sort((a, b) => b.sequence - a.sequence);
  const kept = keptOf(newestFirst, now);
  return newestFirst.filter((backup) => !kept.has(backup)).reverse();
}

const OF_TODAY = 3;
const DAYS = 14;
const MONTHS = 12;
const WAYS_BACK: ReadonlySet<BackupKind> = new Set(['before-restore', 'before-migration']);

function keptOf<T extends Rotated>(newestFirst: readonly T[], now: Date): ReadonlySet<T> {
  const today = todayAt(now);
  const dayOf = ({ at }: T): IsoDate => todayAt(new Date(at));
  const past = newestFirst.filter((one) => dayOf(one) <= today);
  const days = newestEach(past, dayOf).slice(0, DAYS);
  const months = newestEach(past, (one) => monthOf(dayOf(one))).slice(0, MONTHS);
  return new Set([
    ...newestFirst.slice(0, 1),
    ...newestFirst.filter((one) => dayOf(one) === today).slice(0, OF_TODAY),
    ...days,
    ...months,
    // The way back from a restore, and from an update of the app.
    ...newestFirst.filter((one) => WAYS_BACK.has(one.kind) && dayOf(one) > addMonths(today, -MONTHS)),
    // Made while the clock was ahead: nobody knows how old they are.
    ...newestFirst.filter((one) => dayOf(one) > today),
  ]);
}

function newestEach<T>(newestFirst: readonly T[], groupOf: (one: T) => string): T[] {
  const groups = new Map<string, T>();
  for (const one of newestFirst) if (!groups.has(groupOf(one))) groups.set(groupOf(one), one);
  return [...groups.values()];
}

function monthOf(day: IsoDate): string {
  return day.slice(0, 7);
}
