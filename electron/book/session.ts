// Who is signed in, as the book knows them now: every request asks anew, so that a session does not outlive its account or its rights.

import { refuse } from '../../shared/errors';
import type { Rights } from '../../shared/permissions';
import type { Session } from '../core/context';
import type { Db } from '../core/database/database';
import { rightsOfRow } from '../people/rights';
import { findAccountStanding, type AccountStanding } from './store';

export interface Standing {
  readonly session: Session;
  /** Changes when anything does that the session rests on. */
  readonly mark: string;
}

/** What the vault knows of the person who opened the book. */
export interface Holder {
  readonly accountId: string;
  readonly mustChoose: boolean;
  readonly keys: { readonly health: boolean; readonly photos: boolean };
}

/** Refuses an account the book does not know, has disabled or removed. */
export function standingOf(db: Db, holder: Holder): Standing {
  const row = findAccountStanding(db, holder.accountId);
  if (!row || row.stands === 0) throw refuse('keys.no-account');
  return { session: sessionOf(row, holder), mark: markOf(row, holder) };
}

/** Undefined when the account no longer stands; the same object when nothing changed. */
export function standingStill(db: Db, holder: Holder, known: Standing): Standing | undefined {
  const row = findAccountStanding(db, holder.accountId);
  if (!row || row.stands === 0) return undefined;
  return markOf(row, holder) === known.mark ? known : { session: sessionOf(row, holder), mark: markOf(row, holder) };
}

function sessionOf(row: AccountStanding, holder: Holder): Session {
  return {
    accountId: row.id,
    accountUid: holder.accountId,
    name: row.name,
    role: row.role,
    roleName: row.role_name,
    staffId: row.staff_id,
    staffUid: row.staff_uid,
    rights: withoutKeys(
      rightsOfRow({ ...row, id: 0, uid: '', key: row.role_key, name: row.role_name, levels: row.levels ?? '{}' }),
      holder,
    ),
    mustChoose: holder.mustChoose,
  };
}

function markOf(row: AccountStanding, holder: Holder): string {
  const { keys, mustChoose } = holder;
  return [
    row.name,
    row.role,
    row.levels,
    row.own_clients_only,
    row.export_rows,
    row.reveals_per_day,
    row.staff_id,
    keys.health,
    keys.photos,
    mustChoose,
  ].join('|');
}

/** A right whose key is not held is worth nothing. */
function withoutKeys(rights: Rights, { keys }: Holder): Rights {
  if (keys.health && keys.photos) return rights;
  const levels = { ...rights.levels };
  if (!keys.health) levels.health = 'none';
  if (!keys.photos) levels.photos = 'none';
  return { ...rights, levels };
}
