// Sessions for what is tested below dispatch.

import type { Session, Trail } from '../../electron/core/context';
import { newUid } from '../../electron/core/database/uid';
import { OWNER_RIGHTS } from '../../shared/permissions';

export function aSession(given: Partial<Session> = {}): Session {
  return {
    accountId: 1,
    accountUid: newUid(0),
    name: '苏敏',
    role: 'owner',
    roleName: null,
    staffId: null,
    staffUid: null,
    rights: OWNER_RIGHTS,
    mustChoose: false,
    ...given,
  };
}

/** Nobody is watching here. */
export const noTrail: Trail = { note: () => undefined, read: () => undefined };
