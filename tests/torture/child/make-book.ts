// Makes a book, saying when it begins and when it is made.

import { ARGON_FLOOR } from '../../../electron/vault/derive';
import { createVault } from '../../../electron/vault/vault';
import { aClock, aProtector, prepareTables, writeFirstRows } from '../../vault/stand-ins';
import { readInput, say } from './input';

const { folder, password } = readInput<{ folder: string; password: string }>();
const vault = createVault({
  folder,
  clock: aClock(),
  protector: aProtector(),
  argon: ARGON_FLOOR,
  schemaVersion: 1,
  prepare: prepareTables,
  onCreated: writeFirstRows,
});

async function make(): Promise<void> {
  const sheet = vault.prepareRecovery();
  say('begin');
  await vault.create({ shopName: '棠舍', ownerName: '苏敏', password, answers: sheet.ask.map((number) => sheet.groups[number - 1] ?? '') });
  say('made');
}

void make();
