// Whose clients a session may know of. For who sees only their own, everybody else does not exist: every list, count and search asks here.

import { AppError, refuse, type RecordKind } from '../../shared/errors';
import type { Context, Session } from '../core/context';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';

export type Asker = Pick<Context, 'db' | 'session'>;
export type Viewer = Pick<Session, 'rights' | 'staffId'>;

export interface OwnClients {
  /** A condition on `<alias>.id`; always true for who sees all clients. */
  readonly sql: string;
  readonly parameters: readonly number[];
}

/** No condition at all, so that figures kept over everybody hold. */
export function isEverybody({ sql }: OwnClients): boolean {
  return sql === EVERYBODY.sql;
}

export const EVERYBODY: OwnClients = { sql: 'TRUE', parameters: [] };
const NOBODY: OwnClients = { sql: 'FALSE', parameters: [] };

// A visit in the bin makes nobody one's own. Worked out once a statement, along client_staff and visit_staff.
const OWN_IDS = `SELECT mine.id FROM client mine WHERE mine.staff_id = ?
  UNION SELECT served.client_id FROM visit served WHERE served.staff_id = ? AND served.deleted_at IS NULL`;

/** The one condition: assigned to them, or served by them. `alias` is the table of clients, `column` what names the client in it. */
export function ownClients({ rights, staffId }: Viewer, alias = 'c', column = 'id'): OwnClients {
  if (!rights.ownClientsOnly) return EVERYBODY;
  return ownOfStaff(staffId, `${alias}.${column}`);
}

/** The same for a thread that has no session, only a row id of the staff. */
export function ownOfStaff(staffId: number | null, clientId = 'c.id'): OwnClients {
  if (staffId === null) return NOBODY;
  return { sql: `${clientId} IN (${OWN_IDS})`, parameters: [staffId, staffId] };
}

/** All of them as row ids, for what is searched in memory; null for who sees everybody. */
export function ownClientIds(db: Db, { rights, staffId }: Viewer): ReadonlySet<number> | null {
  if (!rights.ownClientsOnly) return null;
  if (staffId === null) return new Set();
  return new Set(allRows<{ id: number }>(db, OWN_IDS, [staffId, staffId]).map((row) => row.id));
}

const IS_OWN = `SELECT 1 FROM client c WHERE c.id = ?
  AND (c.staff_id = ? OR EXISTS (SELECT 1 FROM visit v WHERE v.client_id = c.id AND v.staff_id = ? AND v.deleted_at IS NULL))`;

export function isOwn(db: Db, { rights, staffId }: Viewer, clientRowId: number): boolean {
  if (!rights.ownClientsOnly) return true;
  return staffId !== null && oneRow(db, IS_OWN, [clientRowId, staffId, staffId]) !== undefined;
}

/** What hangs on a client whom the session may not know of is not found, whatever it is. */
export function refuseForeign({ db, session }: Asker, clientRowId: number, kind: RecordKind): void {
  if (!isOwn(db, session, clientRowId)) throw new AppError('record.not-found', { kind });
}

/** Refuses a uid that names nobody, or nobody the session may know of. */
export function clientRowId(asker: Asker, uid: string): number {
  return knownRow(asker, uid).id;
}

/** As `clientRowId`, and refuses a client in the bin: nothing new is written about them that nobody would see. */
export function clientRowIdOutOfBin(asker: Asker, uid: string): number {
  const { id, binned } = knownRow(asker, uid);
  if (binned === 1) throw refuse('clients.in-bin');
  return id;
}

function knownRow(asker: Asker, uid: string): { readonly id: number; readonly binned: number } {
  const row = oneRow<{ id: number; binned: number }>(asker.db, 'SELECT id, deleted_at IS NOT NULL AS binned FROM client WHERE uid = ?', [
    uid,
  ]);
  if (!row) throw new AppError('record.not-found', { kind: 'client' });
  refuseForeign(asker, row.id, 'client');
  return row;
}
