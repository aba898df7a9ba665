// The book as a person meets it: make it, open it, lock it. The secrets themselves are the vault's.

import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { todayAt } from '../../shared/core/date';
import type { BookStatus, SessionState } from '../../shared/book/contract';
import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { AccountId, StaffId } from '../../shared/ids';
import type { AppearanceFile } from '../appearance/service';
import type { ClosedContext, ClosedJobContext, Services } from '../core/context';
import type { Db } from '../core/database/database';
import { failureOf } from '../core/database/failures';
import type { Dialogs } from '../core/dialogs';
import type { OpenBook } from '../core/dispatch-parts';
import type { Pins } from '../people/pins';
import { grantsOf, rightsOf, type Grants } from '../people/rights';
import { findAccount, listAccounts, type AccountRow } from '../people/accounts';
import { renameShop } from '../settings/service';
import type { TellStage } from '../vault/creation';
import type { LockReason, Vault } from '../vault/vault';
import type { Entrance } from './keeper';
import { recoveryHtml, recoveryText, type RecoveryPrint } from './recovery-page';

export interface BookParts {
  readonly vault: Vault;
  readonly dialogs: Dialogs;
  readonly appearance: AppearanceFile;
  readonly folder: string;
  readonly versions: BookStatus['versions'];
  readonly book: () => OpenBook | null;
  readonly pins: Pins;
  readonly idleMinutes: () => number;
  readonly lockedBy: () => BookStatus['lockedBy'];
  readonly lastHere: () => string | null;
  /** The vault has let somebody in: wire the database, the search and the timers. */
  readonly opened: (way: Entrance) => void;
  /** Somebody else is in the open book, or the one in it has chosen a password. */
  readonly switched: (way: Entrance | null) => void;
  /** Jobs of the one who leaves end. */
  readonly stopJobs: () => void;
  readonly lock: (reason: LockReason) => void;
}

export function createBookService(parts: BookParts) {
  const { vault } = parts;
  const letIn = async (opening: Promise<unknown>, way: Entrance) => {
    await opening;
    parts.opened(way);
    return null;
  };
  return {
    status: () => statusOf(parts),
    async prepare() {
      const { groups, ask } = vault.prepareRecovery();
      return { groups: [...groups], ask: [...ask] };
    },
    async printRecovery({ shopName }, context) {
      return { saved: await parts.dialogs.print(recoveryHtml(printOf(parts, shopName, context))) };
    },
    saveRecovery: ({ shopName }, context) => saveSheet(parts, printOf(parts, shopName, context)),
    create: (input) => letIn(vault.create(input), 'created'),
    unlock: (input, context) => letIn(vault.unlock(input, tellOf(context)), 'password'),
    recover: (input, context) => letIn(vault.recover(input, tellOf(context)), 'recovery'),
    async lock({ reason }) {
      parts.lock(reason);
      return null;
    },
    ...keysOf(parts),
    ...changingOver(parts),
  } satisfies Services<AppContract>['book'];
}

/** What keeps the book shut goes to the lock screen. */
function tellOf({ progress }: ClosedJobContext): TellStage {
  return (stage) => progress(stage, 0, null);
}

function keysOf({ vault, pins, switched }: BookParts) {
  return {
    async changePassword(input, context) {
      await vault.changePassword(input);
      context.write(({ trail }) => trail.note({}));
      return null;
    },
    async chooseOwnPassword(input, context) {
      await vault.chooseOwnPassword(input);
      context.write(({ trail }) => trail.note({ first: true }));
      switched(null);
      return null;
    },
    async setPin({ password, pin }, context) {
      // The password is what proves that it is they who set it.
      await vault.switchTo({ accountId: context.session.accountUid, password });
      context.write(({ db, session, now, trail }) => {
        pins.set(db, session.accountId, pin, now);
        trail.note({ set: pin !== null });
      });
      switched(null);
      return null;
    },
    async renewRecovery({ password, answers }, context) {
      await vault.switchTo({ accountId: context.session.accountUid, password });
      await vault.renewRecovery({ answers });
      context.write(({ trail }) => trail.note({}));
      return null;
    },
    async rename({ shopName }, context) {
      context.write(({ db, trail }) => {
        renameShop(db, shopName);
        trail.note({});
      });
      await vault.rename({ shopName });
      return null;
    },
  } satisfies Partial<Services<AppContract>['book']>;
}

