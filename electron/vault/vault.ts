// The vault: makes the book, opens it for one person, and locks it again. Everything that is secret passes through here and nowhere else.

import { checkPassword } from '../../shared/book/password';
import { refuse, type AppError } from '../../shared/errors';
import type { BookConnection } from '../core/database/connection';
import { ownerKeysOf, withBackupPassword, withChanges, withNames, withNewAccount, withoutAccount, withReset } from './accounts';
import type { AccountChange, Names, NewAccount } from './accounts';
import { makeBook, type BookMaker, type TellStage } from './creation';
import { vaultFiles } from './files';
import { BookHolder, type Locked, type LockReason } from './holder';
import { withRecovery, type PersonalPassword } from './key-change';
import type { Grants } from './key-ring';
import { keysText } from './keys-file';
import { opened, readerAccessOf, type OpenedBook, type ReaderAccess, type SubKeys } from './opened-book';
import { emptyLog, openOrWipe } from './opening';
import { auditKeyByPaper } from './paper';
import { RecoveryDesk, type RecoverySheet } from './recovery-sheet';
import { replaceOpen, settleInterrupted, type NextBook } from './replacement';
import { restoreClosed, type KeysInBackup, type RestoreAccess, type RestoreOpener } from './restoring';
import { planRotation, rotateBook, wipeRotation, type Reseal } from './rotation';
import { salvageInPlace, type Opener, type SalvageAccess } from './salvaging';
import { changeOwn, chooseOwn, enter, holds, openByPassword, openByRecovery, type RecoveringOwner, type SignInDesk } from './sign-in';
import { statusOf, type VaultStatus } from './status';
import { createThrottle } from './throttle';
import type { FailedTry } from './tries-file';

export type { Grants } from './key-ring';
export type { Locked, LockReason } from './holder';

export interface VaultOptions extends Omit<BookMaker, 'files'> {
  /** Exists, and is for one book. */
  readonly folder: string;
}

export function createVault(options: VaultOptions): Vault {
  return new Vault(options);
}

export class Vault {
  readonly #desk: SignInDesk;
  readonly #holder: BookHolder;
  readonly #recovery = new RecoveryDesk();

  constructor({ folder, ...rest }: VaultOptions) {
    const maker = { ...rest, files: vaultFiles(folder) };
    this.#desk = { maker, throttle: createThrottle(maker.files.tries, rest.clock) };
    this.#holder = new BookHolder(maker);
    settleInterrupted(maker);
  }

