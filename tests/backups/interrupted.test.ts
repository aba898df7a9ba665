// A backup that is stopped or killed on the way leaves nothing that counts as one.

import { readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyOfFile, newFileSalt, openBackup, readHeader } from '../../electron/backups/backup-file';
import { sealBookKey } from '../../electron/backups/backup-key';
import { scanFolder } from '../../electron/backups/scan';
import { anApp, signIn, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { startChild } from '../support/child';
import type { BackUpInput } from '../torture/child/back-up';
import { below, randomFrom } from '../torture/random';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
  await aClient(app);
});
afterEach(() => app.close());

/** Enough that every step takes a while. */
function fill(rows: number): void {
  const insert = app.house.vault
    .database()
    .prepare("INSERT INTO draft (account_id, key, value, at) VALUES (1, ?, hex(randomblob(50000)), '')");
  for (let row = 0; row < rows; row += 1) insert.run(`draft ${row}`);
}

const work = () => path.join(app.folder, 'book');
const own = () => path.join(work(), 'backups');
const left = () =>
  [...readdirSync(work()), ...(existsSync(own()) ? readdirSync(own()) : [])].filter(
    (name) => name.includes('.part') || name.endsWith('.shukebackup'),
  );

test.each(['copy', 'check', 'write', 'compare'])(
  'one that is stopped while it is at “%s” ends at once, however busy the PC is, and leaves nothing',
  async (stage) => {
    fill(150);
    let stopped = 0;
    app.listeners.add((event) => {
      if (event.type !== 'job-progress' || event.stage !== stage || stopped > 0) return;
      stopped = performance.now();
      void app.call('jobs.cancel', { callId: 'backup-1' });
    });
    await expect(app.call('backups.make', null, 'backup-1')).rejects.toMatchObject({ code: 'bridge.cancelled' });
    expect(performance.now() - stopped).toBeLessThan(1900);
    expect(left()).toEqual([]);
    expect(await app.call('backups.state', null)).toMatchObject({ running: false, failure: null, last: null });
  },
);

test('locking ends one that is under way; whoever signs in next can make one', async () => {
  fill(150);
  const begun = new Promise<void>((resolve) => app.listeners.add((event) => event.type === 'job-progress' && resolve()));
  const made = app.call('backups.make', null, 'backup-1').catch((error: unknown) => error);
  await begun;
  await app.call('book.lock', { reason: 'key' });
  expect(await made).toMatchObject({ code: 'bridge.cancelled' });
  await signIn(app);
  await app.call('backups.make', null);
  expect(left()).toEqual([expect.stringMatching(/\.shukebackup$/)]);
});

test('of a process that is killed ten times at any moment, only whole backups count', { timeout: 120_000 }, async () => {
  fill(20);
  const { vault } = app.house;
  const access = vault.readerAccess();
  const bookUid = String(vault.database().prepare('SELECT uid FROM book').pluck().get());
  const fileSalt = newFileSalt();
  const fileKey = keyOfFile(vault.subKeys().audit, { bookUid, fileSalt });
  const bookKey = sealBookKey(access, fileKey, { uid: bookUid, bookUid });
  const input: BackUpInput = {
    ...{ book: access.file, work: work(), folder: own(), bookUid, head: { fileSalt, bookKey }, from: 1 },
    ...{ key: access.key.toString('hex'), salt: access.salt.toString('hex'), fileKey: fileKey.toString('hex') },
  };
  const random = randomFrom(4);
  let from = 1;
  for (let kill = 0; kill < 10; kill += 1) {
    const child = startChild(path.join(__dirname, '../torture/child/back-up.ts'), { ...input, from });
    await child.said(1);
    // No sleep: so many turns of the loop, which is any moment of the next backup.
    const deadline = performance.now() + below(random, 250);
    while (performance.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
    await child.kill();
    const found = scanFolder(own(), bookUid);
    for (const { fileName } of found) expect(openBackup(path.join(own(), fileName), fileKey, null).bookUid).toBe(bookUid);
    const said = Math.max(...child.lines.map(Number));
    expect(found.map(({ sequence }) => sequence)).toContain(said);
    from = Math.max(...found.map(({ sequence }) => sequence)) + 1;
  }
  await app.call('backups.make', null);
  expect(readdirSync(own()).filter((name) => !name.endsWith('.shukebackup'))).toEqual([]);
  expect(readdirSync(work()).filter((name) => name.includes('.part'))).toEqual([]);
  expect(readHeader(path.join(own(), readdirSync(own())[0] ?? '')).bookUid).toBe(bookUid);
});
