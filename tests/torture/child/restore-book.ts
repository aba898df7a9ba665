// Puts a staged book in the place of the present one and kills itself just before a given file operation.

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { ARGON_FLOOR } from '../../../electron/vault/derive';
import { createVault } from '../../../electron/vault/vault';
import { readInput, say } from './input';
import { aClock, aProtector, prepareTables, writeFirstRows } from '../../vault/stand-ins';

const { folder, staged, mirror, person, closed, dieAt } = readInput<{
  folder: string;
  staged: string;
  mirror: string;
  person: { accountId: string; password: string };
  /** Null: the book is open. */
  closed: { bookUid: string; keys: string; recoveryKey: string; newPassword: string } | null;
  dieAt: number | null;
}>();
const vault = createVault({
  folder,
  clock: aClock(),
  protector: aProtector(),
  argon: ARGON_FLOOR,
  schemaVersion: 1,
  prepare: prepareTables,
  onCreated: writeFirstRows,
});

let operations = 0;

function countOperations(): void {
  for (const name of ['renameSync', 'rmSync', 'fsyncSync'] as const) {
    const real = fs[name] as (...given: unknown[]) => unknown;
    const counted = (...given: unknown[]) => {
      if (dieAt === operations) process.kill(process.pid, 'SIGKILL');
      operations += 1;
      return real(...given);
    };
    Object.assign(fs, { [name]: counted });
  }
  syncBuiltinESMExports();
}

async function restore(): Promise<void> {
  const next = { file: staged, mirror };
  if (closed) {
    const { recoveryKey, newPassword } = closed;
    await vault.restore({ way: 'recovery', recoveryKey, newPassword }, closed, async (access) => {
      for (const key of [access.key, access.auditKey]) key.fill(0);
      countOperations();
      return next;
    });
  } else {
    await vault.unlock(person);
    await vault.replace(next, () => {
      vault.lock('restore');
      countOperations();
    });
  }
  say(`restored ${operations}`);
}

void restore();
