// Keeps the open book: who is in it, what runs beside it, and how all of that ends at once when it is locked.

import type { BookStatus } from '../../shared/book/contract';
import type { AppEvent } from '../../shared/events';
import { wrapDatabase } from '../core/database/database';
import type { OpenBook } from '../core/dispatch';
import { shopSettings } from '../settings/service';
import type { LockReason, Vault } from '../vault/vault';
import { IdleLock, type IdleClock } from './idle-lock';
import { QuietMoment } from './quiet-moment';
import { sessionOf } from './session';

/** What lives only while the book is open. */
export interface Companion {
  open?(book: OpenBook): void;
  close(): void;
}

export class BookKeeper {
  book: OpenBook | null = null;
  lockedBy: BookStatus['lockedBy'] = 'start';
  readonly idle: IdleLock;
  readonly #emptying = new QuietMoment(() => this.book && this.vault.checkpoint());

  constructor(
    readonly vault: Vault,
    idleClock: IdleClock,
    private readonly companions: readonly Companion[],
    private readonly publish: (event: AppEvent) => void,
  ) {
    this.idle = new IdleLock(idleClock, () => this.lock('idle'));
  }

  /** The vault has let somebody in. */
  opened(): void {
    try {
      const db = wrapDatabase(this.vault.database());
      const book = { db, session: sessionOf(db, this.vault.status().accountId ?? '') };
      for (const companion of this.companions) companion.open?.(book);
      this.idle.start(shopSettings({ db }).idleMinutes);
      this.book = book;
    } catch (error) {
      this.vault.lock('key');
      throw error;
    }
    this.publish({ type: 'book-changed', state: 'open' });
  }

  lock(reason: LockReason): void {
    // The vault hears of it in any case: somebody may just be being let in.
    if (!this.book) return this.vault.lock(reason);
    this.book = null;
    this.idle.stop();
    this.#emptying.stop();
    for (const companion of this.companions) companion.close();
    this.lockedBy = reason === 'quit' ? 'start' : reason;
    this.vault.lock(reason);
    this.publish({ type: 'book-changed', state: 'locked' });
  }

  /** Something was written. */
  written(): void {
    this.#emptying.soon();
  }
}
