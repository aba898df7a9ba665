// `start` and `memory`: the built app in the Electron at hand with the large book, beside the same Electron showing an empty page.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { launchApp } from '../support/electron';
import { PASSWORD } from './desk';
import { compared, quantileOf, timed, type Measurement } from './measure';

const RUNS = 5;

export async function measureWindow(profile: string): Promise<Readonly<Record<'start' | 'memory', Measurement>>> {
  const empty = emptyApp(profile);
  const [starts, emptyStarts, sizes, emptySizes]: number[][] = [[], [], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    const bare = await startEmpty(empty);
    emptyStarts?.push(bare.ms);
    emptySizes?.push(bare.megabytes);
    const ours = await startApp(profile);
    starts?.push(ours.ms);
    sizes?.push(ours.megabytes);
  }
  const median = (values: readonly number[] | undefined) => quantileOf(values ?? [], 0.5);
  // For memory the columns hold megabytes: ours above Electron's own, and what may be reached.
  return {
    start: compared(median(starts), median(emptyStarts), RUNS),
    memory: compared(median(sizes) - median(emptySizes), MOST_MEGABYTES, RUNS),
  };
}

const MOST_MEGABYTES = 180;

interface Started {
  readonly ms: number;
  readonly megabytes: number;
}

async function startEmpty(folder: string): Promise<Started> {
  const started = performance.now();
  const app = await _electron.launch({ args: [folder, ...sandboxArgs()], cwd: folder });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const ms = performance.now() - started;
  const megabytes = await mainMegabytes(app);
  await app.close();
  return { ms, megabytes };
}

/** The key is at hand: what a person takes to type is not counted, what the password costs is. */
async function startApp(profile: string): Promise<Started> {
  const started = performance.now();
  const { app, page, close } = await launchApp({ userData: profile });
  const password = page.locator('#unlock-password');
  await password.waitFor();
  const shown = performance.now() - started;
  await password.fill(PASSWORD);
  const unlocked = await timed(async () => {
    await password.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('main [class*="figure" i], main [class*="Figure"]').first().waitFor();
  });
  await allRead(page);
  const megabytes = await mainMegabytes(app);
  await lockBook(page);
  await close();
  return { ms: shown + unlocked, megabytes };
}

/** A book that was cut short, while its backup on the way out was made, would be looked through at the next start. */
export async function lockBook(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.get(window, 'shuke').call('book.lock', { reason: 'key' }));
  await page.locator('#unlock-password').waitFor();
}

/** A search finishes its index, the loyal clients the visits kept in memory: all that main will hold is there. */
async function allRead(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const filter = { text: 'zhang', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' };
    const shuke = Reflect.get(window, 'shuke');
    await shuke.call('clients.list', { filter, sort: 'last-visit', descending: true, offset: 0, limit: 50 });
    await shuke.call('loyalty.page', { period: '12-months', cell: null, tierId: null, limit: 100 });
  });
}

/** The main process holds the database, the search and the services; worker threads are part of it. */
async function mainMegabytes(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => {
    globalThis.gc?.();
    return process.memoryUsage().rss / 1024 / 1024;
  });
}

function sandboxArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function emptyApp(profile: string): string {
  const folder = path.join(profile, 'empty-app');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }));
  writeFileSync(path.join(folder, 'empty.html'), '<!doctype html><title>empty</title><h1>empty</h1>');
  const main = `const { app, BrowserWindow } = require('electron');
    app.setPath('userData', ${JSON.stringify(path.join(folder, 'data'))});
    app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(${JSON.stringify(path.join(folder, 'empty.html'))}));
    app.on('window-all-closed', () => app.quit());`;
  writeFileSync(path.join(folder, 'main.js'), main);
  return folder;
}
