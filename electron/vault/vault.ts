// The vault: makes the book, opens it for one person, and locks it again. Everything that is secret passes through here and nowhere else.

import { checkPassword } from '../../shared/book/password';
import { parseRecoveryKey } from '../../shared/book/recovery-key';
import { AppError, refuse } from '../../shared/errors';
import type { BookAccess, BookConnection } from '../core/database/connection';
import { failureOf } from '../core/database/failures';
import { makeBook, type BookMaker } from './creation';
import { vaultFiles } from './files';
import { recoverable, refuseWeakPassword, ringByPassword, ringByRecovery, withPassword, withRecovery } from './key-change';
import { wipeRing, type KeyRing } from './key-ring';
import { mendKeys, readKeys, writeKeys, type Keys, type StoredKeys } from './keys-file';
import { closeBook, emptyLog, holding, openOrWipe, orClose, type OpenBook } from './opening';
import { pepperProtection } from './pepper';
import { readRecord, writeKeysEpoch } from './record';
import { RecoveryDesk, type RecoverySheet } from './recovery-sheet';
import { closedState, filesMark, isLasting, tiles, type VaultStatus } from './status';
import { createThrottle, type Throttle } from './throttle';

export interface VaultOptions extends Omit<BookMaker, 'files'> {
  /** Exists, and is for one book. */
  readonly folder: string;
}

export type LockReason = 'key' | 'idle' | 'system' | 'switch' | 'quit';

export interface Locked {
  readonly reason: LockReason;
  /** False when something stayed in the log: not lost, but the book file alone is not the whole book. */
  readonly logEmptied: boolean;
}

export interface OpenedBook {
  readonly db: BookConnection;
  readonly accountId: string;
}

export function createVault(options: VaultOptions): Vault {
  return new Vault(options);
}

export class Vault {
  readonly #maker: BookMaker;
  readonly #throttle: Throttle;
  readonly #listeners = new Set<(locked: Locked) => void>();
  #book: OpenBook | undefined;
  readonly #recovery = new RecoveryDesk();
  #refused: { readonly error: AppError; readonly mark: string } | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #locks = 0;

  constructor({ folder, ...rest }: VaultOptions) {
    this.#maker = { ...rest, files: vaultFiles(folder) };
    this.#throttle = createThrottle(this.#maker.files.throttle, rest.clock);
  }

  status(): VaultStatus {
    const { files, protector } = this.#maker;
    const always = { waitSeconds: this.#throttle.waitSeconds(), protection: pepperProtection(files.pepper, protector) };
    if (this.#book) return { state: 'open', refusal: null, ...tiles(this.#book.keys), ...always, accountId: this.#book.accountId };
    const closed = closedState(files);
    const refused = closed.state === 'locked' && this.#refused?.mark === filesMark(files) ? this.#refused.error : undefined;
    return { ...closed, ...(refused ? { state: 'refused', refusal: refused } : {}), ...always, accountId: null };
  }

  /** A fresh recovery key, for a new book or in place of the present one; nothing is written until its groups are confirmed. */
  prepareRecovery(): RecoverySheet {
    return this.#recovery.prepare();
  }

  /** The sheet to print, as long as it has not been confirmed. */
  preparedSheet(): RecoverySheet | undefined {
    return this.#recovery.sheet();
  }

  create(input: {
    readonly shopName: string;
    readonly ownerName: string;
    readonly password: string;
    readonly answers: readonly string[];
  }): Promise<OpenedBook> {
    return this.#opening(async (adopt) => {
      if (this.status().state !== 'none') throw refuse('book.already-exists');
      const recovery = this.#recovery.confirmed(input.answers);
      checkPassword(input.password, [input.shopName, input.ownerName]);
      const { keys, ring } = await makeBook(this.#maker, { ...input, recovery });
      this.#recovery.forget();
      return adopt(keys, ring, openOrWipe(this.#maker, keys, ring, false), keys.accounts[0]?.id ?? '');
    });
  }

  unlock(person: { readonly accountId: string; readonly password: string }): Promise<OpenedBook> {
    return this.#opening(async (adopt) => {
      const stored = this.#readKeys();
      const ring = await ringByPassword(this.#maker, this.#throttle, stored, person);
      const db = openOrWipe(this.#maker, stored.keys, ring, false);
      // A copy that is damaged, missing or one behind is mended as soon as the book's key vouches for the other.
      if (!stored.healthy) mendKeys(this.#maker.files, stored.keys, ring.book);
      return adopt(stored.keys, ring, db, person.accountId);
    });
  }

  /** Opens for the owner, who gets a new password; works without the pepper and with an older keys.json. */
  recover(input: { readonly recoveryKey: string; readonly newPassword: string }): Promise<OpenedBook> {
    return this.#opening(async (adopt) => {
      const recovery = parseRecoveryKey(input.recoveryKey);
      const stored = this.#readKeys();
      refuseWeakPassword(stored.keys, input.newPassword);
      const ring = ringByRecovery(this.#throttle, stored.keys, recovery);
      const db = openOrWipe(this.#maker, stored.keys, ring, true);
      return orClose(db, ring, async () => {
        const { keys: known, owner } = recoverable(stored, ring, readRecord(db).keysEpoch);
        const keys = await withPassword(this.#maker, known, ring, owner.id, input.newPassword);
        writeKeys(this.#maker.files, keys, ring.book);
        writeKeysEpoch(db, keys.epoch);
        return adopt(keys, ring, db, owner.id);
      });
    });
  }

  changePassword(input: { readonly password: string; readonly newPassword: string }): Promise<void> {
    return this.#serially(async () => {
      const { accountId } = this.#opened();
      const stored = this.#readKeys();
      wipeRing(await ringByPassword(this.#maker, this.#throttle, stored, { accountId, password: input.password }));
      await this.#change((book) => withPassword(this.#maker, book.keys, book.ring, accountId, input.newPassword));
    });
  }

  /** The prepared recovery key takes the place of the present one, which is worth nothing from then on. */
  renewRecovery(input: { readonly answers: readonly string[] }): Promise<void> {
    return this.#serially(async () => {
      const recovery = this.#recovery.confirmed(input.answers);
      await this.#change(async (book) => withRecovery(book.keys, book.ring, recovery));
      this.#recovery.forget();
    });
  }

  /** The names shown while the book is locked. */
  rename(names: { readonly shopName?: string; readonly accounts?: Readonly<Record<string, string>> }): Promise<void> {
    return this.#serially(() =>
      this.#change(async ({ keys }) => ({
        ...keys,
        epoch: keys.epoch + 1,
        shopName: names.shopName ?? keys.shopName,
        accounts: keys.accounts.map((account) => ({ ...account, name: names.accounts?.[account.id] ?? account.name })),
      })),
    );
  }