  status(): VaultStatus {
    return statusOf(this.#desk, this.#holder);
  }

  /** A fresh recovery key, for a new book or in place of the present one; nothing is written until its groups are confirmed. */
  prepareRecovery(): RecoverySheet {
    return this.#recovery.prepare();
  }

  /** The sheet to print, as long as it has not been confirmed. */
  preparedSheet(): RecoverySheet | undefined {
    return this.#recovery.sheet();
  }

  async create(input: {
    readonly shopName: string;
    readonly ownerName: string;
    readonly password: string;
    readonly answers: readonly string[];
  }): Promise<OpenedBook> {
    const { maker } = this.#desk;
    const book = await this.#holder.opening(async (adopt) => {
      if (this.status().state !== 'none') throw refuse('book.already-exists');
      const recovery = this.#recovery.confirmed(input.answers);
      checkPassword(input.password, [input.shopName, input.ownerName]);
      const { keys, ring } = await makeBook(maker, { ...input, recovery });
      this.#recovery.forget();
      return adopt({ keys, ring, db: openOrWipe(maker, keys, ring, false), accountId: keys.accounts[0]?.id ?? '' });
    });
    return opened(book);
  }

  async unlock(person: PersonalPassword, tell: TellStage = () => undefined): Promise<OpenedBook> {
    return opened(await this.#holder.opening(async (adopt) => adopt(await openByPassword(this.#desk, person, tell))));
  }

  /** Opens for the owner, who gets a new password; works without the pepper and with an older keys.json. */
  async recover(owner: RecoveringOwner, tell: TellStage = () => undefined): Promise<OpenedBook> {
    return opened(await this.#holder.opening(async (adopt) => adopt(await openByRecovery(this.#desk, owner, tell))));
  }

  /** Another person takes the open book over. What is held grows by what they hold, until it is locked. */
  switchTo(person: PersonalPassword): Promise<OpenedBook> {
    return this.#holder.serially(async () => opened(await enter(this.#desk, this.#holder, person)));
  }

  /** After a right PIN. False, and nothing changes, when a key they need is not held since the opening: then it takes their password. */
  assume(accountId: string, grants: Grants): boolean {
    const book = this.#holder.opened();
    if (!holds(book, accountId, grants)) return false;
    book.ring.account?.fill(0);
    this.#holder.replace({ ...book, accountId, ring: { ...book.ring, account: null } });
    return true;
  }

  changePassword(input: { readonly password: string; readonly newPassword: string }): Promise<void> {
    return this.#holder.serially(() => this.#holder.change((book) => changeOwn(this.#desk, book, input)));
  }

  /** For whoever signed in with a start password, in place of it. */
  chooseOwnPassword(input: { readonly newPassword: string }): Promise<void> {
    return this.#holder.serially(() => this.#holder.change((book) => chooseOwn(this.#desk, book, input.newPassword)));
  }

  /** They choose their own password at their first sign-in. Also lets in again whoever had been closed. */
  addAccount(added: NewAccount): Promise<void> {
    return this.#asOwner((book) => withNewAccount(this.#desk.maker, book.keys, ownerKeysOf(book), added));
  }

  changeAccounts(changes: readonly AccountChange[]): Promise<void> {
    return this.#asOwner((book) => withChanges(book.keys, ownerKeysOf(book), changes));
  }

  resetPassword(id: string, startPassword: string): Promise<void> {
    return this.#asOwner((book) => withReset(this.#desk.maker, book.keys, ownerKeysOf(book), id, startPassword));
  }

  closeAccount(id: string): Promise<void> {
    return this.#asOwner((book) => withoutAccount(book.keys, id));
  }

  /** Of every backup that is made from now on; null: none. */
  setBackupPassword(password: string | null): Promise<void> {
    return this.#asOwner((book) => withBackupPassword(book.keys, ownerKeysOf(book), password));
  }

  /** The prepared recovery key takes the place of the present one, which is worth nothing from then on. */
  async renewRecovery(input: { readonly answers: readonly string[] }): Promise<void> {
    await this.#asOwner((book) => withRecovery(book.keys, ownerKeysOf(book).roots, this.#recovery.confirmed(input.answers)));
    this.#recovery.forget();
  }

  /**
   * New keys for the book, under a new recovery key; everybody's password stays. It takes the book closed: `leave` locks it (by default the vault
   * does), and whoever was in it signs in again. After a failure the book is as it was.
   */
  rotate(input: { readonly answers: readonly string[]; readonly reseal?: Reseal; readonly leave?: () => void }): Promise<void> {
    return this.#holder.serially(async () => {
      const { keys, ...book } = this.#holder.opened();
      const rotation = planRotation(keys, ownerKeysOf({ keys, ...book }), this.#recovery.confirmed(input.answers), input.reseal);
      try {
        (input.leave ?? (() => this.lock('key')))();
        this.#holder.refuseOpen();
        rotateBook(this.#desk.maker, rotation);
      } finally {
        wipeRotation(rotation);
      }
    });
  }

  /** What can be read of a damaged book takes its place: `write` makes the next one, under the same keys. Nobody is signed in by it. */
  salvage<T>(opener: Opener, write: (access: SalvageAccess) => Promise<T>): Promise<{ readonly value: T; readonly aside: string | null }> {
    return this.#holder.closed(() => salvageInPlace(this.#desk, opener, write));
  }

  /** A book made from a backup takes the place of the open one, which `leave` locks; the keys stay. */
  replace(next: NextBook, leave: () => void): Promise<void> {
    return this.#holder.serially(async () => replaceOpen(this.#desk.maker, this.#holder, next, leave));
  }

  /** A backup takes the place of whatever stands there while no book is open. Nobody is signed in by it. */
  restore(opener: RestoreOpener, backup: KeysInBackup, write: (access: RestoreAccess) => Promise<NextBook>): Promise<void> {
    return this.#holder.closed(() => restoreClosed(this.#desk, opener, backup, write));
  }

  /** For the owner's drill: what opens the file of a backup, by the recovery key alone. The caller wipes it. */
  auditKeyByPaper(recoveryKey: string, backup: KeysInBackup): Promise<Buffer> {
    return this.#holder.serially(async () => {
      const book = this.#holder.opened();
      ownerKeysOf(book);
      return auditKeyByPaper(this.#desk.throttle, book.keys, recoveryKey, backup);
    });
  }

  /** The names shown while the book is locked. */
  rename(names: Names): Promise<void> {
    return this.#holder.serially(() => this.#holder.change(({ keys }) => withNames(keys, names)));
  }

  /** The wrong passwords and recovery keys since `forgetFailures`, to be written into the audit log once the book is open. */
  failures(): readonly FailedTry[] {
    return this.#desk.throttle.failures();
  }

  /** What `failures` gave is written down. */
  forgetFailures(): void {
    this.#desk.throttle.forgetFailures();
  }

  /** The open book; refuses with `session.locked` when there is none. */
  database(): BookConnection {
    return this.#holder.opened().db;
  }

  subKeys(): SubKeys {
    const { audit, health, photos } = this.#holder.opened().ring;
    return { audit, health, photos };
  }

  /** What a worker thread needs for `openReadOnly`. The key is a copy: whoever takes it wipes it. */
  readerAccess(): ReaderAccess {
    return readerAccessOf(this.#holder.opened(), this.#desk.maker);
  }

  /** What stands in keys.json, for a backup to hold. */
  keysText(): string {
    const { keys, ring } = this.#holder.opened();
    return keysText(keys, ring.book);
  }

  /** Call soon after a commit that must not hang on the log alone; false when a reader is in the way. */
  checkpoint(): boolean {
    return emptyLog(this.#holder.opened().db);
  }

  lock(reason: LockReason, damage?: AppError): void {
    if (this.#holder.book) this.#recovery.forget();
    this.#holder.lock(reason, damage);
  }

  /** Returns how to stop listening. */
  onLocked(listener: (locked: Locked) => void): () => void {
    return this.#holder.onLocked(listener);
  }

  // Asked before the work as well as inside it: nobody else is to find out which accounts there are, or which passwords would do.
  #asOwner(make: Parameters<BookHolder['change']>[0]): Promise<void> {
    return this.#holder.serially(() =>
      this.#holder.change((book) => {
        ownerKeysOf(book);
        return make(book);
      }),
    );
  }
}
