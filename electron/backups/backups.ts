// The backups of the open book: makes them, one at a time, when they are due and when they are asked for.

import { randomUUID } from 'node:crypto';
import type { BackupEntry, BackupKind, BackupsState } from '../../shared/backups/contract';
import { isoInstant, todayAt, type IsoInstant } from '../../shared/core/date';
import { refuse } from '../../shared/errors';
import type { Companion } from '../book/keeper';
import type { IdleClock } from '../book/idle-lock';
import type { Context, JobContext } from '../core/context';
import type { Db } from '../core/database/database';
import type { OpenBook } from '../core/dispatch-parts';
import { ageOf, lastActOf } from './contents';
import { failureFrom, whyNowhere } from './failures';
import { BackupFolders } from './folders';
import { withMade, withTold } from './remember';
import { runBackup, type Outcome, type RunParts } from './run';
import { isDailyDue } from './schedule';
import { stateOf } from './state';
import { forBook, storedFile, type StoredFile } from './stored';
import { BackupTokens } from './tokens';

export interface BackupsParts extends RunParts {
  readonly file: string;
  readonly now: () => Date;
  readonly every: IdleClock['every'];
  readonly book: () => OpenBook | null;
  /** What the app's own folder is called in the language of this PC. */
  readonly ownName: () => string;
  /** A line in the audit log. */
  readonly tell: (accountId: number | null, facts: { kind: BackupKind; bytes: number; folders: number }) => Promise<void>;
  readonly changed: () => void;
  readonly log: (operation: string, error: unknown) => void;
}

export type Asker = Pick<JobContext, 'signal' | 'progress'> & { readonly session: { readonly accountId: number } | null };

export class Backups implements Companion {
  readonly #tokens = new BackupTokens();
  readonly #stored: StoredFile;
  readonly #folders: BackupFolders;
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

  state(context: Context): BackupsState {
    const view = { stored: this.#stored.read(), running: this.#running.size > 0, ownName: this.parts.ownName() };
    return stateOf({ ...view, pathOf: (folder) => this.#folders.pathOf(folder) }, context);
  }

  /** After whichever is under way: two that write at the same time would only be slower. */
  make(kind: BackupKind, asker: Asker): Promise<void> {
    const controller = new AbortController();
    const stop = () => controller.abort();
    asker.signal.addEventListener('abort', stop);
    if (asker.signal.aborted) stop();
    this.#running.add(controller);
    const made = this.#queue
      .then(() => this.#make(kind, asker, controller.signal))
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
  async before(kind: 'before-import' | 'before-restore', asker: Asker): Promise<void> {
    const book = this.parts.book();
    if (kind === 'before-import' && book && ageOf(book.db).clients === 0) return;
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
    this.#looked = true;
    const now = this.parts.now();
    const { last, ...stored } = this.#stored.read();
    const since = last?.at ?? ageOf(book.db).createdAt;
    if (!isDailyDue(now, { ...stored, since, changed: this.#isChanged(book.db) })) return;
    // Not again and again when the stick is simply not there.
    if (this.#triedAt !== null && Math.abs(now.getTime() - this.#triedAt) < TRY_AGAIN_MS) return;
    this.#triedAt = now.getTime();
    const { signal } = new AbortController();
    this.make('daily', { signal, progress: () => undefined, session: null }).catch((error: unknown) =>
      this.parts.log('backups.daily', error),
    );
  }

  async #make(kind: BackupKind, asker: Asker, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw refuse('bridge.cancelled');
    const at = isoInstant(this.parts.now());
    try {
      const outcome = await this.#run(kind, at, signal, asker);
      this.#keep(kind, at, outcome);
      await this.#tell(kind, asker, outcome);
    } catch (error) {
      if (signal.aborted) throw refuse('bridge.cancelled');
      this.#stored.change((stored) => ({ ...stored, failure: failureFrom(error, at) }));
      throw error;
    }
  }

  async #tell(kind: BackupKind, { session }: Asker, { staged, results }: Outcome): Promise<void> {
    const folders = results.filter(({ written }) => written).length;
    try {
      await this.parts.tell(session?.accountId ?? null, { kind, bytes: staged.bytes, folders });
    } catch (error) {
      // The backup is there, and its own header says when and why.
      this.parts.log('backups.tell', error);
    }
  }

  async #run(kind: BackupKind, at: IsoInstant, signal: AbortSignal, { progress }: Asker): Promise<Outcome> {
    const book = this.parts.book();
    if (!book) throw refuse('session.locked');
    const { bookUid } = ageOf(book.db);
    if (this.#stored.read().sequence === 0) this.#folders.keep(await this.#folders.look(bookUid));
    const { folders, sequence: before } = this.#stored.read();
    // What this PC has forgotten, the folders may still know.
    const sequence = Math.max(before, ...folders.flatMap(({ backups }) => backups.map((one) => one.sequence))) + 1;
    const outcome = await runBackup(this.parts, { kind, at, bookUid, sequence, targets: this.#folders.targets(), signal, progress });
    if (outcome.results.some(({ written }) => written)) return outcome;
    this.#stored.change((stored) => ({ ...stored, folders: this.#folders.settle(outcome.results, outcome.staged.bytes) }));
    throw whyNowhere(
      outcome.results.map(({ error }) => error),
      outcome.staged.bytes,
    );
  }

  #keep(kind: BackupKind, at: IsoInstant, outcome: Outcome): void {
    const folders = this.#folders.settle(outcome.results, outcome.staged.bytes);
    this.#stored.change((stored) => withMade(stored, { kind, at, folders, outcome }));
  }
}

const LOOK_EVERY_MS = 30_000;
const TRY_AGAIN_MS = 30 * 60_000;
