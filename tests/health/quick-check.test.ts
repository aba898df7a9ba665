// A book that was not closed is looked through in a thread before anybody writes to it; one that was closed is opened at once.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Workers } from '../../electron/core/workers';
import { refuse } from '../../shared/errors';
import { anApp, anEmptyApp, signIn, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { bundledWorkers } from '../support/workers';

let app: TestApp;
let folder: string;
const started: string[] = [];
const counting: Workers = {
  run(name, input, options) {
    started.push(name);
    return bundledWorkers().run(name, input, options);
  },
};

/** As the power went: the book and its log, without a close. */
beforeEach(async () => {
  const before = await anApp();
  for (let i = 0; i < 20; i += 1) await aClient(before, { name: `客户${i}` });
  before.house.vault.checkpoint();
  await aClient(before, { name: '最后一位' });
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-unclean-'));
  cpSync(before.folder, folder, { recursive: true });
  before.close();
  started.length = 0;
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string) => path.join(folder, 'book', name);
const content = () => ['book.db', 'book.db-wal'].map((name) => readFileSync(file(name)).toString('base64'));

test('in a thread after an unclean end, with word of it to the lock screen, and not at all after a clean one', async () => {
  app = anEmptyApp({ folder, workers: counting });
  const { accounts } = await app.call('book.status', null);
  await app.call('book.unlock', { accountId: accounts[0]!.id, password: 'shanchahua-9-yue' }, 'unlock-1');
  expect(started).toEqual(['quick-check']);
  expect(app.events).toContainEqual({ type: 'job-progress', callId: 'unlock-1', stage: 'check', done: 0, total: null });
  expect((await app.call('clients.counts', null)).current).toBe(21);
  app.house.lock('key');
  app.events.length = started.length = 0;
  await signIn(app);
  expect(started).toEqual([]);
  expect(app.events.some(({ type }) => type === 'job-progress')).toBe(false);
});

test('a damaged one is refused as such, put aside, and not written to', async () => {
  const bytes = readFileSync(file('book.db'));
  for (let at = 4096 * 8 + 200; at < bytes.length; at += 4096) bytes[at]! ^= 1;
  writeFileSync(file('book.db'), bytes);
  const before = content();
  app = anEmptyApp({ folder, workers: counting });
  await expect(signIn(app)).rejects.toMatchObject({ code: 'book.damaged', details: { aside: expect.stringMatching(/^damaged-/) } });
  expect(started).toEqual(['quick-check']);
  expect((await app.call('book.status', null)).refusal).toMatchObject({ code: 'book.damaged' });
  expect(content()).toEqual(before);
});

test('a thread that dies leaves the book shut and as it was; the next try opens it', async () => {
  const before = content();
  let died = false;
  const mortal: Workers = {
    run(name, input, options) {
      if (died || name !== 'quick-check') return counting.run(name, input, options);
      died = true;
      return Promise.reject(refuse('bridge.worker-died'));
    },
  };
  app = anEmptyApp({ folder, workers: mortal });
  await expect(signIn(app)).rejects.toMatchObject({ code: 'bridge.worker-died' });
  expect(content()).toEqual(before);
  await signIn(app);
  expect((await app.call('clients.counts', null)).current).toBe(21);
});
