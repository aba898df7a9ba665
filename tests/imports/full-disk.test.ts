// A disk that fills up while a list is being written: refused in words, and nothing of the list is in the book.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { dumpOf } from '../support/dump';
import { readFile } from './lists';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

test('the disk is full while importing', async () => {
  await aClient(app, { name: '张素芬' });
  const sqlite = app.house.vault.database();
  const before = dumpOf(sqlite);
  const { matching } = await readFile(app, '老客户名单.xlsx');
  // SQLite's own limit gives its own SQLITE_FULL, as a disk without room does.
  const pages = Number(sqlite.pragma('page_count', { simple: true }));
  sqlite.pragma(`max_page_count = ${pages + 4}`);
  await expect(app.call('imports.commit', matching)).rejects.toMatchObject({ code: 'book.disk-full' });
  expect(dumpOf(sqlite)).toEqual(before);
  sqlite.pragma('max_page_count = 1073741823');
  expect((await app.call('imports.commit', matching)).records).toBe(330);
});
