// A vault in a folder, as cheap as its floor allows, for rounds that open it again and again.

import type { BookConnection } from '../../electron/core/database/connection';
import { ARGON_FLOOR } from '../../electron/vault/derive';
import { createVault, type Vault } from '../../electron/vault/vault';
import { aClock, aProtector, PASSWORD, prepareTables, writeFirstRows } from '../vault/stand-ins';

export const SHOP = { shopName: '棠舍', ownerName: '苏敏', password: PASSWORD } as const;

/** The folder as a program started anew sees it. */
export function vaultIn(folder: string): Vault {
  return createVault({
    folder,
    clock: aClock(),
    protector: aProtector(),
    argon: ARGON_FLOOR,
    schemaVersion: 1,
    prepare: prepareTables,
    onCreated: writeFirstRows,
  });
}

/** Makes a book there, with what `fill` writes, and closes it; gives the owner's account. */
export async function makeBookIn(folder: string, fill: (db: BookConnection) => void = () => undefined): Promise<string> {
  const made = vaultIn(folder);
  const sheet = made.prepareRecovery();
  const answers = sheet.ask.map((number) => sheet.groups[number - 1] ?? '');
  const { accountId, db } = await made.create({ ...SHOP, answers });
  fill(db);
  made.lock('quit');
  return accountId;
}
