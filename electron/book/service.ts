// The book as a person meets it: make it, open it, lock it. The secrets themselves are the vault's.

import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { todayAt } from '../../shared/core/date';
import type { BookStatus } from '../../shared/book/contract';
import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { AccountId } from '../../shared/ids';
import type { AppearanceFile } from '../appearance/service';
import type { ClosedContext, Services, Session } from '../core/context';
import { failureOf } from '../core/database/failures';
import type { Dialogs } from '../core/dialogs';
import type { LockReason, Vault } from '../vault/vault';
import { recoveryHtml, recoveryText, type RecoveryPrint } from './recovery-page';

export interface BookParts {
  readonly vault: Vault;
  readonly dialogs: Dialogs;
  readonly appearance: AppearanceFile;
  readonly folder: string;
  readonly versions: BookStatus['versions'];
  readonly session: () => Session | null;
  readonly idleMinutes: () => number;
  readonly lockedBy: () => BookStatus['lockedBy'];
  /** The vault has let somebody in: wire the database, the search and the timers. */
  readonly opened: () => void;
  readonly lock: (reason: LockReason) => void;
}

export function createBookService(parts: BookParts) {
  const { vault } = parts;
  const letIn = async (opening: Promise<unknown>) => {
    await opening;
    parts.opened();
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
    create: (input) => letIn(vault.create(input)),
    unlock: (input) => letIn(vault.unlock(input)),
    recover: (input) => letIn(vault.recover(input)),
    async lock({ reason }) {
      parts.lock(reason);
      return null;
    },
    async changePassword(input) {
      await vault.changePassword(input);
      return null;
    },
  } satisfies Services<AppContract>['book'];
}

function statusOf(parts: BookParts): BookStatus {
  const status = parts.vault.status();
  const session = parts.session();
  return {
    state: status.state,
    refusal: status.refusal
      ? { code: status.refusal.code, details: z.record(z.string(), z.json()).parse({ ...status.refusal.details }) }
      : null,
    shopName: status.shopName,
    accounts: status.accounts.map(({ id, name, role }) => ({ id: AccountId.parse(id), name, role })),
    waitSeconds: status.waitSeconds,
    protection: status.protection,
    lockedBy: parts.lockedBy(),
    idleMinutes: parts.idleMinutes(),
    session: session ? { accountId: AccountId.parse(session.accountUid), name: session.name, role: session.role } : null,
    folder: session ? parts.folder : null,
    versions: parts.versions,
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
