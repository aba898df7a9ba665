// Accounts: who may open the book. What the book says of a person and what keys.json gives them change together, the stricter half first.

import type { AppContract } from '../../shared/contract';
import { IsoInstant } from '../../shared/core/date';
import { AppError, refuse } from '../../shared/errors';
import { AccountId, StaffId } from '../../shared/ids';
import type { Account } from '../../shared/people/contract';
import type { Context, JobContext, Services } from '../core/context';
import { optionalRowId } from '../core/database/identity';
import { newUid } from '../core/database/uid';
import { dropDraftsAbout, dropDraftsOf } from '../drafts/gone';
import type { Vault } from '../vault/vault';
import { listApprovers } from './approval';
import type { PeopleParts } from './parts';
import { reviewService } from './review';
import { grantsOf, rightsOf } from './rights';
import { createRolesService } from './roles-service';
import { makeStartPassword } from './start-password';
import { findAccount, listAccounts, type AccountRow } from './accounts';
import { findRole, insertAccount, listLastSignIns, setAccountDisabled, setAccountRemoved, setAccountRole, updateAccount } from './store';

export function createPeopleService(parts: PeopleParts) {
  return {
    ...createRolesService(parts),
    ...reviewService(parts),
    ...coming(parts),
    ...staying(parts),
    ...leaving(parts),
    accounts: (_input, context) => accountsOf(parts, context),
    approvers: (beyond, context) =>
      listApprovers(parts.pins, context, beyond).map((account) => ({
        id: AccountId.parse(account.uid),
        name: account.name,
        role: account.role,
        roleName: findRole(context.db, account.role)?.name ?? null,
      })),
  } satisfies Services<AppContract>['people'];
}

/** Somebody new, or back again. */
function coming({ vault, pins }: PeopleParts) {
  return {
    async invite({ name, role, staffId }, context) {
      const startPassword = makeStartPassword();
      const made = context.write(({ db, now, trail }) => {
        const row = findRole(db, role);
        if (!row) throw new AppError('record.not-found', { kind: 'role' });
        refuseTakenName(db, name, null);
        const staff = optionalRowId(db, 'staff', staffId);
        refuseTakenStaff(db, staff, null);
        const uid = newUid(Date.parse(now));
        insertAccount(db, { uid, name, role, staffId: staff, at: now });
        trail.note({ account: uid, role });
        return { uid, roleName: row.name, grants: grantsOf(rightsOf(db, role)) };
      }).value;
      await vault.addAccount({ id: made.uid, name, role, roleName: made.roleName, startPassword, grants: made.grants });
      return { id: AccountId.parse(made.uid), startPassword };
    },
    async resetPassword({ id }, context) {
      const startPassword = makeStartPassword();
      const account = context.read(({ db }) => {
        const found = accountIn(db, id);
        refuseOneself(found, context);
        return found;
      });
      await vault.resetPassword(id, startPassword);
      context.write(({ db, now, trail }) => {
        pins.set(db, account.id, null, now);
        trail.note({ account: id });
      });
      return { startPassword };
    },
    async enable({ id }, context) {
      const startPassword = makeStartPassword();
      const { account, roleName, grants } = context.read(({ db }) => {
        const found = accountIn(db, id);
        return { account: found, roleName: findRole(db, found.role)?.name ?? null, grants: grantsOf(rightsOf(db, found.role)) };
      });
      await vault.addAccount({ id, name: account.name, role: account.role, roleName, startPassword, grants });
      context.write(({ db, trail }) => {
        setAccountDisabled(db, account.id, null);
        trail.note({ account: id });
      });
      return { startPassword };
    },
  } satisfies Partial<Services<AppContract>['people']>;
}

function staying({ vault }: PeopleParts) {
  return {
    async update({ id, name, staffId }, context) {
      context.write(({ db, trail }) => {
        const account = accountIn(db, id);
        refuseTakenName(db, name, account);
        const staff = optionalRowId(db, 'staff', staffId);
        refuseTakenStaff(db, staff, account);
        updateAccount(db, account.id, name, staff);
        trail.note({ account: id });
      });
      await vault.changeAccounts([{ id, name }]);
      return null;
    },
    async setRole({ id, role }, context) {
      const change = context.read(({ db }) => {
        const account = accountIn(db, id);
        refuseOneself(account, context);
        const row = findRole(db, role);
        if (!row) throw new AppError('record.not-found', { kind: 'role' });
        refuseWithoutOwner(db, account, role);
        return { from: account.role, roleName: row.name, grants: grantsOf(rightsOf(db, role)) };
      });
      await vault.changeAccounts([{ id, role, roleName: change.roleName, grants: change.grants }]);
      context.write(({ db, trail }) => {
        setAccountRole(db, accountIn(db, id).id, role);
        trail.note({ account: id, from: change.from, to: role });
      });
      return null;
    },
  } satisfies Partial<Services<AppContract>['people']>;
}

