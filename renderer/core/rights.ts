// What the signed-in person may do: the interface leaves out what would only be refused. The rule itself is in main.

import { allows, levelsOf, type Level, type Permission, type Rights, type RightId } from '../../shared/permissions';
import { useQuery } from './data';

export interface HeldRights {
  readonly owner: boolean;
  readonly rights: Rights;
  can(permission: Permission): boolean;
  level(right: RightId): Level;
}

export function useRights(): HeldRights {
  const session = useQuery('book.status', null).data?.session;
  const rights = session?.rights ?? NONE;
  return { owner: rights.owner, rights, can: (permission) => allows(rights, permission), level: (right) => rights.levels[right] };
}

/** Before it is known who is there, nothing is offered. */
const NONE: Rights = { owner: false, levels: levelsOf(() => 'none'), ownClientsOnly: true, exportRows: 0, revealsPerDay: 0 };
