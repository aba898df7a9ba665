// Changes the owner's password to and fro, as often as it is told, saying so before and after each change.

import { ARGON_FLOOR } from '../../../electron/vault/derive';
import { createVault } from '../../../electron/vault/vault';
import { aClock, aProtector, prepareTables, writeFirstRows } from '../../vault/stand-ins';
import { readInput, say } from './input';

const { folder, accountId, passwords, times } = readInput<{
  folder: string;
  accountId: string;
  passwords: [string, string];
  times: number;
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

async function changeOften(): Promise<void> {
  let [present, other] = passwords;
  await vault.unlock({ accountId, password: present });
  say('open');
  for (let time = 0; time < times; time += 1) {
    await vault.changePassword({ password: present, newPassword: other });
    [present, other] = [other, present];
    say('changed');
  }
}

void changeOften();
