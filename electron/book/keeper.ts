// Keeps the open book: who is in it, what runs beside it, and how all of that ends at once when it is locked.

import type { BookStatus } from '../../shared/book/contract';
import type { IsoInstant } from '../../shared/core/date';
import type { AppError } from '../../shared/errors';
import type { AppEvent } from '../../shared/events';
import { wrapDatabase, type Db } from '../core/database/database';
import type { OpenBook } from '../core/dispatch-parts';
import { createSealer } from '../core/sealing';
import type { WriteGate } from '../core/write-gate';
import { shopSettings } from '../settings/service';
import type { LockReason, Vault } from '../vault/vault';
import { furnish } from './furnish';
import { IdleLock, type IdleClock } from './idle-lock';
import { QuietMoment } from './quiet-moment';
import { standingOf, standingStill, type Holder, type Standing } from './session';

/** What lives only while the book is open. */
export interface Companion {
  open?(book: OpenBook): void;
  /** Somebody else has taken over, or their rights have changed. */
  changed?(book: OpenBook): void;
  close(reason: LockReason): void;
}

/** How somebody came to be signed in. */
export type Entrance = 'created' | 'password' | 'recovery' | 'pin';

/** What the keeper tells the audit log. */
export interface Doorkeeper {
  opened(book: OpenBook, key: Buffer, way: Entrance): void;
  switched(book: OpenBook, way: Entrance): void;
  locking(book: OpenBook, reason: LockReason): void;
  /** The quiet moment after writes. */
  quiet(db: Db): void;
  closed(): void;
  /** The book was found damaged: nothing more is written to it. */
  abandoned(): void;
}

interface Kept {
  readonly book: OpenBook;
  readonly holder: Holder;
  readonly standing: Standing;
}

export class BookKeeper {
  lockedBy: BookStatus['lockedBy'] = 'start';
  readonly idle: IdleLock;
  #kept: Kept | null = null;
  /** Whether the standing was asked for in this turn of the event loop and nothing has been written since: one request asks several times. */
  #asked = false;
  readonly #emptying = new QuietMoment(() => this.#quiet());

  constructor(
    readonly vault: Vault,
    idleClock: IdleClock,
    private readonly companions: readonly Companion[],
    private readonly door: Doorkeeper,
    private readonly now: () => IsoInstant,
    private readonly publish: (event: AppEvent) => void,
    private readonly gate: WriteGate,
  ) {
    this.idle = new IdleLock(idleClock, () => this.lock('idle'));
  }

  /** The open book with the session as it stands at this moment; an account disabled meanwhile locks it. */
  get book(): OpenBook | null {
    const kept = this.#kept;
    if (!kept) return null;
    if (this.#asked) return kept.book;
    this.#asked = true;
    queueMicrotask(() => {
      this.#asked = false;
    });
    const standing = standingStill(kept.book.db, kept.holder, kept.standing);
    if (!standing) this.lock('key');
    else if (standing !== kept.standing) this.#change(kept, kept.holder, standing);
    return this.#kept?.book ?? null;
  }

  /** The vault has let somebody in. */
  opened(way: Entrance): void {
    try {
      const db = wrapDatabase(this.vault.database());
      const { audit, health } = this.vault.subKeys();
      furnish(db, health, this.now());
      const kept = keep(db, health, holderOf(this.vault));
      this.door.opened(kept.book, audit, way);
      for (const companion of this.companions) companion.open?.(kept.book);
      this.idle.start(shopSettings({ db }).idleMinutes);
      this.#kept = kept;
    } catch (error) {
      this.door.closed();
      this.vault.lock('key');
      throw error;
    }
    this.publish({ type: 'book-changed', state: 'open' });
  }

  /** Somebody else has taken over while the book stays open, or somebody has chosen their own password. */
  switched(way: Entrance | null): void {
    const kept = this.#kept;
    if (!kept) return;
    const { health } = this.vault.subKeys();
    const next = keep(kept.book.db, health, holderOf(this.vault));
    this.#change({ ...kept, book: next.book }, next.holder, next.standing);
    if (way) this.door.switched(next.book, way);
  }

  /** With `damage` the book is closed without another write, and stays shut. */
  lock(reason: LockReason, damage?: AppError): void {
    const kept = this.#kept;
    // The vault hears of it in any case: somebody may just be being let in.
    if (!kept) {
      if (reason === 'page') this.lockedBy = reason;
      return this.vault.lock(reason);
    }
    // A thread that writes rolls back first: the entry of this lock could not be written beside it.
    this.gate.interrupt();
    this.#kept = null;
    this.idle.stop();
    this.#emptying.stop();
    for (const companion of this.companions) companion.close(reason);
    if (damage) this.door.abandoned();
    else {
      this.door.locking(kept.book, reason);
      this.door.closed();
    }
    this.lockedBy = reason === 'quit' || damage ? 'start' : reason;
    this.vault.lock(reason, damage);
    this.publish({ type: 'book-changed', state: 'locked' });
  }

  /** Something was written, or waits in memory to be. */
  written(): void {
    this.#asked = false;
    this.#emptying.soon();
  }

  #change(kept: Kept, holder: Holder, standing: Standing): void {
    const book = { ...kept.book, session: standing.session };
    this.#kept = { book, holder, standing };
    for (const companion of this.companions) companion.changed?.(book);
    this.publish({ type: 'book-changed', state: 'open' });
  }

  #quiet(): void {
    const kept = this.#kept;
    if (!kept) return;
    if (this.gate.closed) return this.written();
    this.door.quiet(kept.book.db);
    // A reader was in the way: once more when it may have ended.
    if (!this.vault.checkpoint()) this.written();
  }
}

function keep(db: Db, health: Buffer | null, holder: Holder): Kept {
  const standing = standingOf(db, holder);
  return { book: { db, session: standing.session, health: health && createSealer(health, 'health') }, holder, standing };
}

function holderOf(vault: Vault): Holder {
  const { accountId, accounts } = vault.status();
  const { health, photos } = vault.subKeys();
  return {
    accountId: accountId ?? '',
    mustChoose: accounts.find(({ id }) => id === accountId)?.mustChoose ?? false,
    keys: { health: health !== null, photos: photos !== null },
  };
}
