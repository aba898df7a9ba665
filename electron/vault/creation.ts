// Makes a new book: pepper, keys, an encrypted file with its first rows. Until the last step there is no book; after a crash it is finished or begun anew.

import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { refuse } from '../../shared/errors';
import type { BookAccess, BookConnection } from '../core/database/connection';
import { openBookFile, type PrepareTools } from '../core/database/open';
import { newUid } from '../core/database/uid';
import { flushFolder } from '../core/durable-file';
import { EVERYTHING, makeEntry, OWNER_ROLE } from './account-entry';
import { ARGON, type Argon } from './derive';
import type { VaultFiles } from './files';
import { makeRoots, ownerRing, rootBytes, wipeRoots, type KeyRing, type Roots } from './key-ring';
import { hasKeys, placeOf, writeKeys, type Keys } from './keys-file';
import { makePepper } from './pepper';
import type { Protector } from './protection';
import { readRecord, writeKeysEpoch } from './record';
import { RECOVERY_OWNER, sealWithRecovery } from './slot';
import type { VaultClock } from './throttle';

export interface NewBook {
  readonly bookUid: string;
  readonly accountUid: string;
  readonly shopName: string;
  readonly ownerName: string;
}

/** What keeps the book shut for a while: every page is looked through, a copy is kept, it is brought up to date. */
export type TellStage = (stage: 'check' | 'keep' | 'migrate') => void;

export interface BookMaker {
  readonly files: VaultFiles;
  readonly protector: Protector;
  readonly clock: VaultClock;
  readonly schemaVersion: number;
  readonly argon?: Argon | undefined;
  readonly nativeBinding?: string | undefined;
  /** Looks through the pages of a book that was not closed, in a thread; without it that is done where the book is opened. Refuses a damaged one. */
  readonly lookThrough?: ((file: string, access: BookAccess) => Promise<void>) | undefined;
  /** Brings a book of an older version up to date, in a thread, after it kept a copy; without it `prepare` does that where the book is opened. */
  readonly bringUpToDate?: ((file: string, access: BookAccess, tell: TellStage) => Promise<void>) | undefined;
  prepare(db: BookConnection, tools: PrepareTools): void;
  /** Writes the first rows, the book's own and the owner's account, inside one transaction. */
  onCreated(db: BookConnection, made: NewBook): void;
}

export interface CreationInput {
  readonly shopName: string;
  readonly ownerName: string;
  readonly password: string;
  readonly recovery: Uint8Array;
}

/** The keys of the new book; the caller holds the writer lock and wipes the ring. */
export async function makeBook(maker: BookMaker, input: CreationInput): Promise<{ readonly keys: Keys; readonly ring: KeyRing }> {
  const { files } = maker;
  if (existsSync(files.book) || hasKeys(files)) throw refuse('book.already-exists');
  removeUnfinished(files);
  const roots = makeRoots();
  try {
    const salt = randomBytes(16);
    const { keys, ring } = await sealKeys(maker, input, roots, salt);
    writeFirstRows(maker, input, keys, ring, salt);
    // From here on the book is whole and can be opened: only its name is still missing.
    writeKeys(files, keys, ring.book);
    finishCreation(files);
    return { keys, ring };
  } catch (error) {
    wipeRoots(roots);
    throw error;
  }
}

/** Gives a book that was made just before a crash its name. */
export function finishCreation(files: VaultFiles): void {
  if (!isUnnamed(files)) return;
  renameSync(files.newBook, files.book);
  flushFolder(files.folder);
}

/** A whole new book with its keys that only lacks its name. */
export function isUnnamed(files: VaultFiles): boolean {
  return !existsSync(files.book) && existsSync(files.newBook) && hasKeys(files);
}

function removeUnfinished(files: VaultFiles): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${files.newBook}${end}`, { force: true });
}

async function sealKeys(maker: BookMaker, input: CreationInput, roots: Roots, salt: Buffer) {
  const now = maker.clock.now().getTime();
  const book = { bookUid: newUid(now), salt: salt.toString('base64'), firstSalt: null };
  const person = { id: newUid(now), name: input.ownerName, role: OWNER_ROLE, roleName: null, mustChoose: false };
  const pepper = await makePepper(maker.files.pepper, maker.protector);
  const { owner, ...derived } = ownerRing(roots, book.bookUid, null);
  const making = { owner, pepper, argon: maker.argon ?? ARGON, place: placeOf(book, person.id), epoch: FIRST_EPOCH };
  const { account, accountKey } = await makeEntry(person, input.password, EVERYTHING, making);
  const bytes = rootBytes(roots);
  const recovery = sealWithRecovery(bytes, input.recovery, placeOf(book, RECOVERY_OWNER), FIRST_EPOCH);
  bytes.fill(0);
  const keys: Keys = { ...book, epoch: FIRST_EPOCH, shopName: input.shopName, accounts: [account], recovery, backup: null };
  const ring: KeyRing = { ...derived, owner, account: accountKey };
  return { keys, ring };
}

const FIRST_EPOCH = 1;

function writeFirstRows(maker: BookMaker, input: CreationInput, keys: Keys, ring: KeyRing, salt: Buffer): void {
  const { schemaVersion, nativeBinding } = maker;
  const [owner] = keys.accounts;
  if (owner === undefined) throw refuse('keys.no-account');
  const db = openBookFile(maker.files.newBook, {
    key: ring.book,
    salt,
    schemaVersion,
    nativeBinding,
    create: true,
    prepare: (fresh, tools) => {
      maker.prepare(fresh, tools);
      fresh.transaction(() => {
        maker.onCreated(fresh, { bookUid: keys.bookUid, accountUid: owner.id, shopName: input.shopName, ownerName: input.ownerName });
        writeKeysEpoch(fresh, keys.epoch);
      })();
      if (readRecord(fresh).bookUid !== keys.bookUid) throw new Error('the new book does not know itself');
    },
  });
  // Closing moves everything into the one file.
  db.close();
}
