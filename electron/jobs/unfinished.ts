// Jobs in whose middle the app may die or the book be locked: each is written down before it begins and struck out at its end. What is left
// of one is removed when the book is opened next, and whoever began it is told how it ended.

import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { IsoInstant } from '../../shared/core/date';
import { UnfinishedKind, type UnfinishedJob } from '../../shared/jobs/contract';
import type { Companion } from '../book/keeper';
import type { JobContext, Session } from '../core/context';
import type { Db } from '../core/database/database';
import type { OpenBook } from '../core/dispatch-parts';
import { addJob, deleteJob, isDone, keysEpoch, listJobs, type JobRow } from './store';

export interface JobNote {
  readonly kind: UnfinishedKind;
  /** The act that an import leaves when it is done. */
  readonly operation?: string;
  /** The file it is to become, when it writes one: under this name, with `.part` behind it, until it is whole. */
  readonly target?: string;
}

const Stored = z.object({ kind: UnfinishedKind, operation: z.string().optional(), target: z.string().optional(), epoch: z.number() });

type Asking = Pick<JobContext, 'session' | 'now'>;

const LEFT_OVER = '.part';

export class UnfinishedJobs implements Companion {
  /** Of this process, and not over yet. */
  readonly #running = new Set<string>();
  /** Over, but the book was closed when they ended. */
  readonly #over = new Set<string>();

  constructor(
    private readonly book: () => OpenBook | null,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** The work, written down for as long as it takes. One that the person stopped, or that was refused, is over; one that a lock ended is not. */
  async during<T>(note: JobNote, { session, now }: Asking, work: () => Promise<T>): Promise<T> {
    const id = randomUUID();
    const book = this.book();
    if (book) this.#quietly(() => addJob(book.db, session.accountId, id, JSON.stringify({ ...note, epoch: keysEpoch(book.db) }), now));
    this.#running.add(id);
    try {
      const value = await work();
      this.#over.add(id);
      return value;
    } finally {
      this.#running.delete(id);
      this.#strike(id);
    }
  }

  /** The same for a whole operation. */
  readonly told =
    <I, C extends Asking, T>(note: JobNote, work: (input: I, context: C) => Promise<T>) =>
    (input: I, context: C): Promise<T> =>
      this.during(note, context, () => work(input, context));

  open({ db }: OpenBook): void {
    this.#quietly(() => {
      for (const row of listJobs(db)) {
        if (this.#running.has(row.key)) continue;
        removeLeftOver(row);
        if (this.#over.delete(row.key)) deleteJob(db, row.key);
      }
    });
  }

  close(): void {}

  /** What this person began and did not see the end of. */
  of(db: Db, { accountId }: Session): UnfinishedJob[] {
    return this.#cutOff(db, accountId).map((row) => {
      const { kind } = Stored.parse(JSON.parse(row.value));
      return { kind, at: IsoInstant.parse(row.at), done: isItDone(db, row) };
    });
  }

  /** They have been told. */
  forget(db: Db, { accountId }: Session): void {
    for (const row of this.#cutOff(db, accountId)) deleteJob(db, row.key);
  }

  #cutOff(db: Db, accountId: number): JobRow[] {
    return listJobs(db).filter((row) => row.account_id === accountId && !this.#running.has(row.key));
  }

  #strike(id: string): void {
    const book = this.book();
    if (!book) return;
    this.#quietly(() => {
      deleteJob(book.db, id);
      this.#over.delete(id);
    });
  }

  /** That it cannot be written down is no reason not to do it. */
  #quietly(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.failed(error);
    }
  }
}

function removeLeftOver({ value }: JobRow): void {
  const { target } = Stored.parse(JSON.parse(value));
  if (target !== undefined) rmSync(`${target}${LEFT_OVER}`, { force: true });
}

/** The book itself knows best: an act that stands, a newer key, a file in its place. */
function isItDone(db: Db, { account_id, value, at }: JobRow): boolean {
  const { kind, operation, target, epoch } = Stored.parse(JSON.parse(value));
  if (kind === 'import') return operation !== undefined && isDone(db, account_id, operation, at);
  if (kind === 'keys') return keysEpoch(db) > epoch;
  // What was cut off has no name and counts for nothing.
  if (kind === 'backup') return false;
  return target !== undefined && existsSync(target) && statSync(target).mtimeMs >= Date.parse(at);
}
