// People 员工账号: who may open the book, in which role, with which rights; and the review of all that.

import { z } from 'zod';
import { Answers, Secret } from '../book/contract';
import { IsoDate, IsoInstant } from '../core/date';
import { command, job, query } from '../core/operation';
import { ShortText } from '../core/text';
import { AccountId, RoleId, StaffId } from '../ids';
import { LEVELS, RIGHT_IDS } from '../permissions';

export const RightName = z.enum(RIGHT_IDS);
export const RightLevels = z.record(RightName, z.enum(LEVELS));

/** `key` for the built-in ones, whose name is the interface's; `name` for the shop's own. */
export const Role = z.object({
  id: RoleId,
  key: z.string().nullable(),
  name: z.string().nullable(),
  levels: RightLevels,
  ownClientsOnly: z.boolean(),
  exportRows: z.int().nullable(),
  revealsPerDay: z.int().nullable(),
  people: z.int(),
});
export type Role = z.infer<typeof Role>;

export const RoleChange = z.object({
  id: RoleId,
  levels: RightLevels,
  ownClientsOnly: z.boolean(),
  exportRows: z.int().min(0).max(10_000_000).nullable(),
  revealsPerDay: z.int().min(0).max(10_000).nullable(),
});
export type RoleChange = z.infer<typeof RoleChange>;

/** invited: has a start password and has not chosen their own yet. */
export const Account = z.object({
  id: AccountId,
  name: z.string(),
  role: RoleId,
  roleName: z.string().nullable(),
  staff: z.object({ id: StaffId, name: z.string() }).nullable(),
  state: z.enum(['active', 'invited', 'disabled']),
  lastSignedInAt: IsoInstant.nullable(),
  hasPin: z.boolean(),
  you: z.boolean(),
});
export type Account = z.infer<typeof Account>;

/** Shown once, to be told to the person; worth nothing once they have chosen their own. */
const StartPassword = z.object({ startPassword: z.string() });
const one = z.object({ id: AccountId });

/** Who else could agree to something that goes beyond a person's limit; only those with a PIN. */
export const Approver = z.object({ id: AccountId, name: z.string(), role: RoleId, roleName: z.string().nullable() });
export type Approver = z.infer<typeof Approver>;

export const ReviewedRight = z.object({
  role: RoleId,
  right: RightName,
  level: z.enum(LEVELS),
  /** The last day anybody in the role used it. */
  lastOn: IsoDate.nullable(),
  /** Nobody used it in the last 90 days: proposed to be taken away. */
  unused: z.boolean(),
});
export type ReviewedRight = z.infer<typeof ReviewedRight>;

export const PermissionReview = z.object({
  everyMonths: z.int(),
  lastAt: IsoInstant.nullable(),
  lastBy: z.string().nullable(),
  dueOn: IsoDate,
  overdue: z.boolean(),
  rights: z.array(ReviewedRight),
  /** What each person last used, by right. */
  uses: z.array(z.object({ accountId: AccountId, right: RightName, lastOn: IsoDate })),
});
export type PermissionReview = z.infer<typeof PermissionReview>;

export const peopleContract = {
  accounts: query({ permission: 'people.see', input: z.null(), output: z.array(Account) }),
  invite: job({
    permission: 'owner',
    input: z.object({ name: ShortText(40).min(1), role: RoleId, staffId: StaffId.nullable() }),
    output: StartPassword.extend({ id: AccountId }),
  }),
  update: job({
    permission: 'owner',
    input: z.object({ id: AccountId, name: ShortText(40).min(1), staffId: StaffId.nullable() }),
    output: z.null(),
  }),
  setRole: job({ permission: 'owner', input: z.object({ id: AccountId, role: RoleId }), output: z.null() }),
  /** A new start password; the old password is worth nothing at once. */
  resetPassword: job({ permission: 'owner', input: one, output: StartPassword }),
  disable: job({ permission: 'owner', input: one, output: z.null() }),
  enable: job({ permission: 'owner', input: one, output: StartPassword }),
  /** Final: the account is gone from the sign-in list; what they did stays in the log under their name. */
  remove: job({ permission: 'owner', input: one, output: z.null() }),

  /**
   * After somebody left: a new key for the book and a new recovery key (book.prepare gives it, two of its groups come back here).
   * Everybody keeps their password. It ends with the book locked.
   */
  rotateKeys: job({ permission: 'owner', input: z.object({ password: Secret, answers: Answers }), output: z.null() }),

  roles: query({ permission: 'people.see', input: z.null(), output: z.array(Role) }),
  /** All changes of the matrix at once. Loosening export or the audit log takes the owner's password. */
  saveRoles: job({
    permission: 'owner',
    input: z.object({ roles: z.array(RoleChange).min(1).max(50), password: Secret.nullable() }),
    output: z.null(),
  }),
  addRole: command({
    permission: 'owner',
    input: z.object({ name: ShortText(20).min(1), like: RoleId }),
    output: z.object({ id: RoleId }),
  }),
  renameRole: job({ permission: 'owner', input: z.object({ id: RoleId, name: ShortText(20).min(1) }), output: z.null() }),
  removeRole: command({ permission: 'owner', input: z.object({ id: RoleId }), output: z.null() }),

  /** `rows`: who may agree to an export of that many · reveal: who may allow one more. */
  approvers: query({
    permission: 'signed-in',
    input: z.discriminatedUnion('for', [
      z.object({ for: z.literal('export'), rows: z.int().min(0) }),
      z.object({ for: z.literal('reveal') }),
    ]),
    output: z.array(Approver),
  }),
  review: query({ permission: 'people.see', input: z.null(), output: PermissionReview }),
  /** Signed off: what is taken away goes with it, in one act. */
  signReview: job({
    permission: 'owner',
    input: z.object({ take: z.array(z.object({ role: RoleId, right: RightName })).max(500) }),
    output: z.null(),
  }),
};
