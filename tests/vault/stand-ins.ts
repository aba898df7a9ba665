// What stands in for the PC in tests of the vault: its clock, its store of secrets, and the few tables the vault needs.

import type { BookConnection } from '../../electron/core/database/connection';
import type { NewBook } from '../../electron/vault/creation';
import type { Protector } from '../../electron/vault/protection';

export const PASSWORD = 'shanchahua-9-yue';

export interface TestClock {
  now(): Date;
  uptimeSeconds(): number;
  wall: number;
  uptime: number;
}

export function aClock(): TestClock {
  const clock = {
    wall: Date.parse('2026-11-22T04:00:00Z'),
    uptime: 5000,
    now: () => new Date(clock.wall),
    uptimeSeconds: () => clock.uptime,
  };
  return clock;
}

/** Stands for the operating system's store of secrets, which no test machine has: seals by turning bits, can lose everything. */
export function aProtector(protection: Protector['protection'] = 'os'): Protector & { lost: boolean } {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xa5));
  const protector = {
    protection,
    lost: false,
    protect: async (secret: Buffer) => turn(secret),
    unprotect: async (sealed: Buffer) => {
      if (protector.lost) throw new Error('the store does not know this secret');
      return turn(sealed);
    },
  };
  return protector;
}

/** The few tables the vault needs, and one for words that must never be seen on the disk. */
export function prepareTables(db: BookConnection): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS book (id INTEGER PRIMARY KEY, uid TEXT NOT NULL, shop_name TEXT NOT NULL, keys_epoch INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE IF NOT EXISTS account (uid TEXT NOT NULL, name TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, words TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS note_words ON note (words);`);
}

export function writeFirstRows(db: BookConnection, made: NewBook): void {
  db.prepare('INSERT INTO book (uid, shop_name) VALUES (?, ?)').run(made.bookUid, made.shopName);
  db.prepare('INSERT INTO account (uid, name) VALUES (?, ?)').run(made.accountUid, made.ownerName);
}
