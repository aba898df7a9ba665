// Who may do what, from the book that goes: a restore brings back what the shop wrote down, never a right.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';
import { hasRoles, insertDefaultRoles } from '../people/rights';

export interface PersonNow {
  readonly uid: string;
  readonly name: string;
  readonly role: string;
  readonly staff_uid: string | null;
  readonly disabled_at: string | null;
  readonly removed_at: string | null;
  readonly created_at: string;
}

interface RoleNow {
  readonly uid: string;
  readonly key: string | null;
  readonly name: string | null;
  readonly levels: string;
  readonly own_clients_only: number;
  readonly export_rows: number | null;
  readonly reveals_per_day: number | null;
  readonly sort: number;
  readonly removed_at: string | null;
}

interface PinNow {
  readonly uid: string;
  readonly salt: string;
  readonly hash: string;
  readonly wrong: number;
  readonly set_at: string;
}

export interface PeopleNow {
  readonly people: readonly PersonNow[];
  readonly roles: readonly RoleNow[];
  readonly pins: readonly PinNow[];
}

/** As keys.json has them. */
export interface Holder {
  readonly uid: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: string | null;
}

export function peopleIn(db: Db): PeopleNow {
  return {
    people: allRows(
      db,
      `SELECT a.uid, a.name, a.role, s.uid AS staff_uid, a.disabled_at, a.removed_at, a.created_at
       FROM account a LEFT JOIN staff s ON s.id = a.staff_id ORDER BY a.id`,
    ),
    roles: allRows(
      db,
      'SELECT uid, key, name, levels, own_clients_only, export_rows, reveals_per_day, sort, removed_at FROM role ORDER BY id',
    ),
    pins: allRows(db, 'SELECT a.uid, p.salt, p.hash, p.wrong, p.set_at FROM account_pin p JOIN account a ON a.id = p.account_id'),
  };
}

/** What keys.json alone can tell when the book that goes cannot be read: a role of the shop's own that it does not explain gives no right. */
export function peopleOf(db: Db, holders: readonly Holder[], now: IsoInstant): PeopleNow {
  // A book of the first version has none yet, and gets them when it is opened.
  if (!hasRoles(db)) insertDefaultRoles(db, Date.parse(now));
  const before = peopleIn(db);
  const people = holders.map(({ uid, name, role }) => {
    const known = before.people.find((person) => person.uid === uid);
    return { staff_uid: null, created_at: now, ...known, uid, name, role, disabled_at: null, removed_at: null };
  });
  // Who was shut out when the backup was made has no keys either, and stays as they were.
  const shutOut = before.people.filter(({ uid, disabled_at }) => disabled_at !== null && !holders.some((holder) => holder.uid === uid));
  const added = holders
    .filter(({ role }) => !before.roles.some((known) => known.key === role || known.uid === role))
    .map(({ role, roleName }) => ({ ...NO_RIGHTS, uid: role, name: roleName }));
  return { people: [...people, ...shutOut], roles: [...before.roles, ...added], pins: [] };
}

/** Inside an act. */
export function keepPeople(db: Db, { people, roles, pins }: PeopleNow, now: IsoInstant): void {
  for (const role of roles) keepRole(db, role);
  const roleUids = JSON.stringify(roles.map(({ uid }) => uid));
  runSql(db, 'UPDATE role SET removed_at = ? WHERE removed_at IS NULL AND uid NOT IN (SELECT value FROM json_each(?))', [now, roleUids]);
  for (const person of people) keepPerson(db, person);
  const uids = JSON.stringify(people.map(({ uid }) => uid));
  runSql(
    db,
    'UPDATE account SET removed_at = ?, staff_id = NULL WHERE removed_at IS NULL AND uid NOT IN (SELECT value FROM json_each(?))',
    [now, uids],
  );
  runSql(db, 'DELETE FROM account_pin');
  for (const { uid, salt, hash, wrong, set_at } of pins)
    runSql(
      db,
      'INSERT INTO account_pin (account_id, salt, hash, wrong, set_at) SELECT id, ?, ?, ?, ? FROM account WHERE uid = ? AND removed_at IS NULL',
      [salt, hash, wrong, set_at, uid],
    );
}

export function accountIdOf(db: Db, uid: string): number | null {
  return oneRow<{ id: number }>(db, 'SELECT id FROM account WHERE uid = ?', [uid])?.id ?? null;
}

const NO_RIGHTS = {
  key: null,
  levels: '{}',
  own_clients_only: 1,
  export_rows: null,
  reveals_per_day: null,
  sort: 0,
  removed_at: null,
} as const;

function keepRole(db: Db, role: RoleNow): void {
  const { uid, key, name, levels, own_clients_only, export_rows, reveals_per_day, sort, removed_at } = role;
  const { changes } = runSql(
    db,
    `UPDATE role SET name = :name, levels = :levels, own_clients_only = :own_clients_only, export_rows = :export_rows,
       reveals_per_day = :reveals_per_day, sort = :sort, removed_at = :removed_at WHERE uid = :uid`,
    { uid, name, levels, own_clients_only, export_rows, reveals_per_day, sort, removed_at },
  );
  if (changes > 0) return;
  runSql(
    db,
    `INSERT INTO role (uid, key, name, levels, own_clients_only, export_rows, reveals_per_day, sort, removed_at)
     VALUES (:uid, :key, :name, :levels, :own_clients_only, :export_rows, :reveals_per_day, :sort, :removed_at)`,
    { uid, key, name, levels, own_clients_only, export_rows, reveals_per_day, sort, removed_at },
  );
}

function keepPerson(db: Db, { uid, name, role, staff_uid, disabled_at, removed_at, created_at }: PersonNow): void {
  const staff = staff_uid === null ? null : (oneRow<{ id: number }>(db, 'SELECT id FROM staff WHERE uid = ?', [staff_uid])?.id ?? null);
  const { changes } = runSql(db, 'UPDATE account SET name = ?, role = ?, staff_id = ?, disabled_at = ?, removed_at = ? WHERE uid = ?', [
    ...[name, role, staff, disabled_at, removed_at],
    uid,
  ]);
  if (changes > 0) return;
  runSql(db, 'INSERT INTO account (uid, name, role, staff_id, disabled_at, removed_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    uid,
    ...[name, role, staff, disabled_at, removed_at],
    created_at,
  ]);
}
