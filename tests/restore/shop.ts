// A shop with something in it, and its whole content as hashes, for restores to be held against.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ClientId } from '../../shared/ids';
import { OWNER, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { dumpOf } from '../support/dump';

/** Row by row: a restore is right when every hash is. */
export function rowHashes(app: TestApp): Record<string, string[]> {
  const dump = dumpOf(app.house.vault.database());
  return Object.fromEntries(Object.entries(dump).map(([table, rows]) => [table, rows.map((row) => hashOf(JSON.stringify(row)))]));
}

/** Every file of the book's folder by name; what a refused restore must not change. */
export function folderHash(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(names.sort().map((name) => [name, hashOf(readFileSync(path.join(folder, name)))]));
}

export function bookFolder(app: TestApp): string {
  return path.join(app.folder, 'book');
}

/** A folder for backups outside of the app's own. */
export async function aStick(app: TestApp, name = 'stick'): Promise<string> {
  const folder = path.join(app.folder, name);
  mkdirSync(folder, { recursive: true });
  app.answers.chooseFolder.push(folder);
  await app.call('backups.addFolder', null);
  return folder;
}

/** Makes one now and answers with its token. */
export async function backUp(app: TestApp): Promise<string> {
  await app.call('backups.make', null);
  return newest(app);
}

export async function newest(app: TestApp, kind?: string): Promise<string> {
  const list = await app.call('backups.list', null);
  const found = list.find((entry) => kind === undefined || entry.kind === kind);
  if (!found) throw new Error('there is no backup');
  return found.token;
}

export async function choose(app: TestApp, file: string): Promise<string> {
  app.answers.chooseFile.push(file);
  const { backup } = await app.call('restore.choose', null);
  if (!backup) throw new Error('nothing was chosen');
  return backup.token;
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.shukebackup'))
    .sort()
    .map((name) => path.join(folder, name));
}

export async function restore(app: TestApp, token: string, password: string = OWNER.password): Promise<void> {
  await app.call('restore.run', { token, password });
}

export async function fill(app: TestApp, from: number, count: number): Promise<ClientId[]> {
  const ids: ClientId[] = [];
  for (let index = from; index < from + count; index += 1) {
    const id = await aClient(app, { name: `客户${index}`, phone: `138${String(index).padStart(8, '0')}` });
    await aVisit(app, { clientId: id, amountCents: 100 * index });
    ids.push(id);
  }
  return ids;
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
