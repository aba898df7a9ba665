// A real book with the product's own tables, open, and builders that write clients and visits through acts as the services do.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Context } from '../../electron/core/context';
import { wrapDatabase, type Db } from '../../electron/core/database/database';
import { beginAct, endAct, type RunningAct } from '../../electron/core/database/journal';
import { migrate, SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { openBookFile, type OpenOptions } from '../../electron/core/database/open';
import { runSql } from '../../electron/core/database/rows';
import { newUid } from '../../electron/core/database/uid';
import { IsoInstant, type IsoDate } from '../../shared/core/date';
import { aFolder, removeFolder } from './book-file';
import { aSession, noTrail } from './session';

export interface ShopBook {
  readonly db: Db;
  readonly folder: string;
  readonly file: string;
  readonly options: OpenOptions;
  close(): void;
}

export const NOW = IsoInstant.parse('2026-11-22T04:00:00.000Z');

export function aShopBook(): ShopBook {
  const folder = aFolder();
  const file = join(folder, 'book.db');
  const options: OpenOptions = {
    key: randomBytes(32),
    salt: randomBytes(16),
    schemaVersion: SCHEMA_VERSION,
    prepare: (sqlite) => migrate(sqlite, () => undefined),
  };
  const sqlite = openBookFile(file, { ...options, create: true });
  const db = wrapDatabase(sqlite);
  inAct(db, () => {
    runSql(db, 'INSERT INTO book (uid, shop_name, created_at) VALUES (?, ?, ?)', [newUid(0), '晴野美容', NOW]);
    runSql(db, 'INSERT INTO account (uid, name, role, created_at) VALUES (?, ?, ?, ?)', [newUid(0), '苏敏', 'owner', NOW]);
  });
  const close = () => {
    sqlite.close();
    removeFolder(folder);
  };
  return { db, folder, file, options, close };
}

export function contextOn(db: Db, today: IsoDate): Context {
  return { db, now: NOW, today, session: aSession(), health: null, trail: noTrail };
}

/** One act of the journal, as dispatch would open it for a command. */
export function inAct<T>(db: Db, write: (act: RunningAct) => T): T {
  return db.$client.transaction(() => {
    const act = beginAct(db, NOW, null, 'tests.write');
    const value = write(act);
    endAct(db, act);
    return value;
  })();
}

let made = 0;

type Columns = Readonly<Record<string, string | number | null>>;

/** A row with a fresh uid; gives its row id. Call inside an act. */
export function addRow(db: Db, table: string, columns: Columns): number {
  const names = ['uid', ...Object.keys(columns)];
  const marks = names.map(() => '?').join(', ');
  return runSql(db, `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`, [newUid(Date.parse(NOW)), ...Object.values(columns)])
    .lastId;
}

export function aClient(db: Db, columns: Columns = {}): number {
  made += 1;
  return addRow(db, 'client', { number: `C-${made}`, name: `客户${made}`, created_at: NOW, updated_at: NOW, ...columns });
}

export function aVisit(db: Db, clientId: number, on: string, columns: Columns = {}): number {
  return addRow(db, 'visit', {
    client_id: clientId,
    visited_on: on,
    visited_at: `${on}T04:00:00.000Z`,
    amount_cents: 10_000,
    created_at: NOW,
    ...columns,
  });
}

/** One act: a client who came on these days and paid `amountCents` each time. */
export function aClientWhoCame(db: Db, days: readonly string[], columns: Columns = {}, amountCents = 10_000): number {
  return inAct(db, () => {
    const id = aClient(db, columns);
    for (const day of days) aVisit(db, id, day, { amount_cents: amountCents });
    return id;
  });
}
