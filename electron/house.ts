// Puts the parts together that make the app work without a window: vault, dispatch, services, search. Tests and main.ts build the same house.

import path from 'node:path';
import type { BookStatus } from '../shared/book/contract';
import { isoInstant, type IsoInstant } from '../shared/core/date';
import { contract, type AppContract } from '../shared/contract';
import type { AppError } from '../shared/errors';
import type { AppEvent } from '../shared/events';
import { AuditLog } from './audit/audit-log';
import { appearanceFile } from './appearance/service';
import { writeFirstRows } from './book/first-rows';
import { bringUpToDate, migrateInThread } from './book/migration';
import { SCHEMA_VERSION } from './core/database/migrate';
import type { Dialogs } from './core/dialogs';
import { createDispatcher, type Dispatcher } from './core/dispatch';
import type { DispatchParts } from './core/dispatch-parts';
import type { Workers } from './core/workers';
import { WriteGate } from './core/write-gate';
import type { IdleClock } from './book/idle-lock';
import { BookKeeper, type Companion, type Entrance } from './book/keeper';
import { lastPersonFile, type LastPerson } from './book/last-person';
import type { Display } from './diagnostics/machine';
import { lookThroughInThread } from './health/quick-check';
import { LastPlace } from './drafts/last-place';
import { DailyCheck } from './health/daily-check';
import { ChosenFiles } from './imports/chosen-files';
import { UnfinishedJobs } from './jobs/unfinished';
import { Pins } from './people/pins';
import { RightUses } from './people/right-uses';
import { createBackups, GOODBYE, goodbyeOf, type Goodbye } from './house-backups';
import { createPurge } from './house-purge';
import type { SampleDoor } from './sample/service';
import { LiveSearch } from './search/live-search';
import { createServices } from './services';
import { BroughtBooks } from './transfer/brought-books';
import { createThreadWriter } from './thread-writer';
import { DEFAULT_IDLE_MINUTES, shopSettings } from './settings/service';
import type { Argon } from './vault/derive';
import type { Protector } from './vault/protection';
import type { VaultClock } from './vault/throttle';
import { createWitness, type WitnessParts } from './witness';
import { createVault, type LockReason, type Vault } from './vault/vault';

export interface HouseParts {
  /** Where the book and its keys live. */
  readonly folder: string;
  readonly appearanceFile: string;
  /** The app's whole profile on this PC; what the proof of safety looks through. */
  readonly profile: string;
  readonly systemLanguage: 'zh-CN' | 'en';
  readonly protector: Protector;
  readonly clock: VaultClock;
  readonly idle: IdleClock;
  readonly dialogs: Dialogs;
  readonly workers: Workers;
  readonly versions: BookStatus['versions'];
  readonly displays: () => readonly Display[];
  readonly publish: (event: AppEvent) => void;
  readonly log: DispatchParts<AppContract>['log'];
  readonly nativeBinding?: string | undefined;
  readonly argon?: Argon | undefined;
  readonly checkOutputs?: boolean;
  /** The way to the sample salon, and whether this house is its. */
  readonly sample: { readonly door: SampleDoor; readonly isSample: boolean };
}

export interface House extends Dispatcher, Goodbye {
  readonly vault: Vault;
  /** With `damage` nothing more is written to the book, and it stays shut. */
  lock(reason: LockReason, damage?: AppError): void;
}

