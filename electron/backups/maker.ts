// Makes one backup and sees that it is remembered and told of, or that its failure is.

import { rmSync, statSync } from 'node:fs';
import type { BackupKind } from '../../shared/backups/contract';
import { isoInstant, type IsoInstant } from '../../shared/core/date';
import { refuse } from '../../shared/errors';
import type { JobContext } from '../core/context';
import type { OpenBook } from '../core/dispatch-parts';
import { ageOf } from './contents';
import { failureFrom, whyNowhere } from './failures';
import type { BackupFolders } from './folders';
import { withMade } from './remember';
import { runBackup, type Outcome, type RunParts } from './run';
import type { StoredFile } from './stored';

export interface MakerParts extends RunParts {
  readonly now: () => Date;
  readonly book: () => OpenBook | null;
  /** A line in the audit log. */
  readonly tell: (accountId: number | null, facts: { kind: BackupKind; bytes: number; folders: number }) => Promise<void>;
  readonly log: (operation: string, error: unknown) => void;
}

export type Asker = Pick<JobContext, 'signal' | 'progress'> & { readonly session: { readonly accountId: number } | null };

export interface Making {
  readonly kind: BackupKind;
  /** The book as it was before a migration, kept beside it until it is in a backup; null for the book itself. */
  readonly copy: string | null;
  readonly signal: AbortSignal;
}

export class BackupMaker {
  constructor(
    private readonly parts: MakerParts,
    private readonly stored: StoredFile,
    private readonly folders: BackupFolders,
  ) {}

  async make(making: Making, asker: Asker): Promise<void> {
    const { kind, copy, signal } = making;
    if (signal.aborted) throw refuse('bridge.cancelled');
    const at = isoInstant(copy === null ? this.parts.now() : statSync(copy).mtime);
    try {
      const outcome = await this.#run(making, at, asker);
      const folders = this.folders.settle(outcome.results, outcome.staged.bytes);
      this.stored.change((stored) => withMade(stored, { kind, at, folders, outcome }));
      if (copy !== null) rmSync(copy, { force: true });
      await this.#tell(kind, asker, outcome);
    } catch (error) {
      if (signal.aborted) throw refuse('bridge.cancelled');
      // A copy is tried again when the book is opened next; of the book itself there may be no good backup.
      if (copy === null) this.stored.change((stored) => ({ ...stored, failure: failureFrom(error, at) }));
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

  async #run({ kind, copy, signal }: Making, at: IsoInstant, { progress }: Asker): Promise<Outcome> {
    const book = this.parts.book();
    if (!book) throw refuse('session.locked');
    const { bookUid } = ageOf(book.db);
    if (this.stored.read().sequence === 0) this.folders.keep(await this.folders.look(bookUid));
    const { folders, sequence: before } = this.stored.read();
    // What this PC has forgotten, the folders may still know.
    const sequence = Math.max(before, ...folders.flatMap(({ backups }) => backups.map((one) => one.sequence))) + 1;
    const outcome = await runBackup(this.parts, { kind, at, bookUid, sequence, copy, targets: this.folders.targets(), signal, progress });
    if (outcome.results.some(({ written }) => written)) return outcome;
    this.stored.change((stored) => ({ ...stored, folders: this.folders.settle(outcome.results, outcome.staged.bytes) }));
    throw whyNowhere(
      outcome.results.map(({ error }) => error),
      outcome.staged.bytes,
    );
  }
}
