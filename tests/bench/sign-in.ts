// `sign_in`: a right password until the book is open and in the audit log, beside the derivation of the key alone. A small book: opening a large one is `open`.

import { hashRaw } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ARGON } from '../../electron/vault/derive';
import { createBook, PASSWORD } from './desk';
import { sideBySide, type Measurement } from './measure';

export async function measureSignIn(): Promise<Measurement> {
  const profile = mkdtempSync(path.join(tmpdir(), 'shuke-bench-'));
  const house = await createBook(profile, ARGON);
  const [owner] = house.vault.status().accounts;
  const salt = randomBytes(16);
  const options = { memoryCost: ARGON.memoryKiB, timeCost: ARGON.passes, parallelism: 1, outputLen: 32, salt };
  try {
    return await sideBySide({
      runs: 40,
      warmUp: 5,
      before: () => house.lock('key'),
      ours: () => house.dispatch('book.unlock', { accountId: owner?.id, password: PASSWORD }),
      floor: () => hashRaw(Buffer.from(PASSWORD, 'utf8'), options),
    });
  } finally {
    house.lock('quit');
    rmSync(profile, { recursive: true, force: true });
  }
}
