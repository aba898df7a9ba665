// The rows of the matrix: every right, and beside the ones they limit, the three figures of a role.

import type { Role, RoleChange } from '../../shared/people/contract';
import { LEVELS, RIGHT_GROUPS, RIGHT_IDS, RIGHTS, type Level, type RightGroup, type RightId } from '../../shared/permissions';

export type NumberRow = 'reveals' | 'export-rows';
export type RowId = RightId | 'own-clients' | NumberRow;

/** What a cell holds: a level, whose clients, or a number; null is any number. */
export type CellValue = Level | 'own' | 'all' | number | null;

/** What stands in a cell that is chosen from a menu. */
export type Choice = Level | 'own' | 'all';

export const ROW_GROUPS: readonly { readonly group: RightGroup; readonly rows: readonly RowId[] }[] = RIGHT_GROUPS.map((group) => ({
  group,
  rows: RIGHT_IDS.flatMap((right) => (RIGHTS[right].group === group ? [right, ...limitsUnder(right)] : [])),
}));

export const ROWS: readonly RowId[] = ROW_GROUPS.flatMap(({ rows }) => rows);

export function isRight(row: RowId): row is RightId {
  return Object.hasOwn(RIGHTS, row);
}

export function isNumberRow(row: RowId): row is NumberRow {
  return row === 'reveals' || row === 'export-rows';
}

/** What a cell of this row offers, most first. */
export function choicesOf(row: RowId): readonly Choice[] {
  if (isRight(row)) return [...RIGHTS[row].levels].reverse();
  return row === 'own-clients' ? ['all', 'own'] : [];
}

/** A right one has or has not: said as yes or no, not as change or no. */
export function isYesNo(row: RowId): boolean {
  return isRight(row) && RIGHTS[row].levels.length === 2 && choicesOf(row)[0] === 'change' && choicesOf(row)[1] === 'none';
}

/** The key that chooses it, the same one in every row: 1 change · 2 see · 3 masked · 4 no; all and own are 1 and 2. */
export function digitOf(choice: Choice): string {
  if (choice === 'all') return '1';
  if (choice === 'own') return '2';
  return String(LEVELS.length - LEVELS.indexOf(choice));
}

export function valueOf(role: Role | RoleChange, row: RowId): CellValue {
  if (row === 'own-clients') return role.ownClientsOnly ? 'own' : 'all';
  if (row === 'reveals') return role.revealsPerDay;
  if (row === 'export-rows') return role.exportRows;
  return role.levels[row];
}

/** The most a number of this row may be, as the contract has it. */
export const MOST: Readonly<Record<NumberRow, number>> = { reveals: 10_000, 'export-rows': 10_000_000 };

function limitsUnder(right: RightId): readonly RowId[] {
  if (right === 'clients') return ['own-clients'];
  if (right === 'contact') return ['reveals'];
  return right === 'export' ? ['export-rows'] : [];
}
