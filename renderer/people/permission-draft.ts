// What has been changed in the matrix and not saved yet: as a list of changes, as the roles that would come of it, and what it loosens.

import { z } from 'zod';
import type { Role, RoleChange } from '../../shared/people/contract';
import { effective, heldDown, LEVELS, levelsOf, type Level, type Levels, type RightId } from '../../shared/permissions';
import { ROWS, valueOf, type CellValue, type RowId } from './permission-rows';
import type { HeldBy } from './words';

/** By role and row: 'therapist contact' → 'masked'. */
export const Edits = z.record(z.string(), z.union([z.enum([...LEVELS, 'own', 'all']), z.int(), z.null()]));
export type Edits = z.infer<typeof Edits>;

export interface Change {
  readonly role: Role;
  readonly row: RowId;
  readonly from: CellValue;
  readonly to: CellValue;
}

export interface Held {
  readonly right: RightId;
  readonly to: Level;
  readonly by: HeldBy;
}

export function editKey(roleId: string, row: RowId): string {
  return `${roleId} ${row}`;
}

/** The cell as it would be after saving. */
export function draftValue(role: Role, row: RowId, edits: Edits): CellValue {
  const edited = edits[editKey(role.id, row)];
  return edited === undefined ? valueOf(role, row) : edited;
}

export function changesOf(roles: readonly Role[], edits: Edits): readonly Change[] {
  return roles.flatMap((role) =>
    ROWS.map((row) => ({ role, row, from: valueOf(role, row), to: draftValue(role, row, edits) })).filter(({ from, to }) => from !== to),
  );
}

export function changedRoles(roles: readonly Role[], edits: Edits): RoleChange[] {
  const changed = new Set(changesOf(roles, edits).map(({ role }) => role));
  return [...changed].map((role) => ({
    id: role.id,
    levels: levelsIn(role, edits),
    ownClientsOnly: draftValue(role, 'own-clients', edits) === 'own',
    exportRows: numberIn(draftValue(role, 'export-rows', edits)),
    revealsPerDay: numberIn(draftValue(role, 'reveals', edits)),
  }));
}

export function levelsIn(role: Role, edits: Edits): Levels {
  return levelsOf((right) => LEVELS.find((level) => level === draftValue(role, right, edits)) ?? role.levels[right]);
}

/** More export or more of the audit log than before, also by way of a right they rest on: that takes the owner's password. */
export function loosens(roles: readonly Role[], edits: Edits): readonly ('export' | 'audit')[] {
  const looser = new Set(
    changedRoles(roles, edits).flatMap((after) => {
      const before = roles.find(({ id }) => id === after.id);
      return before ? loosenedIn(before, after) : [];
    }),
  );
  return (['export', 'audit'] as const).filter((right) => looser.has(right));
}

/** Which rights of a role are worth less than they say, and what they rest on. */
export function heldIn(levels: Levels): readonly Held[] {
  return heldDown(levels).map(({ right, to }) => ({ right, to, by: reasonFor(levels, right) }));
}

function reasonFor(levels: Levels, right: RightId): HeldBy {
  if (levels.clients === 'none') return 'clients';
  if (right === 'insights') return 'money';
  return right === 'money' ? 'visits' : 'import';
}

function loosenedIn(before: Role, after: RoleChange): readonly ('export' | 'audit')[] {
  const [had, has] = [effective(before.levels), effective(after.levels)];
  const more = (['export', 'audit'] as const).filter((right) => LEVELS.indexOf(has[right]) > LEVELS.indexOf(had[right]));
  return rowsOf(after) > rowsOf(before) ? [...more, 'export'] : more;
}

function rowsOf({ exportRows }: Role | RoleChange): number {
  return exportRows ?? Number.POSITIVE_INFINITY;
}

function numberIn(value: CellValue): number | null {
  return typeof value === 'number' ? value : null;
}
