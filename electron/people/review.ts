// The permission review: every few months somebody looks at who may do what and when it was last used, and signs.

import type { AppContract } from '../../shared/contract';
import { addDays, addMonths, IsoDate, IsoInstant, todayAt } from '../../shared/core/date';
import { AccountId } from '../../shared/ids';
import type { PermissionReview, ReviewedRight } from '../../shared/people/contract';
import { LEVELS, RIGHTS, RIGHT_IDS, type RightId } from '../../shared/permissions';
import { AppError } from '../../shared/errors';
import type { Context, Services } from '../core/context';
import type { Db } from '../core/database/database';
import { oneRow, runSql } from '../core/database/rows';
import { newUid } from '../core/database/uid';
import { shopSettings } from '../settings/service';
import { listRightUses, type RightUse } from './right-uses';
import { OWNER, readLevels, roleIdOf } from './rights';
import { grantsNow, saveRoles } from './roles-service';
import type { PeopleParts } from './parts';
import { listRoles } from './store';

/** Not used for so long is not needed. */
const UNUSED_DAYS = 90;

export function reviewService({ vault }: PeopleParts) {
  return {
    review: (_input, context) => reviewOf(context),
    async signReview({ take }, context) {
      const roles = new Set<string>(take.map(({ role }) => role));
      context.write((writing) => {
        const { db, now, session, trail } = writing;
        const { rights } = reviewOf(writing);
        if (take.length > 0) saveRoles(writing, lowered(db, take));
        runSql(db, 'INSERT INTO permission_review (uid, at, by, findings) VALUES (?, ?, ?, ?)', [
          newUid(Date.parse(now)),
          now,
          session.name,
          JSON.stringify({ rights, taken: take }),
        ]);
        trail.note({ taken: take.length, looked: rights.length });
      });
      if (take.length > 0) await vault.changeAccounts(context.read(({ db }) => grantsNow(db, roles)));
      return null;
    },
  } satisfies Partial<Services<AppContract>['people']>;
}

/** Whether the review is due, for the owner's Today and the security page. */
export function isReviewOverdue(context: Context): boolean {
  return dueOn(context, lastReview(context.db)?.at) < context.today;
}

function reviewOf(context: Context): PermissionReview {
  const { db, today } = context;
  const last = lastReview(db);
  const uses = listRightUses(db);
  const due = dueOn(context, last?.at);
  return {
    everyMonths: shopSettings(context).reviewMonths,
    lastAt: last ? IsoInstant.parse(last.at) : null,
    lastBy: last?.by ?? null,
    dueOn: due,
    overdue: due < today,
    rights: listRoles(db).flatMap((row) =>
      row.key === OWNER ? [] : reviewedRights(roleIdOf(row), readLevels(row.levels), uses, longHeld(db, roleIdOf(row), today)),
    ),
    uses: uses.flatMap((use) => {
      const right = RIGHT_IDS.find((id) => id === use.right);
      return right ? [{ accountId: AccountId.parse(use.account_uid), right, lastOn: IsoDate.parse(use.last_on) }] : [];
    }),
  };
}

function reviewedRights(
  role: string,
  levels: ReturnType<typeof readLevels>,
  uses: readonly RightUse[],
  since: IsoDate | null,
): ReviewedRight[] {
  return RIGHT_IDS.filter((right) => levels[right] !== RIGHTS[right].levels[0]).map((right) => {
    const days = uses.filter((use) => use.role === role && use.right === right).map((use) => use.last_on);
    const lastOn = days.sort().at(-1);
    return {
      role,
      right,
      level: levels[right],
      lastOn: lastOn === undefined ? null : IsoDate.parse(lastOn),
      unused: since !== null && right !== 'photos' && (lastOn === undefined || lastOn < since),
    };
  });
}

/** Before this day a use is long ago; null while nobody in the role has been here that long, and nothing can be said. */
function longHeld(db: Db, role: string, today: IsoDate): IsoDate | null {
  const since = addDays(today, -UNUSED_DAYS);
  const old = 'SELECT 1 FROM account WHERE role = ? AND created_at < ? AND removed_at IS NULL AND disabled_at IS NULL LIMIT 1';
  return oneRow(db, old, [role, since]) ? since : null;
}

function bookBegan(db: Db): string {
  return oneRow<{ at: string }>(db, 'SELECT created_at AS at FROM book')?.at ?? '';
}

/** The roles with what is taken away set to the least there is. */
function lowered(db: Db, take: readonly { readonly role: string; readonly right: RightId }[]) {
  return [...new Set(take.map(({ role }) => role))].map((id) => {
    const row = listRoles(db).find((one) => roleIdOf(one) === id);
    if (!row) throw new AppError('record.not-found', { kind: 'role' });
    const levels = { ...readLevels(row.levels) };
    for (const { role, right } of take)
      if (role === id) levels[right] = LEVELS.find((level) => level === RIGHTS[right].levels[0]) ?? 'none';
    return { id, levels, ownClientsOnly: row.own_clients_only === 1, exportRows: row.export_rows, revealsPerDay: row.reveals_per_day };
  });
}

function lastReview(db: Db): { readonly at: string; readonly by: string } | undefined {
  return oneRow(db, 'SELECT at, by FROM permission_review ORDER BY id DESC LIMIT 1');
}

function dueOn(context: Context, lastAt: string | undefined): IsoDate {
  return addMonths(todayAt(new Date(lastAt ?? bookBegan(context.db))), shopSettings(context).reviewMonths);
}
