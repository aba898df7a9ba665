// What a look into the folders tells: a folder that went or came back is news; how much room is left is not, or whoever looks would never stop looking.

import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BackupFolders } from '../../electron/backups/folders';
import { storedFile } from '../../electron/backups/stored';
import type { Looked } from '../../electron/backups/tasks';
import { BackupTokens } from '../../electron/backups/tokens';
import { isoInstant } from '../../shared/core/date';
import { aFolder, removeFolder } from '../support/book-file';

test('a change of the room that is left is kept, and nobody is told of it', async () => {
  const { folders, room } = someFolders();
  expect(folders.keep(seen({ freeBytes: 1000 }))).toBe(false);
  expect(folders.keep(seen({ freeBytes: 999 }))).toBe(false);
  expect(room()).toBe(999);
});

test('a folder that went, and one that came back, are told of once each', async () => {
  const { folders } = someFolders();
  folders.keep(seen({}));
  expect(folders.keep(new Map([['own', null]]))).toBe(true);
  expect(folders.keep(new Map([['own', null]]))).toBe(false);
  expect(folders.keep(seen({}))).toBe(true);
  expect(folders.keep(seen({ writable: false }))).toBe(true);
});

function someFolders() {
  const folder = aFolder();
  onTestFinished(() => removeFolder(folder));
  const now = () => isoInstant(new Date(2026, 10, 22));
  const stored = storedFile(path.join(folder, 'backups.json'), now, () => undefined);
  const workers = { run: () => Promise.reject(new Error('nobody looks here')) };
  const folders = new BackupFolders({ workers, folder, stored, tokens: new BackupTokens(), now });
  return { folders, room: () => stored.read().folders[0]?.freeBytes };
}

function seen(looked: Partial<Looked>): ReadonlyMap<string, Looked> {
  return new Map([['own', { backups: [], freeBytes: 1, writable: true, ...looked }]]);
}
