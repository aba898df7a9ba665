// Puts the parts together that make the app work without a window: vault, dispatch, services, search. Tests and main.ts build the same house.

import type { BookStatus } from '../shared/book/contract';
import { isoInstant } from '../shared/core/date';
import { contract, type AppContract } from '../shared/contract';
import type { AppEvent } from '../shared/events';
import { appearanceFile } from './appearance/service';
import { writeFirstRows } from './book/first-rows';
import type { Session } from './core/context';
import { wrapDatabase } from './core/database/database';
import { migrate, SCHEMA_VERSION } from './core/database/migrate';
import type { Dialogs } from './core/dialogs';
import { createDispatcher, type Dispatcher, type DispatchParts, type OpenBook } from './core/dispatch';
import type { Workers } from './core/workers';
import { IdleLock, type IdleClock } from './book/idle-lock';
import { QuietMoment } from './book/quiet-moment';
import { ChosenFiles } from './imports/chosen-files';
import { allows } from './permissions';
import { LiveSearch } from './search/live-search';
import { createServices } from './services';
import { DEFAULT_IDLE_MINUTES, shopSettings } from './settings/service';
import { sessionOf } from './book/session';
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
  let open: OpenBook | null = null;
  let lockedBy: BookStatus['lockedBy'] = 'start';
  const idle = new IdleLock(parts.idle, () => lock('idle'));
  const emptying = new QuietMoment(() => open && vault.checkpoint());

  const opened = () => {
    const db = wrapDatabase(vault.database());
    open = { db, session: sessionOf(db, vault.status().accountId ?? '') };
    search.open(db);
    idle.start(shopSettings({ db }).idleMinutes);
    parts.publish({ type: 'book-changed', state: 'open' });
  };
  const lock = (reason: LockReason) => {
    // The vault hears of it in any case: somebody may just be being let in.
    if (!open) return vault.lock(reason);
    idle.stop();
    emptying.stop();
    dispatcher.cancelAll();
    search.close();
    files.clear();
    open = null;
    lockedBy = reason === 'quit' ? 'start' : reason;
    vault.lock(reason);
    parts.publish({ type: 'book-changed', state: 'locked' });
  };

  const services = createServices({
    ...parts,
    vault,
    search,
    files,
    appearance: appearanceFile(parts.appearanceFile, parts.systemLanguage),
    session: () => open?.session ?? null,
    idleMinutes: () => idle.minutes ?? DEFAULT_IDLE_MINUTES,
    idleChanged: (minutes) => idle.start(minutes),
    lockedBy: () => lockedBy,
    opened,
    lock,
    cancel: (callId) => dispatcher.cancel(callId),
  });
  const dispatcher = createDispatcher<AppContract>({
    ...parts,
    contract,
    services,
    now: parts.clock.now,
    book: () => open,
    allows: (session: Session, permission) => allows(session.role, permission),
    committed(db, act, tables) {
      search.committed(db, act, tables);
      emptying.soon();
    },
  });
  return { ...dispatcher, vault, lock };
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
    prepare: (db, tools) => migrate(db, () => tools.copyVerified(`${db.name}.before-schema-${SCHEMA_VERSION}`)),
    onCreated: (db, made) => writeFirstRows(db, made, isoInstant(clock.now())),
  });
}
