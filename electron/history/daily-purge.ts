// Once a day, when the book is open and nobody is at the PC, what has been in the bin for 30 days goes for good, a little at a time.

import { setTimeout as rest } from 'node:timers/promises';
import { todayAt, type IsoInstant } from '../../shared/core/date';
import type { IdleClock } from '../book/idle-lock';
import type { Companion } from '../book/keeper';
import type { OpenBook } from '../core/dispatch-parts';
import { mayPurge, overdueThings, purgeThings, type Purged } from './purge';
import type { OverdueThing } from './purge-store';

export interface DailyPurgeParts {
  readonly idle: IdleClock;
  readonly book: () => OpenBook | null;
  readonly now: () => IsoInstant;
  /** A thread is writing to the book: not now. */
  readonly busy: () => boolean;
  /** Inside the transaction of what was purged. */
  readonly purged: (book: OpenBook, purged: Purged) => void;
  /** After it was committed. */
  readonly committed: (book: OpenBook, purged: Purged) => void;
  readonly failed: (error: unknown) => void;
}

const LOOK_EVERY_MS = 30_000;
const QUIET_SECONDS = 60;
/** As long as it takes the window to get a word in. */
const REST_MS = 10;
const AT_ONCE = 10;

export class DailyPurge implements Companion {
  #stopLooking: (() => void) | null = null;
  #running: AbortController | null = null;
  #doneOn: string | null = null;

  constructor(private readonly parts: DailyPurgeParts) {}

  open(): void {
    this.close();
    this.#stopLooking = this.parts.idle.every(LOOK_EVERY_MS, () => void this.#look());
  }

  /** What was purged by then is gone, the rest goes another time. */
  close(): void {
    this.#stopLooking?.();
    this.#stopLooking = null;
    this.#running?.abort();
    this.#running = null;
    this.#doneOn = null;
  }

  async #look(): Promise<void> {
    const { idle, busy, book, now, failed } = this.parts;
    const today = todayAt(new Date(now()));
    if (this.#running || this.#doneOn === today || idle.idleSeconds() < QUIET_SECONDS || busy()) return;
    const running = new AbortController();
    this.#running = running;
    try {
      const open = book();
      if (!open || !mayPurge(open.db, now())) return;
      if (await this.#purge(open, running.signal)) this.#doneOn = today;
    } catch (error) {
      if (!running.signal.aborted) failed(error);
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  /** False when it was not the time to go on. */
  async #purge(book: OpenBook, signal: AbortSignal): Promise<boolean> {
    const { now, busy } = this.parts;
    for (let after: number | null = 0; after !== null;) {
      const { things, next } = overdueThings(book.db, now(), after);
      for (const some of inLittle(things)) {
        await rest(REST_MS);
        if (signal.aborted || busy()) return false;
        this.#write(book, some);
      }
      after = next;
      await rest(REST_MS);
      if (signal.aborted || busy()) return false;
    }
    return true;
  }

  #write(book: OpenBook, things: readonly OverdueThing[]): void {
    const { now, purged, committed } = this.parts;
    const done = book.db.$client
      .transaction(() => {
        const done = purgeThings(book.db, things, now(), book.health);
        purged(book, done);
        return done;
      })
      .immediate();
    committed(book, done);
  }
}

/** A client with all that is theirs alone, of the others some at once. */
function inLittle(things: readonly OverdueThing[]): OverdueThing[][] {
  const clients = things.filter(({ table_name }) => table_name === 'client').map((one) => [one]);
  const others = things.filter(({ table_name }) => table_name !== 'client');
  const groups = Array.from({ length: Math.ceil(others.length / AT_ONCE) }, (_none, index) =>
    others.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  return [...groups, ...clients];
}