/** One person leaves the desk and another takes over, while the book stays open. */
function changingOver({ vault, pins, switched, stopJobs }: BookParts) {
  const grantsIn = (db: Db, account: AccountRow) => grantsOf(rightsOf(db, account.role));
  return {
    others: (_input, { db, session }) =>
      listAccounts(db)
        .filter((account) => account.id !== session.accountId && account.disabled_at === null)
        .flatMap((account) => {
          const tile = vault.status().accounts.find(({ id }) => id === account.uid);
          if (!tile) return [];
          const way =
            !tile.mustChoose && pins.usable(db, account.id) && holdsKeysOf(vault, grantsIn(db, account))
              ? ('pin' as const)
              : ('password' as const);
          return [{ id: AccountId.parse(account.uid), name: account.name, role: account.role, roleName: tile.roleName, way }];
        }),
    async switchTo(input, context) {
      await vault.switchTo(input);
      const row = context.read(({ db }) => findAccount(db, input.accountId));
      if (row) pins.forgive(row.id);
      stopJobs();
      switched('password');
      return null;
    },
    async switchByPin({ accountId, pin }, context) {
      const grants = context.read(({ db }) => {
        const account = findAccount(db, accountId);
        if (!account || account.disabled_at !== null) throw refuse('keys.no-account');
        pins.check(db, account.id, pin);
        return grantsIn(db, account);
      });
      // A PIN opens nothing that is not open already.
      if (!vault.assume(accountId, grants)) throw refuse('people.password-needed');
      stopJobs();
      switched('pin');
      return null;
    },
  } satisfies Partial<Services<AppContract>['book']>;
}

/** For the owner's own keys only the try itself can tell. */
function holdsKeysOf(vault: Vault, grants: Grants): boolean {
  const { health, photos } = vault.subKeys();
  return (!grants.health || health !== null) && (!grants.photos || photos !== null);
}

function statusOf(parts: BookParts): BookStatus {
  const status = parts.vault.status();
  const book = parts.book();
  return {
    state: status.state,
    refusal: status.refusal
      ? { code: status.refusal.code, details: z.record(z.string(), z.json()).parse({ ...status.refusal.details }) }
      : null,
    shopName: status.shopName,
    accounts: status.accounts.map(({ id, ...tile }) => ({ ...tile, id: AccountId.parse(id) })),
    lastHere: status.accounts.map(({ id }) => AccountId.parse(id)).find((id) => id === parts.lastHere()) ?? null,
    waitSeconds: status.waitSeconds,
    protection: status.protection,
    lockedBy: parts.lockedBy(),
    idleMinutes: parts.idleMinutes(),
    session: book && sessionState(book, parts.pins),
    folder: book ? parts.folder : null,
    versions: parts.versions,
  };
}

function sessionState({ db, session }: OpenBook, pins: Pins): SessionState {
  const { accountUid, name, role, roleName, staffUid, mustChoose, rights } = session;
  return {
    accountId: AccountId.parse(accountUid),
    name,
    role,
    roleName,
    staffId: staffUid === null ? null : StaffId.parse(staffUid),
    mustChoose,
    hasPin: pins.has(db, session.accountId),
    rights: { ...rights, levels: { ...rights.levels } },
  };
}

function printOf(parts: BookParts, shopName: string, context: ClosedContext): RecoveryPrint {
  const sheet = parts.vault.preparedSheet();
  if (!sheet) throw new AppError('keys.groups-differ', { groups: [] });
  return { shopName, groups: sheet.groups, on: todayAt(new Date(context.now)), language: parts.appearance.read().language };
}

async function saveSheet({ dialogs }: BookParts, print: RecoveryPrint): Promise<{ saved: boolean }> {
  const path = await dialogs.saveFile(print.language === 'en' ? 'Shuke recovery key.txt' : '熟客恢复钥匙.txt', [
    { name: 'Text', extensions: ['txt'] },
  ]);
  if (path === null) return { saved: false };
  try {
    await writeFile(path, recoveryText(print), { mode: 0o600 });
    return { saved: true };
  } catch (error) {
    throw failureOf(error) ?? refuse('book.read-only');
  }
}
