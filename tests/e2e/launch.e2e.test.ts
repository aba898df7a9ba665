// The built app opens, in the Electron at hand; its page opens in a current Chromium as well.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openRenderer } from '../support/chromium';
import { launchApp, type RunningApp } from '../support/electron';

const running: RunningApp[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
});

describe('the app', () => {
  it('opens one window on its own page, with the bridge and nothing of Node', async () => {
    const { app, page } = await launched();
    expect(app.windows()).toHaveLength(1);
    expect(page.url()).toMatch(/^app:\/\/shuke\//);
    expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window))).toEqual([]);
    expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'shuke')).toSorted())).toEqual(['call', 'subscribe']);
  });

  it('answers its page before there is a book', async () => {
    const { page } = await launched();
    const answer = await page.evaluate(() => Reflect.get(window, 'shuke').call('book.status', null));
    expect(answer).toMatchObject({ ok: true, value: { state: 'none' } });
  });

  it('loads the SQLite and the argon2 that are installed', async () => {
    const { app, userData } = await launched();
    // The book's folder is made by main only after every native module was loaded.
    await expect.poll(() => existsSync(path.join(userData, 'book'))).toBe(true);
    expect(await app.evaluate(() => process.versions.electron)).toMatch(/^\d+\./);
  });

  it('keeps out of main what only threads need: it would be read at every start, and stay in memory', async () => {
    const { app, page } = await launched();
    // Most of main is read after the window is there.
    expect(await page.evaluate(() => Reflect.get(window, 'shuke').call('book.status', null))).toMatchObject({ ok: true });
    const loaded = await app.evaluate(() => Object.keys(Object(Reflect.get(process.mainModule?.constructor ?? {}, '_cache'))));
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.filter((file) => /excel|officecrypto|lunar/i.test(path.basename(file)))).toEqual([]);
  });

  it('quits at once, even while its page is still loading', async () => {
    const { app } = await launched();
    const exited = new Promise<number | null>((resolve) => app.process().once('exit', (code) => resolve(code)));
    const asked = performance.now();
    await app.close();
    expect(await exited).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5_000);
  });
});

describe('the page in a current Chromium', () => {
  it('asks nothing of the network', async () => {
    const { page, strayRequests, close } = await openRenderer();
    try {
      await page.waitForLoadState('networkidle');
      expect(strayRequests).toEqual([]);
    } finally {
      await close();
    }
  });
});

async function launched(): Promise<RunningApp> {
  const app = await launchApp();
  running.push(app);
  return app;
}
