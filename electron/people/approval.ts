// A second person agrees to what goes beyond the first one's limit: never oneself, and only who may do it alone.

import { reaches, type Rights } from '../../shared/permissions';
import { refuse } from '../../shared/errors';
import type { Approval } from '../../shared/people/approval';
import type { Context } from '../core/context';
import type { Pins } from './pins';
import { rightsOf } from './rights';
import { findAccount, listAccounts, type AccountRow } from './accounts';

export type Beyond = { readonly for: 'export'; readonly rows: number } | { readonly for: 'reveal' };

/** The row of who agreed. Refuses oneself, a wrong PIN, and whoever could not do it alone. */
export function checkApproval(
  pins: Pins,
  { db, session }: Pick<Context, 'db' | 'session'>,
  approval: Approval,
  beyond: Beyond,
): AccountRow {
  const account = findAccount(db, approval.accountId);
  if (!account || account.disabled_at !== null) throw refuse('people.not-an-approver');
  if (account.id === session.accountId) throw refuse('people.own-approval');
  if (!mayAgree(rightsOf(db, account.role), beyond)) throw refuse('people.not-an-approver');
  pins.check(db, account.id, approval.pin);
  return account;
}

export function listApprovers(pins: Pins, { db, session }: Pick<Context, 'db' | 'session'>, beyond: Beyond): AccountRow[] {
  return listAccounts(db).filter(
    (account) =>
      account.id !== session.accountId &&
      account.disabled_at === null &&
      mayAgree(rightsOf(db, account.role), beyond) &&
      pins.usable(db, account.id),
  );
}

function mayAgree(rights: Rights, beyond: Beyond): boolean {
  if (rights.owner) return true;
  if (beyond.for === 'reveal') return reaches(rights.levels, 'contact', 'see') && reaches(rights.levels, 'people', 'see');
  return reaches(rights.levels, 'export', 'change') && (rights.exportRows === null || rights.exportRows >= beyond.rows);
}
