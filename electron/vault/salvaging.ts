// A damaged book gives way to what can be read of it: opened by nobody, under the keys it has, so that everybody's password stays.

import { ringByPassword, ringByRecovery, refuseEdited, type PersonalPassword } from './key-change';
import { parseRecoveryKey } from '../../shared/book/recovery-key';
import { wipeRing, type KeyRing } from './key-ring';
import { readKeys, type Keys, type StoredKeys } from './keys-file';
import { replaceBook } from './replacement';
import { settleRotation } from './rotation';
import type { SignInDesk } from './sign-in';
import { holdWriterLock } from './writer-lock';

export type Opener = ({ readonly way: 'password' } & PersonalPassword) | { readonly way: 'recovery'; readonly recoveryKey: string };

/** What it takes to read the damaged book and to write the next one. The keys are copies: whoever takes them wipes them. */
export interface SalvageAccess {
  readonly file: string;
  readonly next: string;
  readonly key: Buffer;
  readonly auditKey: Buffer;
  readonly salt: Buffer;
  readonly nativeBinding: string | undefined;
  readonly keys: Pick<Keys, 'bookUid' | 'shopName' | 'epoch' | 'accounts'>;
  readonly accountId: string | null;
}

/** `write` leaves the next book whole, closed and flushed; after a failure everything is as it was. Answers also where the damaged one is kept. */
export async function salvageInPlace<T>(
  desk: SignInDesk,
  opener: Opener,
  write: (access: SalvageAccess) => Promise<T>,
): Promise<{ readonly value: T; readonly aside: string | null }> {
  const { files, nativeBinding } = desk.maker;
  const release = holdWriterLock(files.writerLock, nativeBinding);
  try {
    settleRotation(files);
    const stored = readKeys(files);
    const ring = await ringOf(desk, stored, opener);
    try {
      const value = await write(accessTo(desk, stored.keys, ring, opener));
      return { value, aside: replaceBook(files, null) };
    } finally {
      wipeRing(ring);
      // A thread that was stopped removes nothing.
      settleRotation(files);
    }
  } finally {
    release();
  }
}

async function ringOf(desk: SignInDesk, stored: StoredKeys, opener: Opener): Promise<KeyRing> {
  if (opener.way === 'recovery') return ringByRecovery(desk.throttle, stored.keys, parseRecoveryKey(opener.recoveryKey));
  const ring = await ringByPassword(desk.maker, desk.throttle, stored.keys, opener);
  refuseEdited(stored, ring);
  return ring;
}

function accessTo({ maker }: SignInDesk, keys: Keys, ring: KeyRing, opener: Opener): SalvageAccess {
  return {
    file: maker.files.book,
    next: maker.files.nextBook,
    key: Buffer.from(ring.book),
    auditKey: Buffer.from(ring.audit),
    salt: Buffer.from(keys.salt, 'base64'),
    nativeBinding: maker.nativeBinding,
    keys,
    accountId: opener.way === 'password' ? opener.accountId : null,
  };
}
