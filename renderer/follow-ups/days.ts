// Follow-ups grouped by the day they are due; what is overdue stands together in front.

import type { IsoDate } from '../../shared/core/date';
import type { BoardLine } from '../../shared/follow-ups/contract';

export interface DayGroup {
  /** null: overdue. */
  readonly day: IsoDate | null;
  readonly lines: readonly BoardLine[];
}

export function byDay(lines: readonly BoardLine[], today: IsoDate): readonly DayGroup[] {
  const groups = new Map<IsoDate | null, BoardLine[]>();
  for (const line of lines) {
    const day = line.dueOn < today ? null : line.dueOn;
    groups.set(day, [...(groups.get(day) ?? []), line]);
  }
  return [...groups].map(([day, group]) => ({ day, lines: group }));
}
