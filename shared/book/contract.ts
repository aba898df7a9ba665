// The book 客户簿: making it, opening it, locking it. Everything here works before anybody has signed in.

import { z } from 'zod';
import { job, query } from '../core/operation';
import { ShortText } from '../core/text';
import { AccountId, RoleId, StaffId } from '../ids';
import { Pin } from '../people/approval';
import { LEVELS, RIGHT_IDS } from '../permissions';

export const Secret = z.string().min(1).max(1024);

/** The two groups of a prepared recovery key that are asked back. */
export const Answers = z.tuple([z.string().max(60), z.string().max(60)]);

export const Protection = z.enum(['os', 'basic', 'none']);

export const AccountTile = z.object({ id: AccountId, name: z.string(), role: RoleId, roleName: z.string().nullable() });
export type AccountTile = z.infer<typeof AccountTile>;

/** Who is signed in and what they may do: the interface hides what would only be refused. */
export const SessionState = z.object({
  accountId: AccountId,
  name: z.string(),
  role: RoleId,
  roleName: z.string().nullable(),
  staffId: StaffId.nullable(),
  mustChoose: z.boolean(),
  hasPin: z.boolean(),
  rights: z.object({
    owner: z.boolean(),
    levels: z.record(z.enum(RIGHT_IDS), z.enum(LEVELS)),
    ownClientsOnly: z.boolean(),
    exportRows: z.int().nullable(),
    revealsPerDay: z.int().nullable(),
  }),
});
export type SessionState = z.infer<typeof SessionState>;

export const BookStatus = z.object({
  state: z.enum(['none', 'locked', 'open', 'refused']),
  /** Why the book cannot be opened, when `refused`. */
  refusal: z.object({ code: z.string(), details: z.record(z.string(), z.json()) }).nullable(),
  shopName: z.string().nullable(),
  /** `mustChoose`: has a start password only, and chooses their own right after signing in. */
  accounts: z.array(AccountTile.extend({ mustChoose: z.boolean() })),
  /** Whoever was here last on this PC: the first to be offered. */
  lastHere: AccountId.nullable(),
  waitSeconds: z.number(),
  protection: Protection,
  lockedBy: z.enum(['start', 'key', 'idle', 'system', 'switch', 'page', 'restore']).nullable(),
  idleMinutes: z.number().int(),
  session: SessionState.nullable(),
  /** Where the book lives, to show in the settings; only while it is open. */
  folder: z.string().nullable(),
  versions: z.object({ app: z.string(), electron: z.string(), sqlite: z.string() }),
});
export type BookStatus = z.infer<typeof BookStatus>;

/** Eight groups of four, and the two that will be asked back (1-based). */
export const RecoverySheet = z.object({ groups: z.array(z.string()).length(8), ask: z.tuple([z.number().int(), z.number().int()]) });
export type RecoverySheet = z.infer<typeof RecoverySheet>;

const saved = z.object({ saved: z.boolean() });

export const bookContract = {
  status: query({ permission: 'anyone', input: z.null(), output: BookStatus }),
  /** A fresh recovery key, shown once; nothing is written yet. */
  prepare: job({ permission: 'anyone', input: z.null(), output: RecoverySheet }),
  printRecovery: job({ permission: 'anyone', input: z.object({ shopName: z.string().max(60) }), output: saved }),
  saveRecovery: job({ permission: 'anyone', input: z.object({ shopName: z.string().max(60) }), output: saved }),
  create: job({
    permission: 'anyone',
    input: z.object({
      shopName: ShortText(60).min(1),
      ownerName: ShortText(40).min(1),
      password: Secret,
      answers: Answers,
    }),
    output: z.null(),
  }),
  /** Progress, after an end without closing: check. */
  unlock: job({ permission: 'anyone', input: z.object({ accountId: AccountId, password: Secret }), output: z.null() }),
  recover: job({ permission: 'anyone', input: z.object({ recoveryKey: Secret, newPassword: Secret }), output: z.null() }),
  lock: job({ permission: 'signed-in', input: z.object({ reason: z.enum(['key', 'idle', 'switch']) }), output: z.null() }),
  /** In place of the start password; the only thing a new person may do. */
  chooseOwnPassword: job({ permission: 'signed-in', input: z.object({ newPassword: Secret }), output: z.null() }),
  /** Who else could take over while the book is open, and whether a PIN is enough for it. */
  others: query({
    permission: 'signed-in',
    input: z.null(),
    output: z.array(AccountTile.extend({ way: z.enum(['pin', 'password']) })),
  }),
  switchTo: job({ permission: 'signed-in', input: z.object({ accountId: AccountId, password: Secret }), output: z.null() }),
  switchByPin: job({ permission: 'signed-in', input: z.object({ accountId: AccountId, pin: Pin }), output: z.null() }),
  /** Null takes the PIN away. */
  setPin: job({ permission: 'signed-in', input: z.object({ password: Secret, pin: Pin.nullable() }), output: z.null() }),
  /** The prepared recovery key takes the place of the present one, which is worth nothing from then on. */
  renewRecovery: job({ permission: 'owner', input: z.object({ password: Secret, answers: Answers }), output: z.null() }),
  rename: job({ permission: 'settings.change', input: z.object({ shopName: ShortText(60).min(1) }), output: z.null() }),
  changePassword: job({ permission: 'signed-in', input: z.object({ password: Secret, newPassword: Secret }), output: z.null() }),
};