export function buildHouse(parts: HouseParts): House {
  const search = new LiveSearch();
  const files = new ChosenFiles();
  const brought = new BroughtBooks();
  const vault = openableVault(parts);
  const pins = new Pins();
  const gate = new WriteGate();
  const audit = new AuditLog({ folder: parts.folder, now: () => instant(parts), held: () => gate.closed, log: tell(parts) });
  const last = lastPersonOn(parts);
  const backups = createBackups(parts, { vault, audit, gate, keeper: () => keeper });
  const unfinished = unfinishedIn(parts, () => keeper);
  const purge = createPurge(parts, { audit, gate, search, keeper: () => keeper });
  const own = [last, unfinished, placeIn(parts), dailyCheckIn(parts, vault, gate, () => keeper), purge, backups];
  const companions = companionsOf(own, search, [files, brought], () => dispatcher.cancelAll());
  const witness = witnessIn(parts, { audit, pins, vault: () => vault, stir: () => keeper.written() });
  const keeper = new BookKeeper(vault, parts.idle, companions, witness, () => instant(parts), parts.publish, gate);
  const services = createServices({
    ...parts,
    vault,
    search,
    files,
    brought,
    appearance: appearanceFile(parts.appearanceFile, parts.systemLanguage),
    audit,
    backups,
    pins,
    ...bookIn(keeper, last),
    stopJobs: () => dispatcher.cancelAll(),
    cancel: (callId) => (callId === GOODBYE ? backups.stop() : dispatcher.cancel(callId)),
    unfinished,
  });
  const dispatcher = createDispatcher<AppContract>({
    ...parts,
    contract,
    services,
    now: parts.clock.now,
    book: () => keeper.book,
    witness,
    gate,
    writeInThread: createThreadWriter({ workers: parts.workers, vault: () => vault, gate, settle: () => audit.settle() }),
    committed(db, act, tables) {
      keeper.written();
      // Here and not where they are changed: an undo changes them back.
      if (tables.includes('setting')) keeper.idle.start(shopSettings({ db }).idleMinutes);
      search.committed(db, act, tables);
    },
  });
  return { ...dispatcher, vault, lock: (reason, damage) => keeper.lock(reason, damage), ...goodbyeOf(parts, backups, keeper) };
}

function companionsOf(
  own: readonly Companion[],
  search: LiveSearch,
  held: readonly { clear(): void }[],
  stopJobs: () => void,
): Companion[] {
  return [
    ...own,
    { changed: stopJobs, close: stopJobs },
    { open: (book) => search.open(book), changed: (book) => search.open(book), close: () => search.close() },
    ...held.map((files) => ({ changed: () => files.clear(), close: () => files.clear() })),
  ];
}

function dailyCheckIn(parts: HouseParts, vault: Vault, gate: WriteGate, keeper: () => BookKeeper): DailyCheck {
  return new DailyCheck({
    ...parts,
    vault,
    now: () => instant(parts),
    busy: () => gate.closed,
    damaged: (error) => keeper().lock('system', error),
    failed: (error) => tell(parts)('health.state', error),
  });
}

function witnessIn(parts: HouseParts, seen: Pick<WitnessParts, 'audit' | 'pins' | 'vault' | 'stir'>) {
  return createWitness({ ...seen, uses: new RightUses(), now: () => instant(parts), log: tell(parts) });
}

function placeIn(parts: HouseParts): LastPlace {
  return new LastPlace((error) => tell(parts)('drafts.drop', error));
}

function unfinishedIn(parts: HouseParts, keeper: () => BookKeeper): UnfinishedJobs {
  return new UnfinishedJobs(
    () => keeper().book,
    (error) => tell(parts)('jobs.unfinished', error),
  );
}

/** The open book as its own service sees it. */
function bookIn(keeper: BookKeeper, last: LastPerson) {
  return {
    book: () => keeper.book,
    idleMinutes: () => keeper.idle.minutes ?? DEFAULT_IDLE_MINUTES,
    lockedBy: () => keeper.lockedBy,
    lastHere: () => last.read(),
    opened: (way: Entrance) => keeper.opened(way),
    switched: (way: Entrance | null) => keeper.switched(way),
    lock: (reason: LockReason) => keeper.lock(reason),
  };
}

function lastPersonOn(parts: HouseParts): LastPerson {
  const file = path.join(path.dirname(parts.folder), 'last-person.json');
  return lastPersonFile(file, (error) => tell(parts)('book.unlock', error));
}

function instant({ clock }: HouseParts): IsoInstant {
  return isoInstant(clock.now());
}

function tell({ log }: HouseParts) {
  return (operation: string, error: unknown) => log({ operation, ms: 0, code: 'unexpected', error });
}

function openableVault(parts: HouseParts): Vault {
  const { folder, protector, clock, nativeBinding, argon, workers } = parts;
  return createVault({
    folder,
    protector,
    clock,
    nativeBinding,
    argon,
    schemaVersion: SCHEMA_VERSION,
    lookThrough: (file, access) => lookThroughInThread(workers, file, access),
    bringUpToDate: (file, access, tell) => migrateInThread(workers, file, access, tell),
    prepare: (db, tools) => bringUpToDate(db, tools),
    onCreated: (db, made) => writeFirstRows(db, made, isoInstant(clock.now())),
  });
}
