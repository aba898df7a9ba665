// From a role's row to the rights of whoever is in it. A role nobody knows has none.

import { effective, LEVELS, OWNER_RIGHTS, RIGHTS, RIGHT_IDS, levelsOf, type Levels, type Rights } from '../../shared/permissions';
import type { Db } from '../core/database/database';
import { newUid } from '../core/database/uid';
import { DEFAULT_ROLES } from './default-roles';
import { findRole, insertRole, listRoles, type RoleRow } from './store';

export const OWNER = 'owner';

/** Which keys a role's people hold: what the vault wraps for them. */
export interface Grants {
  readonly health: boolean;
  readonly photos: boolean;
  readonly owner: boolean;
}

export function rightsOf(db: Db, roleId: string): Rights {
  const row = findRole(db, roleId);
  return row ? rightsOfRow(row) : NO_RIGHTS;
}

export function rightsOfRow(row: RoleRow): Rights {
  if (row.key === OWNER) return OWNER_RIGHTS;
  return {
    owner: false,
    levels: effective(readLevels(row.levels)),
    ownClientsOnly: row.own_clients_only === 1,
    exportRows: row.export_rows,
    revealsPerDay: row.reveals_per_day,
  };
}

export function grantsOf({ owner, levels }: Rights): Grants {
  return { owner, health: levels.health !== 'none', photos: levels.photos !== 'none' };
}

/** Levels as stored; what this version does not know is left out, what is missing is the least there is. */
export function readLevels(stored: string): Levels {
  const known: unknown = JSON.parse(stored);
  const found = known !== null && typeof known === 'object' ? new Map<string, unknown>(Object.entries(known)) : new Map<string, unknown>();
  return levelsOf((right) => {
    const allowed: readonly string[] = RIGHTS[right].levels;
    const level = found.get(right);
    return LEVELS.find((one) => one === level && allowed.includes(one)) ?? RIGHTS[right].levels[0];
  });
}

/** Call inside an act. Books made before there were roles get the same ones as new books. */
export function insertDefaultRoles(db: Db, milliseconds: number): void {
  for (const { key, levels, ...rest } of DEFAULT_ROLES)
    insertRole(db, { uid: newUid(milliseconds), key, name: null, levels: JSON.stringify(levels), ...rest });
}

export function hasRoles(db: Db): boolean {
  return listRoles(db).length > 0;
}

const NO_RIGHTS: Rights = {
  owner: false,
  levels: levelsOf((right) => RIGHTS[right].levels[0]),
  ownClientsOnly: true,
  exportRows: 0,
  revealsPerDay: 0,
};

/** A role row's id as accounts name it. */
export function roleIdOf(row: Pick<RoleRow, 'key' | 'uid'>): string {
  return row.key ?? row.uid;
}

/** Rights of `after` that reach further than in `before`. */
export function loosened(before: Levels, after: Levels): readonly (keyof Levels)[] {
  return RIGHT_IDS.filter((right) => LEVELS.indexOf(after[right]) > LEVELS.indexOf(before[right]));
}
