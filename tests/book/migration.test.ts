// A book of an older version is brought up to date in a thread before it is opened, while the app goes on answering.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { SCHEMA_VERSION, schemaVersion } from '../../electron/core/database/migrate';
import type { Workers } from '../../electron/core/workers';
import { refuse } from '../../shared/errors';
import { anEmptyApp, signIn, type TestApp } from '../support/app';
import { removeFolder } from '../support/book-file';
import { anOldBook, lostRows, OLD_PASSWORD, OLD_VERSIONS, type OldBook } from '../support/old-book';
import { bundledWorkers } from '../support/workers';

const older = OLD_VERSIONS.filter((version) => version < SCHEMA_VERSION);

function oldBook(version: number): OldBook {
  const old = anOldBook(version);
  onTestFinished(() => removeFolder(old.profile));
  return old;
}

function appOn({ profile }: OldBook, workers: Workers): TestApp {
  const app = anEmptyApp({ folder: profile, workers });
  onTestFinished(() => app.close());
  return app;
}

/** Alerts are sealed once the owner is in: those rows change. */
function lost({ house }: TestApp, old: OldBook): string[] {
  return Object.keys(lostRows(house.vault.database(), old)).filter((table) => table !== 'preference');
}

test.each(older)(
  'from schema version %i in a thread, with word of it to the lock screen, and other calls are answered meanwhile',
  async (version) => {
    const old = oldBook(version);
    const order: string[] = [];
    const app = appOn(old, {
      async run(name, input, options) {
        order.push(`${name} begins`);
        const status = app.call('book.status', null).then(({ state }) => order.push(`answered: ${state}`));
        const answer = await bundledWorkers().run<never>(name, input, options);
        order.push(`${name} ends`);
        await status;
        return answer;
      },
    });
    const { accounts } = await app.call('book.status', null);
    await app.call('book.unlock', { accountId: accounts[0]!.id, password: OLD_PASSWORD }, 'unlock-1');
    expect(order).toEqual(['migration begins', 'answered: locked', 'migration ends']);
    expect(app.events.filter(({ type }) => type === 'job-progress')).toEqual([
      { type: 'job-progress', callId: 'unlock-1', stage: 'keep', done: 0, total: null },
      { type: 'job-progress', callId: 'unlock-1', stage: 'migrate', done: 0, total: null },
    ]);
    expect(schemaVersion(app.house.vault.database())).toBe(SCHEMA_VERSION);
    expect(lost(app, old)).toEqual([]);
    expect(readdirSync(old.files.folder)).toContain(`book.db.before-schema-${SCHEMA_VERSION}`);
    order.length = 0;
    app.house.lock('key');
    await signIn(app);
    expect(order).toEqual([]);
  },
);

test('a thread that dies leaves the old book as it was; the next try brings it up to date', async () => {
  const old = oldBook(older[0] ?? 1);
  const before = readFileSync(old.files.book);
  let died = false;
  const app = appOn(old, {
    run(name, input, options) {
      if (died) return bundledWorkers().run(name, input, options);
      died = true;
      return Promise.reject(refuse('bridge.worker-died'));
    },
  });
  await expect(signIn(app)).rejects.toMatchObject({ code: 'bridge.worker-died' });
  expect(readFileSync(old.files.book)).toEqual(before);
  expect((await app.call('book.status', null)).state).toBe('locked');
  await signIn(app);
  expect(lost(app, old)).toEqual([]);
});
