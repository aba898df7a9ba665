// Gives the book new keys and kills itself just before a given file operation, or in the middle of the copy.

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { ARGON_FLOOR } from '../../../electron/vault/derive';
import { createVault } from '../../../electron/vault/vault';
import { aClock, aProtector, prepareTables, writeFirstRows } from '../../vault/stand-ins';
import { readInput, say } from './input';

const { folder, accountId, password, dieAt } = readInput<{
  folder: string;
  accountId: string;
  password: string;
  dieAt: number | 'copy' | null;
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

async function rotate(): Promise<void> {
  await vault.unlock({ accountId, password });
  const sheet = vault.prepareRecovery();
  say(sheet.groups.join(' '));
  const leave = () => {
    vault.lock('key');
    countOperations();
  };
  const reseal = () => {
    if (dieAt === 'copy') process.kill(process.pid, 'SIGKILL');
  };
  await vault.rotate({ answers: sheet.ask.map((number) => sheet.groups[number - 1] ?? ''), leave, reseal });
  say(`rotated ${operations}`);
}

void rotate();
