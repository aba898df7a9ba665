// Puts the parts together that make the app work without a window: vault, dispatch, services, search. Tests and main.ts build the same house.

import type { BookStatus } from '../shared/book/contract';
import { isoInstant } from '../shared/core/date';
import { contract, type AppContract } from '../shared/contract';
import type { AppEvent } from '../shared/events';
import { appearanceFile } from './appearance/service';
import { writeFirstRows } from './book/first-rows';
import type { Session } from './core/context';
import { backupBefore } from './core/database/backup-before';
import { migrate, SCHEMA_VERSION } from './core/database/migrate';
import type { Dialogs } from './core/dialogs';
import { createDispatcher, type Dispatcher, type DispatchParts } from './core/dispatch';
import type { Workers } from './core/workers';
import type { IdleClock } from './book/idle-lock';
import { BookKeeper, type Companion } from './book/keeper';
import { ChosenFiles } from './imports/chosen-files';
import { allows } from './permissions';
import { LiveSearch } from './search/live-search';
import { createServices } from './services';
import { DEFAULT_IDLE_MINUTES, shopSettings } from './settings/service';
import type { Argon } from './vault/derive';
import type { Protector } from './vault/protection';
import type { VaultClock } from './vault/throttle';
import { createVault, type LockReason, type Vault } from './vault/vault';

export interface HouseParts {
  /** Where the book and its keys live. */
  readonly folder: string;
  readonly appearanceFile: string;
  readonly systemLanguage: 'zh-CN' | 'en';
  readonly protector: Protector;
  readonly clock: VaultClock;
  readonly idle: IdleClock;
  readonly dialogs: Dialogs;
  readonly workers: Workers;
  readonly versions: BookStatus['versions'];
  readonly publish: (event: AppEvent) => void;
  readonly log: DispatchParts<AppContract>['log'];
  readonly nativeBinding?: string | undefined;
  readonly argon?: Argon | undefined;
  readonly checkOutputs?: boolean;
}

export interface House extends Dispatcher {
  readonly vault: Vault;
  lock(reason: LockReason): void;
}

export function buildHouse(parts: HouseParts): House {
  const search = new LiveSearch();
  const files = new ChosenFiles();
  const vault = openableVault(parts);
  const companions: Companion[] = [
    { close: () => dispatcher.cancelAll() },
    { open: ({ db }) => search.open(db), close: () => search.close() },
    { close: () => files.clear() },
  ];
  const keeper = new BookKeeper(vault, parts.idle, companions, parts.publish);
  const services = createServices({
    ...parts,
    vault,
    search,
    files,
    appearance: appearanceFile(parts.appearanceFile, parts.systemLanguage),
    session: () => keeper.book?.session ?? null,
    idleMinutes: () => keeper.idle.minutes ?? DEFAULT_IDLE_MINUTES,
    lockedBy: () => keeper.lockedBy,
    opened: () => keeper.opened(),
    lock: (reason) => keeper.lock(reason),
    cancel: (callId) => dispatcher.cancel(callId),
  });
  const dispatcher = createDispatcher<AppContract>({
    ...parts,
    contract,
    services,
    now: parts.clock.now,
    book: () => keeper.book,
    allows: (session: Session, permission) => allows(session.role, permission),
    committed(db, act, tables) {
      keeper.written();
      // Here and not where they are changed: an undo changes them back.
      if (tables.includes('setting')) keeper.idle.start(shopSettings({ db }).idleMinutes);
      search.committed(db, act, tables);
    },
  });
  return { ...dispatcher, vault, lock: (reason) => keeper.lock(reason) };
}

function openableVault(parts: HouseParts): Vault {
  const { folder, protector, clock, nativeBinding, argon } = parts;
  return createVault({
    folder,
    protector,
    clock,
    nativeBinding,
    argon,
    schemaVersion: SCHEMA_VERSION,
    prepare: (db, tools) => migrate(db, () => backupBefore(db.name, SCHEMA_VERSION, (target) => tools.copyVerified(target))),
    onCreated: (db, made) => writeFirstRows(db, made, isoInstant(clock.now())),
  });
}
