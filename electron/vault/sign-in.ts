// Letting somebody in: by password, by the recovery key, or into a book that another person has open.

import { foldPassword } from '../../shared/book/password';
import { parseRecoveryKey } from '../../shared/book/recovery-key';
import { AppError, refuse } from '../../shared/errors';
import type { BookMaker, TellStage } from './creation';
import type { BookHolder } from './holder';
import {
  accountOf,
  pepperOrNew,
  recoverable,
  refuseEdited,
  refusePresentPassword,
  refuseWeakPassword,
  ringByPassword,
  ringByRecovery,
  withOwnerEntry,
  withPassword,
  type PersonalPassword,
} from './key-change';
import { mergeRings, wipeRing, type Grants, type KeyRing } from './key-ring';
import { mendKeys, readKeys, writeKeys, type Keys, type StoredKeys } from './keys-file';
import { openInThreads, orClose, type OpenBook } from './opening';
import { loadPepper } from './pepper';
import { readRecord, writeKeysEpoch } from './record';
import { closedState } from './status';
import type { Throttle } from './throttle';

export interface SignInDesk {
  readonly maker: BookMaker;
  readonly throttle: Throttle;
}

export interface RecoveringOwner {
  readonly recoveryKey: string;
  readonly newPassword: string;
}

type JustOpened = Omit<OpenBook, 'release'>;

export async function openByPassword({ maker, throttle }: SignInDesk, person: PersonalPassword, tell: TellStage): Promise<JustOpened> {
  const stored = storedKeys(maker);
  const ring = await ringByPassword(maker, throttle, stored.keys, person);
  refuseEdited(stored, ring);
  const db = await openInThreads(maker, stored.keys, ring, { acceptOlder: false, tell });
  return orClose(db, ring, async () => {
    const present = await inPresentForm(maker, stored.keys, ring, person);
    if (present !== undefined) {
      // On a full disk the old form stays where it is, and the book must not remember a newer one.
      if (mendKeys(maker.files, present.keys, ring.book)) writeKeysEpoch(db, present.keys.epoch);
      return { ...present, db, accountId: person.accountId };
    }
    // A copy that is damaged, missing or one behind is mended as soon as the book's key vouches for the other.
    if (!stored.healthy) mendKeys(maker.files, stored.keys, ring.book);
    return { keys: stored.keys, ring, db, accountId: person.accountId };
  });
}

/** Other people's entries stay when the file can be trusted; they open as long as this PC's half of the keys is there. */
export async function openByRecovery(
  { maker, throttle }: SignInDesk,
  { recoveryKey, newPassword }: RecoveringOwner,
  tell: TellStage,
): Promise<JustOpened> {
  const recovery = parseRecoveryKey(recoveryKey);
  const stored = storedKeys(maker);
  refuseWeakPassword(stored.keys, newPassword);
  const ring = ringByRecovery(throttle, stored.keys, recovery);
  const db = await openInThreads(maker, stored.keys, ring, { acceptOlder: true, tell });
  return orClose(db, ring, async () => {
    const { keys: known, account } = recoverable(stored, ring, readRecord(db).keysEpoch);
    const pepper = await pepperOrNew(maker);
    const { keys, accountKey } = await withOwnerEntry(maker, known, ring.owner, { account, password: newPassword, pepper });
    writeKeys(maker.files, keys, ring.book);
    writeKeysEpoch(db, keys.epoch);
    // Whoever held the recovery key may begin anew with all wrong passwords of the owner's account.
    throttle.absolve(account.id);
    return { keys, ring: { ...ring, account: accountKey }, db, accountId: account.id };
  });
}

/** Somebody else takes the open book over, with their password. */
export async function enter({ maker, throttle }: SignInDesk, holder: BookHolder, person: PersonalPassword): Promise<OpenBook> {
  const before = holder.opened();
  const ring = await ringByPassword(maker, throttle, before.keys, person);
  try {
    const book = holder.still(before);
    if (!ring.book.equals(book.ring.book)) throw refuse('keys.damaged');
    const entered = { ...book, accountId: person.accountId, ring: mergeRings(book.ring, ring) };
    holder.replace(entered);
    return entered;
  } catch (error) {
    wipeRing(ring);
    throw error;
  }
}

/** Whether all that somebody needs is held already; never for a start password, which must be given and replaced. */
export function holds({ keys, ring }: OpenBook, accountId: string, grants: Grants): boolean {
  if (accountOf(keys, accountId).mustChoose) return false;
  return (!grants.owner || ring.owner !== null) && (!grants.health || ring.health !== null) && (!grants.photos || ring.photos !== null);
}

/** Runs with the key of the present person's account, once their password has shown that it is they. */
async function proveOwn(
  { maker, throttle }: SignInDesk,
  { keys, accountId }: OpenBook,
  given: { readonly password: string; readonly newPassword: string },
  work: (accountKey: Buffer) => Promise<Keys>,
): Promise<Keys> {
  const ring = await ringByPassword(maker, throttle, keys, { accountId, password: given.password });
  try {
    const isSame = foldPassword(given.password) === foldPassword(given.newPassword);
    if (isSame && accountOf(keys, accountId).mustChoose) throw refuse('keys.password-unchanged');
    if (ring.account === null) throw refuse('keys.damaged');
    return await work(ring.account);
  } finally {
    wipeRing(ring);
  }
}

export function changeOwn(
  desk: SignInDesk,
  book: OpenBook,
  given: { readonly password: string; readonly newPassword: string },
): Promise<Keys> {
  return proveOwn(desk, book, given, (accountKey) =>
    withPassword(desk.maker, book.keys, accountKey, { id: book.accountId, password: given.newPassword }),
  );
}

export async function chooseOwn({ maker }: SignInDesk, { keys, ring, accountId }: OpenBook, newPassword: string): Promise<Keys> {
  if (ring.account === null || !accountOf(keys, accountId).mustChoose)
    throw new AppError('session.not-allowed', { permission: 'signed-in' });
  // The ring's own is wiped when somebody takes over by PIN meanwhile.
  const accountKey = Buffer.from(ring.account);
  try {
    refuseWeakPassword(keys, newPassword);
    await refusePresentPassword(maker, keys, accountId, newPassword);
    return await withPassword(maker, keys, accountKey, { id: accountId, password: newPassword });
  } finally {
    accountKey.fill(0);
  }
}

// An owner's entry of the first format becomes one of the present format: now, because it takes their password.
async function inPresentForm(
  maker: BookMaker,
  keys: Keys,
  ring: KeyRing,
  person: PersonalPassword,
): Promise<{ readonly keys: Keys; readonly ring: KeyRing } | undefined> {
  const account = accountOf(keys, person.accountId);
  if (account.keys !== null || ring.owner === null) return undefined;
  const pepper = await loadPepper(maker.files.pepper, maker.protector);
  const made = await withOwnerEntry(maker, keys, ring.owner, { account, password: person.password, pepper });
  return { keys: made.keys, ring: { ...ring, account: made.accountKey } };
}

function storedKeys(maker: BookMaker): StoredKeys {
  if (closedState(maker.files).state === 'none') throw refuse('book.not-found');
  return readKeys(maker.files);
}
