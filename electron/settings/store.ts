// Settings of the shop: a key and its JSON.

import type { Db } from '../core/database/database';
import { oneRow, runSql } from '../core/database/rows';

export function findSetting(db: Db, key: string): unknown {
  const row = oneRow<{ value: string }>(db, 'SELECT value FROM setting WHERE key = ?', [key]);
  return row === undefined ? undefined : JSON.parse(row.value);
}

export function saveSetting(db: Db, key: string, value: unknown): void {
  runSql(db, 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [
    key,
    JSON.stringify(value),
  ]);
}

export function shopNameOf(db: Db): string {
  return oneRow<{ name: string }>(db, 'SELECT shop_name AS name FROM book')?.name ?? '';
}

/** The name in the book itself; the one the lock screen shows is the vault's. */
export function saveShopName(db: Db, name: string): void {
  runSql(db, 'UPDATE book SET shop_name = ?', [name]);
}
