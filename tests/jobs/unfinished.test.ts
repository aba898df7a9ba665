// A job that a lock cut off is told of to whoever began it, once; one that ended, however, is not.

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFile } from '../imports/lists';
import { anApp, aPerson, OWNER, signIn, takeOver, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { CLIENT_LIST } from '../support/salon-list';

const TERMS = { purpose: '盘点', password: null, approval: null };

let app: TestApp;
let folder: string;
beforeEach(async () => {
  app = await anApp({ now: '2026-11-20T04:00:00.000Z' });
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-jobs-'));
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const unfinished = () => app.call('jobs.unfinished', null);
const lockedImport = async () => {
  const { matching } = await readFile(app, CLIENT_LIST);
  const running = app.call('imports.commit', matching, 'import');
  app.house.lock('system');
  await expect(running).rejects.toMatchObject({ code: expect.stringMatching(/bridge.cancelled|session.locked/) });
};

test('an import that a lock cut off is told of until it was seen, and only to whoever began it', async () => {
  const other = await aPerson(app, { role: 'manager' });
  await lockedImport();
  await signIn(app);
  expect(await unfinished()).toEqual([{ kind: 'import', at: '2026-11-20T04:00:00.000Z', done: false }]);
  await takeOver(app, other);
  expect(await unfinished()).toEqual([]);
  await app.call('jobs.seen', null);
  await app.call('book.switchTo', { accountId: (await app.call('book.status', null)).accounts[0]!.id, password: OWNER.password });
  expect(await unfinished()).toHaveLength(1);
  await app.call('jobs.seen', null);
  expect(await unfinished()).toEqual([]);
});

test('an import that came to its end, was stopped by the person or was refused is not told of', async () => {
  const { matching } = await readFile(app, CLIENT_LIST);
  const stopped = app.call('imports.commit', matching, 'import');
  app.house.cancel('import');
  await expect(stopped).rejects.toMatchObject({ code: 'bridge.cancelled' });
  await expect(app.call('imports.commit', { ...matching, token: 'unknown' })).rejects.toThrow();
  await app.call('imports.commit', matching);
  expect(await unfinished()).toEqual([]);
  app.house.lock('key');
  await signIn(app);
  expect(await unfinished()).toEqual([]);
});

test('half a file of an export is removed when the book is opened next, whoever opens it', async () => {
  await aClient(app);
  const target = path.join(folder, '客户.xlsx');
  app.answers.saveFile.push(target);
  const running = app.call('exports.book', { language: 'zh-CN', terms: TERMS }, 'export');
  app.listeners.add((event) => {
    if (event.type === 'job-progress') app.house.lock('system');
  });
  await expect(running).rejects.toThrow();
  // As a kill would have left it: nobody was there to tidy up.
  writeFileSync(`${target}.part`, 'half');
  await signIn(app);
  expect(existsSync(`${target}.part`)).toBe(false);
  expect((await unfinished()).map(({ kind, done }) => ({ kind, done }))).toEqual([{ kind: 'export', done: false }]);
});

test('nobody can write such a note through their drafts, or find one among them', async () => {
  await expect(app.call('drafts.save', { key: 'job.1', value: { kind: 'export', target: '/tmp/x' } })).rejects.toMatchObject({
    code: 'bridge.bad-input',
  });
  await lockedImport();
  await signIn(app);
  expect(await app.call('drafts.list', null)).toEqual([]);
});

test('new keys: nothing is told once they were made; that they were not made is told', async () => {
  const change = async () => {
    const sheet = await app.call('book.prepare', null);
    const answers: [string, string] = [sheet.groups[sheet.ask[0] - 1]!, sheet.groups[sheet.ask[1] - 1]!];
    await app.call('people.rotateKeys', { password: OWNER.password, answers });
  };
  await change();
  await signIn(app);
  expect(await unfinished()).toEqual([]);
  const inTheWay = path.join(app.folder, 'book', 'book.next');
  mkdirSync(path.join(inTheWay, 'x'), { recursive: true });
  await expect(change()).rejects.toThrow();
  rmSync(inTheWay, { recursive: true });
  await signIn(app);
  expect((await unfinished()).map(({ kind, done }) => ({ kind, done }))).toEqual([{ kind: 'keys', done: false }]);
});
