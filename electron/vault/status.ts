// What can be said about the book: as long as nobody has signed in, only from files that are not secret.

import { existsSync, statSync } from 'node:fs';
import { AppError } from '../../shared/errors';
import { refuseImpossible } from '../core/database/open';
import { isUnnamed, type BookMaker } from './creation';
import type { VaultFiles } from './files';
import { hasKeys, readKeys, type Keys } from './keys-file';
import type { OpenBook } from './opening';
import { pepperProtection } from './pepper';
import type { Protection } from './protection';
import type { Throttle } from './throttle';

export interface AccountTile {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** A custom role's name. */
  readonly roleName: string | null;
  /** Has only a start password, given by an owner. */
  readonly mustChoose: boolean;
}

export interface VaultStatus {
  readonly state: 'none' | 'locked' | 'open' | 'refused';
  readonly refusal: AppError | null;
  readonly shopName: string | null;
  readonly accounts: readonly AccountTile[];
  readonly waitSeconds: number;
  readonly protection: Protection;
  /** Of the open book; false while it is closed. */
  readonly backupPassword: boolean;
  /** Who is signed in, while the book is open. */
  readonly accountId: string | null;
}

export type ClosedState = Pick<VaultStatus, 'state' | 'refusal' | 'shopName' | 'accounts'>;

export function statusOf({ maker: { files, protector }, throttle }: Desk, holder: Holder): VaultStatus {
  const always = { waitSeconds: throttle.waitSeconds(), protection: pepperProtection(files.pepper, protector) };
  const { book } = holder;
  if (book) return { state: 'open', refusal: null, ...tiles(book.keys), ...always, ...inside(book) };
  const closed = closedState(files);
  const refused = closed.state === 'locked' ? holder.refusal() : undefined;
  return { ...closed, ...(refused ? { state: 'refused', refusal: refused } : {}), ...always, backupPassword: false, accountId: null };
}

function inside({ keys, accountId }: OpenBook): Pick<VaultStatus, 'backupPassword' | 'accountId'> {
  return { backupPassword: keys.backup !== null, accountId };
}

interface Desk {
  readonly maker: Pick<BookMaker, 'files' | 'protector'>;
  readonly throttle: Throttle;
}

interface Holder {
  readonly book: OpenBook | undefined;
  /** Why the book would not open, as long as its files are the same. */
  refusal(): AppError | undefined;
}

export function closedState(files: VaultFiles): ClosedState {
  const nothing = { refusal: null, shopName: null, accounts: [] };
  // A stick that was pulled out is no reason to offer a new book.
  if (!existsSync(files.folder)) return { state: 'refused', ...nothing, refusal: new AppError('book.missing', { file: files.book }) };
  if (!existsSync(files.book) && !hasKeys(files)) return { state: 'none', ...nothing };
  try {
    const { keys } = readKeys(files);
    return { ...tiles(keys), ...standing(files) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { state: 'refused', ...nothing, refusal: error };
  }
}

function tiles(keys: Keys): Pick<VaultStatus, 'shopName' | 'accounts'> {
  return { shopName: keys.shopName, accounts: keys.accounts.map(tile) };
}

function tile({ id, name, role, roleName, mustChoose }: Keys['accounts'][number]): AccountTile {
  return { id, name, role, roleName, mustChoose };
}

/** Refusals that stay true until a file changes: trying another password does not help. */
export function isLasting(error: AppError): boolean {
  return LASTING.has(error.code);
}

/** Changes when somebody puts another file in place. */
export function filesMark(files: VaultFiles): string {
  const marks = [files.book, files.keys, files.keysBackup].map((file) => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found === undefined ? 'gone' : `${found.size}:${found.mtimeMs}:${found.ino}`;
  });
  return marks.join(' ');
}

const LASTING = new Set([
  'book.damaged',
  'book.cut-short',
  'book.foreign',
  'book.newer',
  'keys.damaged',
  'keys.newer',
  'keys.other-book',
  'keys.rolled-back',
]);

function standing(files: VaultFiles): Pick<VaultStatus, 'state' | 'refusal'> {
  try {
    refuseImpossible(isUnnamed(files) ? files.newBook : files.book);
    return { state: 'locked', refusal: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { state: 'refused', refusal: error };
  }
}
