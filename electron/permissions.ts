// Which role may do what. One role for now: the owner, who may do everything; whoever is not listed may do nothing.

import { PERMISSIONS } from '../shared/permissions';

const ROLES: Readonly<Record<string, ReadonlySet<string>>> = { owner: new Set(PERMISSIONS) };

export function allows(role: string, permission: string): boolean {
  return Object.hasOwn(ROLES, role) && (ROLES[role]?.has(permission) ?? false);
}
