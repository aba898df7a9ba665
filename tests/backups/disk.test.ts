// Disks that are full or may not be written to: said in words, the other folders are written all the same, nothing half-made stays.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHeader, type BackupHeader } from '../../electron/backups/backup-file';
import { folderStateOf } from '../../electron/backups/failures';
import { backupName } from '../../electron/backups/names';
import { isSlow } from '../../electron/backups/run';
import { scanFolder } from '../../electron/backups/scan';
import { writeToFolder } from '../../electron/backups/write';
import { AppError } from '../../shared/errors';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { aFolder, removeFolder } from '../support/book-file';
import { aSmallDisk } from '../support/small-disk';

const SILENT = { progress: () => undefined };
const KEY = Buffer.alloc(32, 7);
const BOOK = '0199aaaa-0000-7000-8000-00000000b00c';

let folder: string;
let staged: string;
beforeEach(() => {
  folder = path.join(aFolder(), 'stick');
  mkdirSync(folder);
  staged = path.join(path.dirname(folder), 'staged');
  writeFileSync(staged, Buffer.alloc(8192, 1));
});
afterEach(() => removeFolder(path.dirname(folder)));

const SUM = 'a3d0ae2a6ef40c5a4fa3e0ff2a4b5e0f0e1d2c3b4a5968778695a4b3c2d1e0f0';

