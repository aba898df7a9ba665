// Roles and their matrix. Saving it changes what people hold in keys.json as well: a right without its key is none.

import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { RoleId } from '../../shared/ids';
import type { Role, RoleChange } from '../../shared/people/contract';
import { effective, RIGHTS, type Levels } from '../../shared/permissions';
import type { CommandContext, Services } from '../core/context';
import type { Db } from '../core/database/database';
import { newUid } from '../core/database/uid';
import { dropDraftsAbout } from '../drafts/gone';
import type { PeopleParts } from './parts';
import { grantsOf, loosened, OWNER, readLevels, rightsOf, roleIdOf } from './rights';
import { listAccounts } from './accounts';
import { findRole, insertRole, listRoles, removeRole, renameRole, updateRole, type RoleRow } from './store';

export function createRolesService(parts: PeopleParts) {
  const { vault } = parts;
  return {
    ...ownRoles(parts),
    roles: (_input, { db }) => {
      const accounts = listAccounts(db);
      return listRoles(db).map((row) => roleOf(row, accounts.filter((account) => account.role === roleIdOf(row)).length));
    },
    async saveRoles({ roles, password }, context) {
      const sensitive = context.read(({ db }) => roles.some((change) => loosensSensitive(roleIn(db, change.id), change)));
      if (sensitive) {
        if (password === null) throw refuse('people.password-needed');
        await vault.switchTo({ accountId: context.session.accountUid, password });
      }
      context.write((writing) => saveRoles(writing, roles));
      await vault.changeAccounts(context.read(({ db }) => grantsNow(db, new Set(roles.map(({ id }) => id)))));
      return null;
    },
  } satisfies Partial<Services<AppContract>['people']>;
}

/** The shop's own roles. */
function ownRoles({ vault }: PeopleParts) {
  return {
    addRole({ name, like }, { db, now, trail }) {
      refuseTakenName(db, name, null);
      const model = roleIn(db, like);
      const uid = newUid(Date.parse(now));
      const rights = rightsOf(db, like);
      // Like the owner's is not given away with a name: everything but the owner's keys.
      const levels: Levels = rights.owner ? { ...rights.levels, audit: 'none', people: 'none' } : readLevels(model.levels);
      insertRole(db, {
        uid,
        key: null,
        name,
        levels: JSON.stringify(levels),
        ownClientsOnly: rights.ownClientsOnly,
        exportRows: rights.owner ? 0 : model.export_rows,
        revealsPerDay: rights.owner ? 0 : model.reveals_per_day,
      });
      trail.note({ role: uid, like });
      return { id: RoleId.parse(uid) };
    },
    async renameRole({ id, name }, context) {
      context.write(({ db, trail }) => {
        const row = ownRoleIn(db, id);
        refuseTakenName(db, name, row);
        renameRole(db, row.id, name);
        trail.note({ role: id });
      });
      const people = context.read(({ db }) => listAccounts(db).filter((account) => account.role === id && account.disabled_at === null));
      await vault.changeAccounts(people.map((account) => ({ id: account.uid, roleName: name })));
      return null;
    },
    removeRole({ id }, { db, now, trail }) {
      const row = ownRoleIn(db, id);
      const people = listAccounts(db).filter((account) => account.role === id).length;
      if (people > 0) throw new AppError('people.role-in-use', { people });
      removeRole(db, row.id, now);
      dropDraftsAbout(db, 'role', id);
      trail.note({ role: id });
      return null;
    },
  } satisfies Partial<Services<AppContract>['people']>;
}

/** Writes the matrix; the log says which right of which role went from where to where. */
export function saveRoles({ db, trail }: CommandContext, roles: readonly RoleChange[]): void {
  const changes: { role: string; right: string; from: string; to: string }[] = [];
  for (const { id, levels, ownClientsOnly, exportRows, revealsPerDay } of roles) {
    const row = roleIn(db, id);
    if (row.key === OWNER) throw new AppError('session.not-allowed', { permission: 'owner' });
    const before = readLevels(row.levels);
    const after = checked(levels);
    for (const right of Object.keys(RIGHTS))
      if (isRight(right) && before[right] !== after[right]) changes.push({ role: id, right, from: before[right], to: after[right] });
    const note = (right: string, from: unknown, to: unknown) =>
      from !== to && changes.push({ role: id, right, from: String(from), to: String(to) });
    note('own-clients', row.own_clients_only === 1, ownClientsOnly);
    note('export-rows', row.export_rows, exportRows);
    note('reveals', row.reveals_per_day, revealsPerDay);
    updateRole(db, row.id, { levels: JSON.stringify(after), ownClientsOnly, exportRows, revealsPerDay });
  }
  // 'changes' is the digest of what the act changed
  trail.note({ rights: changes });
}

/** What everybody in these roles holds from now on. */
export function grantsNow(db: Db, roles: ReadonlySet<string>) {
  return listAccounts(db)
    .filter((account) => roles.has(account.role) && account.disabled_at === null)
    .map((account) => ({ id: account.uid, grants: grantsOf(rightsOf(db, account.role)) }));
}

function loosensSensitive(row: RoleRow, change: RoleChange): boolean {
  const before = effective(readLevels(row.levels));
  const after = effective(checked(change.levels));
  const more = loosened(before, after);
  const rows = (value: number | null) => value ?? Number.POSITIVE_INFINITY;
  return more.includes('export') || more.includes('audit') || rows(change.exportRows) > rows(row.export_rows);
}

/** Only levels the right has. */
function checked(levels: Levels): Levels {
  for (const [right, level] of Object.entries(levels)) {
    const allowed: readonly string[] = isRight(right) ? RIGHTS[right].levels : [];
    if (!allowed.includes(level)) throw new AppError('bridge.bad-input', { issues: [{ path: right, problem: 'level' }] });
  }
  return levels;
}

function roleOf(row: RoleRow, people: number): Role {
  return {
    id: RoleId.parse(roleIdOf(row)),
    key: row.key,
    name: row.name,
    levels: { ...readLevels(row.levels) },
    ownClientsOnly: row.own_clients_only === 1,
    exportRows: row.export_rows,
    revealsPerDay: row.reveals_per_day,
    people,
  };
}

function roleIn(db: Db, id: string): RoleRow {
  const row = findRole(db, id);
  if (!row) throw new AppError('record.not-found', { kind: 'role' });
  return row;
}

function ownRoleIn(db: Db, id: string): RoleRow {
  const row = roleIn(db, id);
  if (row.key !== null) throw new AppError('session.not-allowed', { permission: 'owner' });
  return row;
}

function refuseTakenName(db: Db, name: string, self: RoleRow | null): void {
  if (listRoles(db).some((row) => row.name === name && row.id !== self?.id)) throw new AppError('people.name-taken', { name });
}

function isRight(text: string): text is keyof typeof RIGHTS {
  return Object.hasOwn(RIGHTS, text);
}
