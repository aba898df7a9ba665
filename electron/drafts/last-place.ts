// The page somebody was on, and what they asked of the list of clients, are kept among their drafts as long as they are there. Whoever leaves of their
// own accord leaves none: only after a crash, a kill or a lock that was not theirs does the app go back to it.

import type { Companion } from '../book/keeper';
import type { OpenBook } from '../core/dispatch-parts';
import type { LockReason } from '../vault/vault';
import { deleteDraft } from './store';

const PLACES = ['place', 'place:clients'];

const OWN_WISH: ReadonlySet<LockReason> = new Set(['key', 'switch', 'quit']);

export class LastPlace implements Companion {
  #book: OpenBook | null = null;

  constructor(private readonly failed: (error: unknown) => void) {}

  open(book: OpenBook): void {
    this.#book = book;
  }

  changed(book: OpenBook): void {
    if (this.#book && this.#book.session.accountId !== book.session.accountId) this.#forget(this.#book);
    this.#book = book;
  }

  close(reason: LockReason): void {
    if (this.#book && OWN_WISH.has(reason)) this.#forget(this.#book);
    this.#book = null;
  }

  #forget({ db, session }: OpenBook): void {
    try {
      for (const key of PLACES) deleteDraft(db, session.accountId, key);
    } catch (error) {
      this.failed(error);
    }
  }
}
