// The backups of the open book: makes them, one at a time, when they are due and when they are asked for.

import { randomUUID } from 'node:crypto';
import type { BackupEntry, BackupKind, BackupsState } from '../../shared/backups/contract';
import { isoInstant, todayAt, type IsoInstant } from '../../shared/core/date';
import type { Companion } from '../book/keeper';
import type { IdleClock } from '../book/idle-lock';
import type { Context } from '../core/context';
import { keptBefore } from '../core/database/backup-before';
import type { Db } from '../core/database/database';
import type { OpenBook } from '../core/dispatch-parts';
import { vaultFiles } from '../vault/files';
import { ageOf, lastActOf } from './contents';
import { BackupFolders } from './folders';
import { BackupMaker, type Asker, type MakerParts } from './maker';
import { withTold } from './remember';
import { isDailyDue } from './schedule';
import { stateOf } from './state';
import { forBook, storedFile, type Stored, type StoredFile } from './stored';
import { BackupTokens } from './tokens';

export interface BackupsParts extends MakerParts {
  readonly file: string;
  readonly every: IdleClock['every'];
  /** What the app's own folder is called in the language of this PC. */
  readonly ownName: () => string;
  readonly changed: () => void;
}

export class Backups implements Companion {
  readonly #tokens = new BackupTokens();
  readonly #stored: StoredFile;
  readonly #folders: BackupFolders;
  readonly #maker: BackupMaker;
  #queue: Promise<unknown> = Promise.resolve();
  /** Under way or waiting for it. */
  readonly #running = new Set<AbortController>();
  #stopLooking: (() => void) | null = null;
  #triedAt: number | null = null;
  #looked = false;

  constructor(private readonly parts: BackupsParts) {
    const now = () => isoInstant(parts.now());
    this.#stored = storedFile(parts.file, now, (error) => parts.log('backups.state', error));
    this.#folders = new BackupFolders({ ...parts, now, stored: this.#stored, tokens: this.#tokens });
    this.#maker = new BackupMaker(parts, this.#stored, this.#folders);
  }

