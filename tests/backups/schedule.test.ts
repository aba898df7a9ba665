// When backups make themselves: daily, made up for, on the way out, and before what could be regretted.

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHeader } from '../../electron/backups/backup-file';
import { anApp, signIn, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { readFile } from '../imports/lists';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const own = () => path.join(app.folder, 'book', 'backups');
const kinds = () => (existsSync(own()) ? readdirSync(own()).map((name) => readHeader(path.join(own(), name)).kind) : []);

/** What the clock sets off, and the end of it. */
async function tickAndWait(): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    let begun = false;
    app.listeners.add((event) => {
      if (event.type !== 'backups-changed') return;
      void app.call('backups.state', null).then(({ running }) => {
        if (running) begun = true;
        else if (begun) resolve();
      });
    });
  });
  app.tick();
  await ended;
}

describe('by the clock', () => {
  test('makes one in the evening of a day on which something was changed, and no second one', async () => {
    await aClient(app);
    app.tick();
    expect((await app.call('backups.state', null)).running).toBe(false);
    app.now = new Date(2026, 2, 14, 21, 0, 30);
    await tickAndWait();
    expect(kinds()).toEqual(['daily']);
    await aClient(app, { name: '王玉兰' });
    app.tick();
    expect((await app.call('backups.state', null)).running).toBe(false);
    const { last, failure, nextAt } = await app.call('backups.state', null);
    expect(last).toMatchObject({ kind: 'daily', counts: { clients: 1 } });
    expect({ failure, nextAt }).toEqual({ failure: null, nextAt: new Date(2026, 2, 15, 21).toISOString() });
  });

  test('makes up for it after signing in when the last is older than a day', async () => {
    await aClient(app);
    await app.call('book.lock', { reason: 'key' });
    app.now = new Date(2026, 2, 16, 9);
    await signIn(app);
    await tickAndWait();
    expect(kinds()).toEqual(['daily']);
  });

  test('says so when none was made for three days', async () => {
    await aClient(app);
    app.now = new Date(2026, 2, 18, 12);
    await signInAgain();
    expect((await app.call('backups.state', null)).overdue).toBe(true);
  });
});

describe('on the way out', () => {
  test('makes one after changes, says so on the screen, and none without changes', async () => {
    await aClient(app);
    expect(app.house.hasNews()).toBe(true);
    await app.house.sayGoodbye();
    expect(kinds()).toEqual(['quit']);
    expect(app.events).toContainEqual({ type: 'closing', callId: 'goodbye' });
    expect(app.house.hasNews()).toBe(false);
    await signInAgain();
    expect(app.house.hasNews()).toBe(false);
  });

  test('is not waited for when told so', async () => {
    await aClient(app);
    const leaving = app.house.sayGoodbye();
    await app.call('jobs.cancel', { callId: 'goodbye' });
    await leaving;
    expect(kinds()).toEqual([]);
    expect((await app.call('backups.state', null)).failure).toBeNull();
    expect(app.house.hasNews()).toBe(true);
  });
});

describe('before an import', () => {
  test('makes one of a book that has clients', async () => {
    await aClient(app);
    const { matching } = await readFile(app, '老客户名单.xlsx');
    await app.call('imports.commit', matching);
    expect(kinds()).toEqual(['before-import']);
    const { last } = await app.call('backups.state', null);
    expect(last?.counts.clients).toBe(1);
  });

  test('writes nothing of the list when it cannot be made', async () => {
    await aClient(app);
    writeFileSync(own(), 'a file where the folder should be');
    const { matching } = await readFile(app, '老客户名单.xlsx');
    await expect(app.call('imports.commit', matching)).rejects.toMatchObject({ code: 'backup.nowhere' });
    expect(app.house.vault.database().prepare('SELECT count(*) FROM client').pluck().get()).toBe(1);
    expect((await app.call('backups.state', null)).failure).toMatchObject({ code: 'backup.nowhere' });
  });
});

async function signInAgain(): Promise<void> {
  await app.call('book.lock', { reason: 'key' });
  await signIn(app);
}