function aHeader(more: Partial<BackupHeader>): BackupHeader {
  return {
    ...{
      format: 1,
      uid: crypto.randomUUID(),
      bookUid: BOOK,
      sequence: 1,
      at: '2026-03-14T04:00:00.000Z' as BackupHeader['at'],
      kind: 'daily',
    },
    ...{ schemaVersion: 1, appVersion: '1', bytes: 8192, sha256: SUM, counts: { clients: 1, visits: 0, followUps: 0, preferences: 0 } },
    ...{ auditEntries: 1, erased: [], fileSalt: Buffer.alloc(32).toString('base64'), keys: '{}' },
    bookKey: { iv: Buffer.alloc(12).toString('base64'), text: 'aa==', tag: Buffer.alloc(16).toString('base64') },
    ...more,
  };
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

async function write(more: Partial<BackupHeader>, free?: (folder: string) => number) {
  const header = aHeader({ sha256: sumOf(staged), ...more });
  return writeToFolder({ staged, folder, own: false, header, fileKey: KEY }, SILENT, free);
}

const at = (time: string) => ({ at: time as BackupHeader['at'] });

describe('a full disk', () => {
  test('is refused with what is short before a byte is written', async () => {
    const refused = await write({}, () => 5000).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'backup.disk-full', details: { neededBytes: Math.ceil(8192 * 1.1) - 5000 } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('loses first what may go anyway, the oldest first, and never the newest', async () => {
    for (const sequence of [1, 2, 3])
      await write({ sequence, ...at(`2024-01-01T0${sequence}:00:00.000Z`), uid: `0199aaaa-0000-4000-8000-00000000000${sequence}` });
    // Of one day: from the next one on only the newest of them is to be kept.
    const removed: number[] = [];
    const free = () => {
      const left = scanFolder(folder, BOOK).map(({ sequence }) => sequence);
      removed.push(...[1, 2, 3].filter((one) => !left.includes(one) && !removed.includes(one)));
      return left.length < 2 || left.includes(9) ? 1e9 : 0;
    };
    const { backups } = await write({ sequence: 9, ...at('2024-06-01T04:00:00.000Z') }, free);
    expect(removed).toEqual([1, 2]);
    expect(backups.map(({ sequence }) => sequence).sort()).toEqual([3, 9]);
    await expect(write({ sequence: 10, ...at('2024-06-02T04:00:00.000Z') }, () => 0)).rejects.toMatchObject({
      code: 'backup.disk-full',
    });
    expect(scanFolder(folder, BOOK).map(({ sequence }) => sequence)).toContain(9);
  });

  test('that is full only while writing leaves nothing half-made', async () => {
    const header = aHeader({ bytes: 16_384, sha256: sumOf(staged) });
    expect(() => writeToFolder({ staged, folder, own: false, header, fileKey: KEY }, SILENT)).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a copy that reads back otherwise than it was made never gets its name', async () => {
  await expect(write({ sha256: SUM })).rejects.toMatchObject({ code: 'backup.damaged' });
  expect(readdirSync(folder)).toEqual([]);
});

test('only backups of this book are ever removed', async () => {
  await write({ sequence: 1, at: '2020-01-01T04:00:00.000Z' as BackupHeader['at'], bookUid: '0199aaaa-0000-7000-8000-0000000f0e19' });
  writeFileSync(path.join(folder, 'shuke-holiday.shukebackup'), 'not a backup');
  writeFileSync(path.join(folder, '全家福.jpg'), 'a picture');
  await write({ sequence: 1, ...at('2021-01-01T01:00:00.000Z') });
  await write({ sequence: 2, ...at('2021-01-01T02:00:00.000Z'), uid: '0199aaaa-0000-4000-8000-000000000002' });
  const { backups } = await write({ sequence: 3, uid: '0199aaaa-0000-4000-8000-000000000003' });
  expect(backups.map(({ sequence }) => sequence).sort()).toEqual([2, 3]);
  expect(readdirSync(folder)).toHaveLength(5);
});

test('names are plain letters, and say when and why', () => {
  const name = backupName(
    aHeader({ at: new Date(2026, 10, 22, 21, 4).toISOString() as BackupHeader['at'], uid: '0199aaaa-0000-4000-8000-0123456789ab' }),
  );
  expect(name).toBe('shuke-2026-11-22-2104-daily-0000b00c-456789ab.shukebackup');
});

test.each([
  [Object.assign(new Error('x'), { code: 'ENOSPC' }), 'full'],
  [new AppError('backup.disk-full', { neededBytes: 1 }), 'full'],
  [Object.assign(new Error('x'), { code: 'EROFS' }), 'read-only'],
  [Object.assign(new Error('x'), { code: 'EACCES' }), 'read-only'],
  [new AppError('file.too-large', { what: 'time', limit: 120 }), 'slow'],
  [new AppError('backup.gone', {}), 'missing'],
  [Object.assign(new Error('x'), { code: 'EIO' }), 'missing'],
])('%s makes a folder %s', (error, state) => {
  expect(folderStateOf(error)).toBe(state);
});

test('more than 30 seconds for 100 MB is slow', () => {
  expect(isSlow(100 << 20, 29_000)).toBe(false);
  expect(isSlow(100 << 20, 31_000)).toBe(true);
  expect(isSlow(400 << 20, 100_000)).toBe(false);
});

test('a stick that really is full gets nothing, the app’s own folder does, and nothing half-made is left', async ({ skip }) => {
  const disk = aSmallDisk(1);
  if (!disk) return skip('no file system may be mounted here');
  const app = await anApp();
  try {
    await aClient(app);
    app.answers.chooseFolder.push(disk.folder);
    await app.call('backups.addFolder', null);
    disk.fill(64 * 1024);
    const before = readdirSync(disk.folder);
    const { folders, last } = await app.call('backups.make', null);
    expect(folders.map(({ state }) => state)).toEqual(['ok', 'full']);
    expect(last?.folderName).toBe('这台电脑');
    expect(readdirSync(disk.folder)).toEqual(before);
    disk.empty();
  } finally {
    app.close();
    disk.remove();
  }
});

describe('in the app', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await anApp();
    await aClient(app);
    app.answers.chooseFolder.push(folder);
    await app.call('backups.addFolder', null);
  });
  afterEach(() => app.close());

  test('a folder that may not be written to is named, and the others get theirs', async () => {
    // A file in its place cannot be written into by anybody, root included.
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'in the way');
    const { folders, last, failure } = await app.call('backups.make', null);
    expect(folders.map(({ state }) => state)).toEqual(['ok', 'missing']);
    expect(last?.folderName).toBe('这台电脑');
    expect(failure).toBeNull();
  });

  test('what this PC remembered is begun anew when it cannot be read, and that is told', async () => {
    await app.call('backups.make', null);
    const before = readHeader(path.join(folder, readdirSync(folder)[0] ?? '')).sequence;
    writeFileSync(path.join(app.folder, 'backups.json'), '{"folders":');
    const again = await app.restart();
    const { accounts } = await again.call('book.status', null);
    await again.call('book.unlock', { accountId: accounts[0]!.id, password: 'shanchahua-9-yue' });
    expect(await again.call('backups.state', null)).toMatchObject({
      failure: { code: 'backup.settings-lost' },
      onlyHere: true,
      dailyAt: '21:00',
    });
    // The number goes on from what lies in the folder.
    await again.call('backups.make', null);
    expect((await again.call('backups.list', null)).map(({ at }) => at)).toHaveLength(2);
    const own = scanFolder(path.join(app.folder, 'book', 'backups'), null);
    expect(own.map(({ sequence }) => sequence).sort()).toEqual([before, before + 1]);
    expect((await again.call('backups.state', null)).failure).toBeNull();
    again.house.lock('quit');
  });
});
