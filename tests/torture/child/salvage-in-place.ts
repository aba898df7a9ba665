// Salvages the book of a folder in a process of its own, saying how far it is.

import { writeFirstRows } from '../../../electron/book/first-rows';
import { migrate, SCHEMA_VERSION } from '../../../electron/core/database/migrate';
import { salvageBook } from '../../../electron/salvage/salvage-book';
import { ARGON_FLOOR } from '../../../electron/vault/derive';
import { createVault } from '../../../electron/vault/vault';
import { IsoInstant } from '../../../shared/core/date';
import { aClock } from '../../vault/stand-ins';
import { readInput, say } from './input';

const { folder, accountId, password } = readInput<{ folder: string; accountId: string; password: string }>();
const NOW = IsoInstant.parse('2026-11-22T04:00:00.000Z');
const vault = createVault({
  folder,
  clock: aClock(),
  protector: {
    protection: 'none',
    protect: async (secret: Buffer) => Buffer.from(secret),
    unprotect: async (sealed: Buffer) => Buffer.from(sealed),
  },
  argon: ARGON_FLOOR,
  schemaVersion: SCHEMA_VERSION,
  prepare: (db) => migrate(db, () => undefined),
  onCreated: (db, made) => writeFirstRows(db, made, NOW),
});

async function salvage(): Promise<void> {
  say('begin');
  await vault.salvage({ way: 'password', accountId, password }, async (access) => {
    const { keys, ...rest } = access;
    const salvaged = await salvageBook(
      {
        ...rest,
        now: NOW,
        by: access.accountId,
        book: { uid: keys.bookUid, shopName: keys.shopName, keysEpoch: keys.epoch },
        people: keys.accounts.map(({ id, name, role }) => ({ uid: id, name, role })),
        words: { client: '{number}', account: '?' },
      },
      { progress: (stage) => say(stage) },
    );
    say('written');
    return salvaged;
  });
  say('done');
}

void salvage();