  open({ db }: OpenBook): void {
    const { bookUid } = ageOf(db);
    if (this.#stored.read().bookUid !== bookUid) this.#stored.change((stored) => forBook(stored, bookUid));
    this.#triedAt = null;
    this.#looked = false;
    // Also when the last opening came to nothing after this.
    this.#stopLooking?.();
    this.#stopLooking = this.parts.every(LOOK_EVERY_MS, () => this.#look());
  }

  /** Whatever is under way ends: without the book there is nothing to back up. */
  close(): void {
    this.#stopLooking?.();
    this.#stopLooking = null;
    this.stop();
  }

  stop(): void {
    for (const controller of this.#running) controller.abort();
  }

  /** Something was changed since the last good one. */
  hasNews(): boolean {
    try {
      const book = this.parts.book();
      return book !== null && this.#isChanged(book.db);
    } catch (error) {
      // A book that cannot be read any more must not keep the app from closing.
      this.parts.log('backups.news', error);
      return false;
    }
  }

  /** The path behind a token of the list, of a chosen file or of `known`. */
  fileOf(token: string): string | undefined {
    return this.#tokens.fileOf(token);
  }

  register(file: string): string {
    return this.#tokens.register(file);
  }

  /** Every backup that can be reached now, whichever book it is of: for when no book is open. */
  async known(): Promise<readonly string[]> {
    return this.#folders.filesIn(await this.#folders.look(null));
  }

  /** The newest that was opened and compared. */
  lastGood(): { readonly at: IsoInstant; readonly fileName: string } | null {
    const { last, folders } = this.#stored.read();
    const found = folders.flatMap(({ backups }) => backups).find(({ at }) => at === last?.at);
    return found ? { at: found.at, fileName: found.fileName } : null;
  }

  /** What this PC remembers of them, also while no book is open. */
  remembered(): Stored {
    return this.#stored.read();
  }

  state(context: Context): BackupsState {
    const hasPassword = this.parts.vault.status().backupPassword;
    const view = { stored: this.#stored.read(), running: this.#running.size > 0, ownName: this.parts.ownName(), hasPassword };
    return stateOf({ ...view, pathOf: (folder) => this.#folders.pathOf(folder) }, context);
  }

  /** After whichever is under way: two that write at the same time would only be slower. `copy`: of the book as it was before a migration. */
  make(kind: BackupKind, asker: Asker, copy: string | null = null): Promise<void> {
    const controller = new AbortController();
    const stop = () => controller.abort();
    asker.signal.addEventListener('abort', stop);
    if (asker.signal.aborted) stop();
    this.#running.add(controller);
    const made = this.#queue
      .then(() => this.#maker.make({ kind, copy, signal: controller.signal }, asker))
      .finally(() => {
        asker.signal.removeEventListener('abort', stop);
        this.#running.delete(controller);
        this.parts.changed();
      });
    this.#queue = made.catch(() => undefined);
    this.parts.changed();
    return made;
  }

  /** The way back from what comes next, which must not begin when this fails. Of a book without clients there is nothing to lose. */
  async before(kind: 'before-import' | 'before-restore' | 'before-keys', asker: Asker): Promise<void> {
    const book = this.parts.book();
    if (kind !== 'before-restore' && book && ageOf(book.db).clients === 0) return;
    await this.make(kind, asker);
  }

  async list(): Promise<BackupEntry[]> {
    const looked = await this.#folders.look(this.#stored.read().bookUid);
    if (this.#folders.keep(looked)) this.parts.changed();
    return this.#folders.entries(looked, this.parts.ownName());
  }

  async addFolder(place: string): Promise<void> {
    this.#folders.add(randomUUID(), place);
    await this.list();
    this.parts.changed();
  }

  removeFolder(id: string): void {
    this.#folders.remove(id);
    this.parts.changed();
  }

  setDaily(at: string): void {
    this.#stored.change((stored) => ({ ...stored, dailyAt: at }));
    this.parts.changed();
  }

  told(): void {
    this.#stored.change((stored) => withTold(stored, todayAt(this.parts.now())));
    this.parts.changed();
  }

  /** What the pages show has changed elsewhere. */
  announce(): void {
    this.parts.changed();
  }

  drillLater(): void {
    const today = todayAt(this.parts.now());
    this.#stored.change((stored) => ({ ...stored, drillLaterOn: today }));
    this.parts.changed();
  }

  #isChanged(db: Db): boolean {
    return lastActOf(db) !== (this.#stored.read().last?.lastAct ?? 0);
  }

  #look(): void {
    const book = this.parts.book();
    if (!book || this.#running.size > 0) return;
    if (!this.#looked && this.#folders.targets().length > 1) void this.list();
    const kept = this.#looked ? undefined : keptBefore(vaultFiles(this.parts.folder).book);
    this.#looked = true;
    if (kept !== undefined) return this.#quietly('before-migration', kept);
    const now = this.parts.now();
    const { last, ...stored } = this.#stored.read();
    const since = last?.at ?? ageOf(book.db).createdAt;
    if (!isDailyDue(now, { ...stored, since, changed: this.#isChanged(book.db) })) return;
    // Not again and again when the stick is simply not there.
    if (this.#triedAt !== null && Math.abs(now.getTime() - this.#triedAt) < TRY_AGAIN_MS) return;
    this.#triedAt = now.getTime();
    this.#quietly('daily', null);
  }

  /** Nobody asked for it and nobody waits: what went wrong is remembered. */
  #quietly(kind: 'daily' | 'before-migration', copy: string | null): void {
    const { signal } = new AbortController();
    this.make(kind, { signal, progress: () => undefined, session: null }, copy).catch((error: unknown) =>
      this.parts.log(`backups.${kind}`, error),
    );
  }
}

const LOOK_EVERY_MS = 30_000;
const TRY_AGAIN_MS = 30 * 60_000;
