// Holds the one open book: lets somebody in, changes its keys and lets go of it again, one thing at a time.

import { refuse, type AppError } from '../../shared/errors';
import { failureOf } from '../core/database/failures';
import type { BookMaker } from './creation';
import { writeKeys, type Keys } from './keys-file';
import { abandonBook, closeBook, holding, type OpenBook } from './opening';
import { writeKeysEpoch } from './record';
import { settleRotation } from './rotation';
import { filesMark, isLasting } from './status';

export type LockReason = 'key' | 'idle' | 'system' | 'switch' | 'page' | 'restore' | 'quit';

export interface Locked {
  readonly reason: LockReason;
  /** False when something stayed in the log: not lost, but the book file alone is not the whole book. */
  readonly logEmptied: boolean;
}

/** Takes over a book that was just opened. */
export type Adopt = (book: Omit<OpenBook, 'release'>) => OpenBook;

export class BookHolder {
  readonly #maker: BookMaker;
  readonly #listeners = new Set<(locked: Locked) => void>();
  #book: OpenBook | undefined;
  #refused: { readonly error: AppError; readonly mark: string } | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #locks = 0;

  constructor(maker: BookMaker) {
    this.#maker = maker;
  }

  get book(): OpenBook | undefined {
    return this.#book;
  }

  /** The open book; refuses with `session.locked` when there is none. */
  opened(): OpenBook {
    if (!this.#book) throw refuse('session.locked');
    return this.#book;
  }

  refuseOpen(): void {
    if (this.#book) throw refuse('book.already-open');
  }

  /** Why the book would not open, as long as its files are the same. */
  refusal(): AppError | undefined {
    return this.#refused?.mark === filesMark(this.#maker.files) ? this.#refused.error : undefined;
  }

  opening(work: (adopt: Adopt) => Promise<OpenBook>): Promise<OpenBook> {
    return this.serially(async () => {
      this.refuseOpen();
      const locks = this.#locks;
      try {
        return await holding(this.#maker, (release) => {
          settleRotation(this.#maker.files);
          return work((book) => this.#adopt({ ...book, release }, locks));
        });
      } catch (error) {
        const failure = failureOf(error);
        if (failure && isLasting(failure)) this.#refused = { error: failure, mark: filesMark(this.#maker.files) };
        throw error;
      }
    });
  }

  closed<T>(work: () => Promise<T>): Promise<T> {
    return this.serially(() => {
      this.refuseOpen();
      return work();
    });
  }

  // keys.json first, then the book: after a crash in between, the book is one behind and catches up at the next start.
  async change(make: (book: OpenBook) => Promise<Keys> | Keys): Promise<void> {
    const before = this.opened();
    const keys = await make(before);
    const book = this.still(before);
    writeKeys(this.#maker.files, keys, book.ring.book);
    writeKeysEpoch(book.db, keys.epoch);
    this.replace({ ...book, keys });
  }

  /** The book as it is now, when it is the one that was open then; refuses when it was locked in between. */
  still(before: OpenBook): OpenBook {
    if (this.#book?.db !== before.db) throw refuse('session.locked');
    return this.#book;
  }

  /** The same open book with other keys or another person in it. */
  replace(book: OpenBook): void {
    this.still(book);
    this.#book = book;
  }

  /** With `damage` nothing more is written to the book, and it stays shut until its files are others. */
  lock(reason: LockReason, damage?: AppError): void {
    // Also reaches somebody who is just being let in.
    this.#locks += 1;
    const book = this.#book;
    if (!book) return;
    this.#book = undefined;
    const logEmptied = damage ? abandonBook(this.#maker, book) : closeBook(book);
    if (damage) this.#refused = { error: damage, mark: filesMark(this.#maker.files) };
    for (const listener of this.#listeners) listener({ reason, logEmptied });
  }

  /** Returns how to stop listening. */
  onLocked(listener: (locked: Locked) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // One at a time: guesses made side by side would all be made before the first is counted.
  serially<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work).catch((error: unknown) => {
      throw failureOf(error) ?? error;
    });
    // The caller hears of a failure; whoever waits behind does not.
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #adopt(book: OpenBook, locks: number): OpenBook {
    if (locks !== this.#locks) {
      closeBook(book);
      throw refuse('session.locked');
    }
    this.#book = book;
    this.#refused = undefined;
    return book;
  }
}
