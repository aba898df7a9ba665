// Notes that are written three at a time: what was acknowledged must be there, and never one or two of the three.

import type { BookConnection } from '../../electron/core/database/connection';

const FIRST_ID = 10_000;
const ROWS = 3;

export const GROUP_WORDS = (group: number): string => `group ${group} ${'words '.repeat(80)}`;

export function groupRows(group: number): number[] {
  return Array.from({ length: ROWS }, (_, row) => FIRST_ID + group * ROWS + row);
}

export interface GroupCount {
  /** Acknowledged, and not there or not as written. */
  readonly lost: number;
  /** Some rows of a group without the others, or other words than were written. */
  readonly half: number;
}

/** Reads every group of the book; `damaged` pages show as an error. */
export function countGroups(db: BookConnection, acknowledged: readonly number[]): GroupCount {
  const rows = db.prepare<[number], { id: number; words: string }>('SELECT id, words FROM note WHERE id >= ?').all(FIRST_ID);
  const found = new Map<number, number>();
  let half = 0;
  for (const { id, words } of rows) {
    const group = Math.floor((id - FIRST_ID) / ROWS);
    if (words === GROUP_WORDS(group)) found.set(group, (found.get(group) ?? 0) + 1);
    else half += 1;
  }
  half += [...found.values()].filter((count) => count !== ROWS).length;
  return { lost: acknowledged.filter((group) => found.get(group) !== ROWS).length, half };
}
