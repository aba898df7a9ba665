// The daily check of every page: when it comes, what it says, and what it does when it finds damage in the open book.

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Workers } from '../../electron/core/workers';
import { fullCheck, type FullCheckOrder } from '../../electron/health/full-check';
import { PAGE_BYTES } from '../../electron/core/database/pages';
import { AppError } from '../../shared/errors';
import { anApp, signIn, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { bundledWorkers } from '../support/workers';
import { asides, hashOf } from '../salvage/damaged-app';

let app: TestApp;

afterEach(() => app.close());

/** Counts the checks, which run as they do in the app. */
function watched(): Workers & { readonly checks: string[] } {
  const checks: string[] = [];
  return {
    checks,
    run: async <Out>(...[name, input, options]: Parameters<Workers['run']>) => {
      const value = await bundledWorkers().run<Out>(name, input, options);
      if (name === 'full-check') checks.push(name);
      return value;
    },
  };
}

const book = () => join(app.folder, 'book', 'book.db');
const checked = async () => (await app.call('health.state', null)).checked;

describe('the daily check', () => {
  it('comes once a day, when nobody is at the PC, and says when it was', async () => {
    const workers = watched();
    app = await anApp({ workers });
    await aClient(app);
    app.tick();
    expect(workers.checks).toEqual([]);
    app.idleSeconds = 90;
    app.tick();
    await vi.waitFor(async () => expect(await checked()).toEqual({ at: app.now.toISOString(), sound: true }), 10_000);
    app.tick();
    app.now = new Date(app.now.getTime() + 86_400_000);
    app.tick();
    await vi.waitFor(async () => expect((await checked())?.at).toBe(app.now.toISOString()), 10_000);
    expect(workers.checks).toHaveLength(2);
  });

  it('closes a book in which it finds damage, writes nothing more to it, and keeps it shut until it is another file', async () => {
    app = await anApp({ workers: watched() });
    for (let index = 0; index < 30; index += 1) await aClient(app, { name: `客户${index}`, address: '街'.repeat(90) });
    await app.call('clients.counts', null);
    app.house.vault.checkpoint();
    const bytes = readFileSync(book());
    bytes[40 * PAGE_BYTES + 700]! ^= 1;
    writeFileSync(book(), bytes);
    const damaged = hashOf(book());
    app.idleSeconds = 90;
    app.tick();
    await vi.waitFor(async () => expect((await app.call('book.status', null)).state).toBe('refused'), 10_000);
    const { refusal, session } = await app.call('book.status', null);
    expect([refusal?.code, session]).toEqual(['book.damaged', null]);
    expect(hashOf(book())).toBe(damaged);
    expect(asides({ app })).toHaveLength(1);
    await expect(app.call('clients.counts', null)).rejects.toMatchObject({ code: 'session.locked' });
    const { accounts } = await app.call('book.status', null);
    const report = await app.call('salvage.run', { opener: { way: 'password', accountId: accounts[0]!.id, password: 'shanchahua-9-yue' } });
    expect(report.unreadable).toBe(1);
    await signIn(app);
    expect(await checked()).toMatchObject({ sound: false });
    // Is it another book by now? Nobody waits for a quiet moment to know.
    app.idleSeconds = 0;
    app.tick();
    await vi.waitFor(async () => expect(await checked()).toMatchObject({ sound: true }), 10_000);
  });

  it('leaves in the log what was written last, where a salvage finds it', async () => {
    app = await anApp();
    for (let index = 0; index < 10; index += 1) await aClient(app, { name: `客户${index}` });
    app.house.vault.checkpoint();
    await aClient(app, { name: '最后一位' });
    const [size, before] = [statSync(`${book()}-wal`).size, hashOf(book())];
    expect(size).toBeGreaterThan(0);
    app.house.lock('system', new AppError('book.damaged', { found: 'page 9', aside: null }));
    expect([statSync(`${book()}-wal`).size, hashOf(book())]).toEqual([size, before]);
    expect(existsSync(join(app.folder, 'book', 'rotation.json'))).toBe(false);
  });
});

describe('the check of every page', () => {
  it('finds a page that nobody reads any more', async () => {
    app = await anApp();
    for (let index = 0; index < 30; index += 1) await aClient(app, { name: `客户${index}`, address: '街'.repeat(90) });
    app.house.vault.checkpoint();
    const order = (): FullCheckOrder => {
      const { file, key, salt, nativeBinding } = app.house.vault.readerAccess();
      return { file, key: Uint8Array.from(key), salt, nativeBinding };
    };
    const tools = { progress: () => undefined };
    expect(await fullCheck(order(), tools)).toEqual({ found: null });
    const whole = readFileSync(book());
    const pages = whole.length / PAGE_BYTES;
    for (const page of [2, 17, pages - 1]) {
      const bytes = Buffer.from(whole);
      bytes[(page - 1) * PAGE_BYTES + 3000]! ^= 8;
      writeFileSync(book(), bytes);
      expect((await fullCheck(order(), tools)).found).not.toBeNull();
    }
    writeFileSync(book(), whole);
  });
});
