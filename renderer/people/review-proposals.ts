// What the review proposes to take away, and when it is too early to tell.

import { addMonths, daysBetween, type IsoDate } from '../../shared/core/date';
import type { Account, PermissionReview, ReviewedRight, Role } from '../../shared/people/contract';
import { RIGHTS, type Level } from '../../shared/permissions';

export interface Proposal extends ReviewedRight {
  readonly role: Role['id'];
  readonly roleName: string | null;
  /** What is left of it: nothing, or for the settings to look at them. */
  readonly to: Level;
}

/** So long nobody may have used a right before it is proposed. */
const PATIENCE_DAYS = 90;

/**
 * Only of roles in which somebody works: an empty role harms nobody and would lose all it was made for, and whoever is only
 * invited has not had the chance to use anything.
 */
export function proposalsOf(
  review: PermissionReview,
  roles: readonly Role[],
  accounts: readonly Account[],
  today: IsoDate,
): readonly Proposal[] {
  if (daysOfBook(review, today) !== null) return [];
  return review.rights.flatMap((right) => {
    const role = roles.find(({ id }) => id === right.role);
    const works = accounts.some((account) => account.role === right.role && account.state === 'active');
    if (!role || !works || !right.unused) return [];
    return [{ ...right, roleName: role.name, to: RIGHTS[right.right].levels[0] }];
  });
}

/** How old the book is, while it is too young for anything to have been unused for long; null once it is not. */
export function daysOfBook({ lastAt, dueOn, everyMonths }: PermissionReview, today: IsoDate): number | null {
  if (lastAt !== null) return null;
  const days = daysBetween(addMonths(dueOn, -everyMonths), today);
  return days < PATIENCE_DAYS ? Math.max(days, 0) : null;
}

export function proposalKey({ role, right }: Pick<ReviewedRight, 'role' | 'right'>): string {
  return `${role} ${right}`;
}
