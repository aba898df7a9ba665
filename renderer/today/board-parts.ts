// The three parts of Today's board: overdue, today, and the rest of the week.

import { addDays, weekdayOf, type IsoDate } from '../../shared/core/date';
import type { BoardLine } from '../../shared/follow-ups/contract';

export interface BoardPart {
  readonly part: 'overdue' | 'today' | 'week' | 'nextWeek';
  readonly lines: readonly BoardLine[];
}

/** The Sunday the board reaches to; on a Sunday that of the coming week, so that Monday is never a surprise. */
export function endOfBoard(today: IsoDate): IsoDate {
  const weekday = weekdayOf(today);
  return addDays(today, weekday === 7 ? 7 : 7 - weekday);
}

/** Only parts with lines in them, in the order of the page. */
export function boardParts(lines: readonly BoardLine[], today: IsoDate): readonly BoardPart[] {
  const parts: readonly BoardPart[] = [
    { part: 'overdue', lines: lines.filter(({ dueOn }) => dueOn < today) },
    { part: 'today', lines: lines.filter(({ dueOn }) => dueOn === today) },
    { part: weekdayOf(today) === 7 ? 'nextWeek' : 'week', lines: lines.filter(({ dueOn }) => dueOn > today) },
  ];
  return parts.filter((part) => part.lines.length > 0);
}