function leaving({ vault, pins, lock, backups }: PeopleParts) {
  return {
    async disable({ id }, context) {
      const account = await shutOut(vault, id, context);
      context.write(({ db, now, trail }) => {
        setAccountDisabled(db, account.id, now);
        pins.set(db, account.id, null, now);
        trail.note({ account: id });
      });
      return null;
    },
    async remove({ id }, context) {
      const account = await shutOut(vault, id, context);
      context.write(({ db, now, trail }) => {
        setAccountRemoved(db, account.id, now);
        dropDraftsAbout(db, 'account', id);
        dropDraftsOf(db, account.id);
        pins.set(db, account.id, null, now);
        trail.note({ account: id });
      });
      return null;
    },
    async rotateKeys({ password, answers }, context) {
      await vault.switchTo({ accountId: context.session.accountUid, password });
      await backups.before('before-keys', context);
      await vault.rotate({
        answers,
        leave() {
          // Written now, because nothing is once the book is closed for it.
          context.write(({ trail }) => trail.note({ begun: true }));
          lock('key');
        },
      });
      return null;
    },
  } satisfies Partial<Services<AppContract>['people']>;
}

/** Takes the keys away first: whatever happens next, they no longer get in. */
async function shutOut(vault: Vault, id: AccountId, context: JobContext): Promise<AccountRow> {
  const account = context.read(({ db }) => {
    const found = accountIn(db, id);
    refuseOneself(found, context);
    refuseWithoutOwner(db, found, null);
    return found;
  });
  if (vault.status().accounts.some((tile) => tile.id === id)) await vault.closeAccount(id);
  return account;
}

function accountsOf({ vault, pins }: PeopleParts, { db, session }: Context): Account[] {
  const tiles = new Map(vault.status().accounts.map((tile) => [tile.id, tile]));
  const signIns = listLastSignIns(db);
  return listAccounts(db).map((account) => {
    const tile = tiles.get(account.uid);
    const at = signIns.get(account.id);
    return {
      id: AccountId.parse(account.uid),
      name: account.name,
      role: account.role,
      roleName: findRole(db, account.role)?.name ?? null,
      staff: account.staff_uid === null ? null : { id: StaffId.parse(account.staff_uid), name: account.staff_name ?? '' },
      // Without an entry in keys.json nobody gets in, whatever the book says.
      state: account.disabled_at !== null || !tile ? 'disabled' : tile.mustChoose ? 'invited' : 'active',
      lastSignedInAt: at === undefined ? null : IsoInstant.parse(at),
      hasPin: pins.has(db, account.id),
      you: account.id === session.accountId,
    };
  });
}

function accountIn(db: Context['db'], id: string): AccountRow {
  const account = findAccount(db, id);
  if (!account) throw new AppError('record.not-found', { kind: 'account' });
  return account;
}

/** Nobody locks themselves out, promotes or demotes themselves. */
function refuseOneself(account: AccountRow, { session }: Pick<Context, 'session'>): void {
  if (account.id === session.accountId) throw refuse('people.yourself');
}

function refuseWithoutOwner(db: Context['db'], account: AccountRow, nextRole: string | null): void {
  if (account.role !== 'owner' || nextRole === 'owner') return;
  const others = listAccounts(db).filter((one) => one.role === 'owner' && one.disabled_at === null && one.id !== account.id);
  if (others.length === 0) throw refuse('accounts.last-owner');
}

function refuseTakenName(db: Context['db'], name: string, self: AccountRow | null): void {
  if (listAccounts(db).some((one) => one.name === name && one.id !== self?.id)) throw new AppError('people.name-taken', { name });
}

function refuseTakenStaff(db: Context['db'], staffId: number | null, self: AccountRow | null): void {
  const holder = staffId === null ? undefined : listAccounts(db).find((one) => one.staff_id === staffId && one.id !== self?.id);
  if (holder) throw new AppError('people.staff-taken', { name: holder.name });
}
