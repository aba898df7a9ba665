// The app killed in the middle of its larger works: bringing an old book up to date, importing a list, making backups.

import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keyOfFile, openBackup, readHeader } from '../../electron/backups/backup-file';
import { findDamage } from '../../electron/core/database/copy';
import { SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { anApp, anEmptyApp, signIn, type TestApp } from '../support/app';
import { aFolder, removeFolder } from '../support/book-file';
import { aClient, aVisit } from '../support/build';
import { startChild, type TestChild } from '../support/child';
import { dumpOf } from '../support/dump';
import { anOldBook, OLD_VERSIONS } from '../support/old-book';
import { pause } from './kills';
import { isWholeOld } from './power';
import { randomFrom } from './random';

const child = (name: string) => join(import.meta.dirname, 'child', `${name}.ts`);

/** Bringing up to date: the book must open afterwards with every row it had. */
export async function killMigration(kills: number): Promise<{ readonly broken: number; readonly migrated: number }> {
  const count = { broken: 0, migrated: 0 };
  const older = OLD_VERSIONS.filter((version) => version < SCHEMA_VERSION);
  let takes = 0;
  // The first is let through, to know how long it takes here.
  for (let kill = 0; kill <= kills; kill += 1) {
    const old = anOldBook(older[kill % older.length] ?? 1);
    const migrating = startChild(child('migrate-book'), { folder: old.files.folder });
    await migrating.said(1);
    const from = performance.now();
    if (kill === 0) await migrating.said(2);
    else await pause((kill / kills) * takes * 1.2);
    if (kill === 0) takes = performance.now() - from;
    await migrating.kill();
    if (migrating.lines.includes('migrated')) count.migrated += 1;
    if (!(await isWholeOld(old.files.folder, old))) count.broken += 1;
    removeFolder(old.profile);
  }
  return count;
}

/** An import: the book must be as before, or have the whole list. */
export async function killImport(kills: number): Promise<{ readonly broken: number; readonly old: number; readonly imported: number }> {
  const count = { broken: 0, old: 0, imported: 0 };
  const { folder, content } = await aShop();
  const list = join(import.meta.dirname, '..', 'fixtures', '老客户名单.xlsx');
  try {
    const { takes, rows } = await timed(folder, list);
    for (let kill = 0; kill < kills; kill += 1) {
      await onCopy(folder, async (copy) => {
        const importing = await started({ folder: copy, list });
        await pause((kill / kills) * takes * 1.1);
        await importing.kill();
        await lookInto(copy, (app) => {
          const found = dumpOf(app.house.vault.database());
          const sound = findDamage(app.house.vault.database()) === undefined;
          const state = JSON.stringify(found) === content ? 'old' : rowsOf(found) === rows ? 'imported' : 'broken';
          const forgotten = state !== 'imported' && importing.lines.includes('imported');
          count[sound && !forgotten ? state : 'broken'] += 1;
        });
      });
    }
    return count;
  } finally {
    removeFolder(folder);
  }
}

export interface BackupKills {
  /** Listed, and not a whole backup: must be none. */
  readonly false: number;
  /** Acknowledged, and not listed: must be none. */
  readonly lost: number;
  /** Half-made files the next backup did not clear away: must be none. */
  readonly litter: number;
  readonly listed: number;
}

/** Backups: what is listed afterwards must open and be whole. */
export async function killBackup(kills: number, seed: number): Promise<BackupKills> {
  const count = { false: 0, lost: 0, litter: 0, listed: 0 };
  const random = randomFrom(seed);
  const { folder } = await aShop();
  for (let kill = 0; kill < kills; kill += 1) {
    await onCopy(folder, async (copy) => {
      const backing = await started({ folder: copy });
      await backing.said(1 + (kill % 3));
      await pause(random() * BACKUP_TAKES);
      await backing.kill();
      await lookInto(copy, async (app) => {
        const listed = await app.call('backups.list', null);
        count.listed += listed.length;
        count.false += backupsIn(app).filter((file) => !isWhole(app, file)).length;
        // Of one day three are kept.
        if (listed.length < Math.min(3, backing.lines.length - 1)) count.lost += 1;
        await app.call('backups.make', null);
        count.litter += filesIn(app).filter((name) => name.includes('.part')).length;
      });
    });
  }
  removeFolder(folder);
  return count;
}

const BACKUP_TAKES = 300;

async function aShop(): Promise<{ readonly folder: string; readonly content: string }> {
  const app = await anApp();
  for (const name of ['张素芬', '林若溪', '王芳']) await aVisit(app, { clientId: await aClient(app, { name }) });
  const content = JSON.stringify(dumpOf(app.house.vault.database()));
  app.house.lock('quit');
  return { folder: app.folder, content };
}

export async function started(input: { folder: string; list?: string; backup?: string }): Promise<TestChild> {
  const working = startChild(child('work-in-app'), input);
  await working.said(1);
  return working;
}

async function timed(folder: string, list: string): Promise<{ readonly takes: number; readonly rows: string }> {
  return onCopy(folder, async (copy) => {
    const importing = await started({ folder: copy, list });
    const from = performance.now();
    await importing.said(2);
    const takes = performance.now() - from;
    await importing.ended();
    const rows = await lookInto(copy, (app) => rowsOf(dumpOf(app.house.vault.database())));
    return { takes, rows };
  });
}

function rowsOf(dump: Readonly<Record<string, unknown[]>>): string {
  return JSON.stringify(Object.entries(dump).map(([table, rows]) => [table, rows.length]));
}

export async function onCopy<T>(folder: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = aFolder();
  cpSync(folder, copy, { recursive: true });
  try {
    return await work(copy);
  } finally {
    removeFolder(copy);
  }
}

export async function lookInto<T>(folder: string, look: (app: TestApp) => T | Promise<T>): Promise<T> {
  const app = anEmptyApp({ folder });
  await signIn(app);
  try {
    return await look(app);
  } finally {
    app.house.lock('quit');
  }
}

export function filesIn({ folder }: TestApp): string[] {
  return readdirSync(join(folder, 'book'), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, 'book', name));
}

export function backupsIn(app: TestApp): string[] {
  return filesIn(app).filter((name) => name.endsWith('.shukebackup'));
}

export function isWhole(app: TestApp, file: string): boolean {
  try {
    openBackup(file, keyOfFile(app.house.vault.subKeys().audit, readHeader(file)), null);
    return true;
  } catch {
    return false;
  }
}
