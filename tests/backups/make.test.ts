// Making a backup: what is in it, where it goes, and that nothing counts that was not opened and compared.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyOfFile, openBackup, readHeader } from '../../electron/backups/backup-file';
import { bookKeyIn } from '../../electron/backups/backup-key';
import { SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { openReadOnly } from '../../electron/core/database/open';
import { anApp, signIn, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { dumpOf } from '../support/dump';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
  await aClient(app, { name: '林若溪', phone: '13801385331' });
});
afterEach(() => app.close());

const own = () => path.join(app.folder, 'book', 'backups');
const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : []);
/** Anything half-made in any of the places. */
const parts = () => [...filesIn(path.join(app.folder, 'book')), ...filesIn(own())].filter((name) => name.includes('.part'));

async function addFolder(name: string): Promise<string> {
  const folder = path.join(app.folder, name);
  mkdirSync(folder, { recursive: true });
  app.answers.chooseFolder.push(folder);
  await app.call('backups.addFolder', null);
  return folder;
}

/** As a restore will: with the audit key and nothing else. */
function extract(file: string): string {
  const header = readHeader(file);
  const key = keyOfFile(app.house.vault.subKeys().audit, header);
  const target = path.join(app.folder, 'extracted.db');
  openBackup(file, key, target);
  return target;
}

function contentOf(file: string, header: ReturnType<typeof readHeader>): ReturnType<typeof dumpOf> {
  const { key, salt } = bookKeyIn(header, keyOfFile(app.house.vault.subKeys().audit, header));
  const db = openReadOnly(file, { key, salt, schemaVersion: SCHEMA_VERSION });
  try {
    return dumpOf(db);
  } finally {
    db.close();
  }
}

describe('a backup', () => {
  test('opens to the very content of the book', async () => {
    const state = await app.call('backups.make', null);
    const [name = ''] = filesIn(own());
    const file = path.join(own(), name);
    const header = readHeader(file);
    expect(contentOf(extract(file), header)).toEqual(dumpOf(app.house.vault.database()));
    expect(header).toMatchObject({ kind: 'manual', schemaVersion: SCHEMA_VERSION, sequence: 1, counts: { clients: 1, visits: 0 } });
    expect(JSON.parse(header.keys)).toEqual(JSON.parse(readFileSync(path.join(app.folder, 'book', 'keys.json'), 'utf8')));
    expect(state).toMatchObject({
      last: { kind: 'manual', folderName: '这台电脑', counts: { clients: 1 } },
      ...{ running: false, overdue: false, onlyHere: true, failure: null, tellMissing: [] },
      folders: [{ id: 'own', own: true, state: 'ok' }],
    });
    expect(parts()).toEqual([]);
  });

  test('goes into every folder that can be written to, and is listed from each', async () => {
    const stick = await addFolder('店长U盘');
    const state = await app.call('backups.make', null);
    expect(state).toMatchObject({ onlyHere: false, last: { folderName: '店长U盘' } });
    expect(filesIn(stick)).toEqual(filesIn(own()));
    const list = await app.call('backups.list', null);
    expect(list.map(({ folderName, reachable, kind }) => ({ folderName, reachable, kind }))).toEqual([
      { folderName: '这台电脑', reachable: true, kind: 'manual' },
      { folderName: '店长U盘', reachable: true, kind: 'manual' },
    ]);
  });

  test('is written into the audit log with its size and the number of folders, never a path', async () => {
    await addFolder('店长U盘');
    await app.call('backups.make', null);
    const { entries } = await app.call('audit.list', {
      filter: { from: null, to: null, accountId: null, events: ['backed-up'], clientId: null },
      ...{ before: null, limit: 10 },
    });
    expect(entries).toHaveLength(1);
    expect(entries[0]?.details).toEqual({ kind: 'manual', bytes: expect.any(Number), folders: 2 });
    expect(JSON.stringify(app.logLines)).not.toContain('店长');
  });

  test('says which is the newest by number, whatever the clock says', async () => {
    app.now = new Date('2030-01-01T04:00:00.000Z');
    await app.call('backups.make', null);
    app.now = new Date('2026-03-14T05:00:00.000Z');
    await app.call('backups.make', null);
    const list = await app.call('backups.list', null);
    expect(list.map(({ at }) => at.slice(0, 4))).toEqual(['2026', '2030']);
    expect((await app.call('backups.state', null)).last?.at).toBe('2026-03-14T05:00:00.000Z');
  });

  test('removes what an earlier run left half-made, and nothing else', async () => {
    await app.call('backups.make', null);
    const [name = ''] = filesIn(own());
    writeFileSync(path.join(own(), `${name}.part`), 'half');
    writeFileSync(path.join(own(), '别人的.part'), 'somebody else’s');
    writeFileSync(path.join(app.folder, 'book', 'backup-0199aaaa-0000-7000-8000-000000000001.part'), 'half');
    await app.call('backups.make', null);
    expect(parts()).toEqual(['别人的.part']);
  });
});

describe('a folder', () => {
  test('that is gone is said to be missing, told of once a day, and its backups stay in the list', async () => {
    const stick = await addFolder('stick');
    await app.call('backups.make', null);
    const away = `${stick}-away`;
    renameSync(stick, away);
    const state = await app.call('backups.make', null);
    const [, missing] = state.folders;
    expect(missing).toMatchObject({ state: 'missing', since: '2026-03-14T04:00:00.000Z', lastAt: '2026-03-14T04:00:00.000Z' });
    expect(state.tellMissing).toEqual([missing?.id]);
    expect((await app.call('backups.list', null)).filter(({ reachable }) => !reachable)).toHaveLength(1);
    await app.call('backups.told', null);
    expect((await app.call('backups.state', null)).tellMissing).toEqual([]);
    app.now = new Date('2026-03-15T04:00:00.000Z');
    await signInAgain();
    expect((await app.call('backups.state', null)).tellMissing).toEqual([missing?.id]);
    renameSync(away, stick);
    await app.call('backups.list', null);
    expect((await app.call('backups.state', null)).folders[1]).toMatchObject({ state: 'ok', since: null });
  });

  test('cannot be named twice, nor be the app’s own', async () => {
    await addFolder('stick');
    await expect(addFolder('stick')).rejects.toMatchObject({ code: 'backup.folder-taken' });
    await expect(addFolder('book')).rejects.toMatchObject({ code: 'backup.folder-taken' });
    await expect(addFolder('book/backups')).rejects.toMatchObject({ code: 'backup.folder-taken' });
  });

  test('that is taken off the list keeps its files', async () => {
    const stick = await addFolder('stick');
    const { folders } = await app.call('backups.make', null);
    const state = await app.call('backups.removeFolder', { id: folders[1]?.id ?? '' });
    expect(state.folders).toHaveLength(1);
    expect(filesIn(stick)).toHaveLength(1);
  });
});

async function signInAgain(): Promise<void> {
  await app.call('book.lock', { reason: 'key' });
  await signIn(app);
}