  /** The open book; refuses with `session.locked` when there is none. */
  database(): BookConnection {
    return this.#opened().db;
  }

  /** What a worker thread needs for `openReadOnly`. The key is a copy: whoever takes it wipes it. */
  readerAccess(): BookAccess & { readonly file: string } {
    const { keys, ring } = this.#opened();
    const { files, nativeBinding } = this.#maker;
    return { file: files.book, key: Buffer.from(ring.book), salt: Buffer.from(keys.salt, 'base64'), nativeBinding };
  }

  /** Call soon after a commit that must not hang on the log alone; false when a reader is in the way. */
  checkpoint(): boolean {
    return emptyLog(this.#opened().db);
  }

  lock(reason: LockReason): void {
    // Also reaches somebody who is just being let in.
    this.#locks += 1;
    const book = this.#book;
    if (!book) return;
    this.#book = undefined;
    this.#recovery.forget();
    const logEmptied = closeBook(book);
    for (const listener of this.#listeners) listener({ reason, logEmptied });
  }

  /** Returns how to stop listening. */
  onLocked(listener: (locked: Locked) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #opening(work: (adopt: Adopt) => Promise<OpenedBook>): Promise<OpenedBook> {
    return this.#serially(async () => {
      if (this.#book) throw refuse('book.already-open');
      const locks = this.#locks;
      try {
        return await holding(this.#maker, (release) =>
          work((keys, ring, db, accountId) => this.#adopt({ keys, ring, db, accountId, release }, locks)),
        );
      } catch (error) {
        const failure = failureOf(error);
        if (failure && isLasting(failure)) this.#refused = { error: failure, mark: filesMark(this.#maker.files) };
        throw error;
      }
    });
  }

  #adopt(book: OpenBook, locks: number): OpenedBook {
    if (locks !== this.#locks) {
      closeBook(book);
      throw refuse('session.locked');
    }
    this.#book = book;
    this.#refused = undefined;
    return { db: book.db, accountId: book.accountId };
  }

  // keys.json first, then the book: after a crash in between, the book is one behind and catches up at the next start.
  async #change(make: (book: OpenBook) => Promise<Keys>): Promise<void> {
    const book = this.#opened();
    const keys = await make(book);
    if (this.#book !== book) throw refuse('session.locked');
    writeKeys(this.#maker.files, keys, book.ring.book);
    writeKeysEpoch(book.db, keys.epoch);
    this.#book = { ...book, keys };
  }

  // One at a time: guesses made side by side would all be made before the first is counted.
  #serially<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work).catch((error: unknown) => {
      throw failureOf(error) ?? error;
    });
    // The caller hears of a failure; whoever waits behind does not.
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #opened(): OpenBook {
    if (!this.#book) throw refuse('session.locked');
    return this.#book;
  }

  #readKeys(): StoredKeys {
    if (closedState(this.#maker.files).state === 'none') throw refuse('book.not-found');
    return readKeys(this.#maker.files);
  }
}

type Adopt = (keys: Keys, ring: KeyRing, db: BookConnection, accountId: string) => OpenedBook;
