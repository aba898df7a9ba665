// `sign_in`: a right password until the book is open and in the audit log, beside the derivation of the key alone. A small book: opening a large one is `open`.

import { hashRaw } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ARGON } from '../../electron/vault/derive';
import { createBook, PASSWORD } from './desk';
import { sideBySide, type Measurement } from './measure';

/** `take_over`: the same for somebody who takes over the open book, so without opening the file. */
export async function measureSignIn(): Promise<Record<'sign_in' | 'take_over', Measurement>> {
  const profile = mkdtempSync(path.join(tmpdir(), 'shuke-bench-'));
  const house = await createBook(profile, ARGON);
  const [owner] = house.vault.status().accounts;
  const salt = randomBytes(16);
  const options = { memoryCost: ARGON.memoryKiB, timeCost: ARGON.passes, parallelism: 1, outputLen: 32, salt };
  try {
    const person = { accountId: owner?.id, password: PASSWORD };
    const side = { runs: 40, warmUp: 5, floor: () => hashRaw(Buffer.from(PASSWORD, 'utf8'), options) };
    return {
      sign_in: await sideBySide({ ...side, before: () => house.lock('key'), ours: () => house.dispatch('book.unlock', person) }),
      take_over: await sideBySide({ ...side, ours: () => house.dispatch('book.switchTo', person) }),
    };
  } finally {
    house.lock('quit');
    rmSync(profile, { recursive: true, force: true });
  }
}
