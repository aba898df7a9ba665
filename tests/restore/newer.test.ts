// A backup that a later version made is refused by name, open and closed, and neither it nor the book is touched.

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { anApp, type TestApp } from '../support/app';
import { makeNewer } from '../support/newer-backup';
import { aStick, backUp, bookFolder, fill, filesIn, folderHash } from './shop';

let app: TestApp;
let file: string;
beforeEach(async () => {
  app = await anApp();
  await fill(app, 1, 2);
  const stick = await aStick(app);
  await backUp(app);
  [file = ''] = filesIn(stick);
});
afterEach(() => app.close());

test.each([
  ['a newer book in it', (header: Record<string, unknown>) => ({ ...header, schemaVersion: SCHEMA_VERSION + 1 })],
  ['a newer format, with a header this version cannot read', () => ({ format: 2, anything: 'else' })],
])('%s', async (_what, change) => {
  makeNewer(file, change);
  const before = readFileSync(file);
  app.answers.chooseFile.push(file, file);
  await expect(app.call('restore.choose', null)).rejects.toMatchObject({ code: 'backup.newer' });
  // Its folder still lists one of which only the book inside is newer.
  const listed = (await app.call('backups.list', null)).filter(({ folderName }) => folderName === 'stick');
  for (const { token } of listed) await expect(app.call('restore.preview', { token })).rejects.toMatchObject({ code: 'backup.newer' });
  await app.call('book.lock', { reason: 'key' });
  const book = folderHash(bookFolder(app));
  await expect(app.call('restore.choose', null)).rejects.toMatchObject({ code: 'backup.newer' });
  expect(await app.call('restore.known', null)).toHaveLength(1);
  expect(folderHash(bookFolder(app))).toEqual(book);
  expect(readFileSync(file).equals(before)).toBe(true);
});
