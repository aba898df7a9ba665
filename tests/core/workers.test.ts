// A thread that dies ends its job by name, at once, and the app goes on.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KeptThread } from '../../electron/core/kept-thread';
import { createWorkers } from '../../electron/core/workers';
import { readFile } from '../imports/lists';
import { anApp } from '../support/app';
import { CLIENT_LIST } from '../support/salon-list';
import { bundledWorkers } from '../support/workers';

const folder = mkdtempSync(join(tmpdir(), 'shuke-workers-'));
const DEATHS = {
  exits: 'process.exit(3)',
  'exits-late': 'setTimeout(() => process.exit(0), 20)',
  throws: "throw new TypeError('张素芬')",
  'throws-late': "setTimeout(() => { throw new TypeError('张素芬'); }, 20)",
  rejects: "Promise.reject(new TypeError('张素芬'))",
  'throws-no-error': "throw 'nothing'",
  'eats-memory': 'const kept = []; for (;;) kept.push(new Array(10000).fill(kept.length))',
  'full-disk': "throw Object.assign(new Error('x'), { code: 'ENOSPC' })",
  imports: "require('node:worker_threads').parentPort.once('never', () => {}); setTimeout(() => process.exit(1), 20)",
};
beforeAll(() => {
  for (const [name, code] of Object.entries(DEATHS)) writeFileSync(join(folder, `${name}.worker.js`), code);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (name: string, options = {}) => createWorkers(folder).run(name, null, options);

describe('a thread that', () => {
  test.each(['exits', 'exits-late', 'throws', 'throws-late', 'rejects', 'throws-no-error', 'eats-memory', 'gone'])(
    '%s ends its work as a death',
    async (name) => {
      await expect(run(name)).rejects.toMatchObject({ code: 'bridge.worker-died' });
    },
  );

  test('takes more memory than its file is allowed ends as a file too large', async () => {
    await expect(run('eats-memory', { megabytes: 32 })).rejects.toMatchObject({
      code: 'file.too-large',
      details: { what: 'memory', limit: 32 },
    });
  });

  test('finds no room on the disk says so', async () => {
    await expect(run('full-disk')).rejects.toMatchObject({ code: 'book.disk-full' });
  });
});

test('an import whose thread dies says so, writes nothing, and the next one goes through; the log names the function and nobody', async () => {
  let broken = false;
  const app = await anApp({
    now: '2026-11-20T04:00:00.000Z',
    workers: {
      run: (name, input, options) =>
        broken
          ? createWorkers(folder).run(name, input, { ...options, kept: new KeptThread(null) })
          : bundledWorkers().run(name, input, options),
    },
  });
  try {
    const { matching } = await readFile(app, CLIENT_LIST);
    broken = true;
    await expect(app.call('imports.commit', matching, 'dies')).rejects.toMatchObject({ code: 'bridge.worker-died' });
    expect(app.logLines.at(-1)).toMatchObject({ operation: 'imports.commit', code: 'bridge.worker-died', error: expect.any(Error) });
    expect((await app.call('clients.counts', null)).current).toBe(0);
    broken = false;
    await app.call('imports.commit', matching);
    expect((await app.call('clients.counts', null)).current).toBeGreaterThan(0);
  } finally {
    app.close();
  }
});
