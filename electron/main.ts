// Start-up and shut-down, in order.

import { app, dialog, type BrowserWindow } from 'electron';
import path from 'node:path';
import { connectBridge } from './core/ipc';
import { createLog } from './core/log';
import { installMenu } from './core/menu';
import { watchPage } from './core/page-watch';
import { declareScheme, ORIGIN, servePage } from './core/protocol';
import { hardenProcess } from './core/security';
import { createWindow, loadPage, pageFolder, pageSession } from './core/window';
import type { House } from './house';

let window: BrowserWindow | null = null;
/** The book is locked and all that had to be done before is done; before the house stands there is nothing to do. */
let mayClose = true;

declareScheme();
hardenProcess();
// A second start shows the window of the first: two writers would be one too many.
if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  process.on('uncaughtException', report);
  app.on('second-instance', showWindow);
  app.whenReady().then(open).catch(giveUp);
}

async function open(): Promise<void> {
  installMenu();
  const asked = servePage(pageSession(), pageFolder(__dirname));
  app.on('window-all-closed', () => app.quit());
  const furnished = asked.then(moveIn);
  app.on('activate', () => void (window ?? showNewWindow(furnished)));
  await Promise.all([showNewWindow(furnished), furnished]);
}

/** Most of the program is read while the page is compiled in a process of its own; in two parts, between which the page is answered. */
async function moveIn(): Promise<House> {
  await import('../shared/contract');
  await new Promise((resolve) => setImmediate(resolve));
  const { furnish } = await import('./furnished');
  const house = await furnish({ window: () => window, programFolder: __dirname, log: logger() });
  goodbyeWith(house);
  return house;
}

/** Closing waits for the backup of what was changed; the window stays to say so, and to let people go at once. */
function goodbyeWith(house: House): void {
  let busy = false;
  mayClose = false;
  app.on('before-quit', (event) => {
    if (busy || (!mayClose && house.hasNews())) event.preventDefault();
    else house.lock('quit');
    mayClose = !event.defaultPrevented;
    if (busy || mayClose) return;
    busy = true;
    showWindow();
    void house.sayGoodbye().finally(() => {
      busy = false;
      mayClose = true;
      app.quit();
    });
  });
}

async function showNewWindow(furnished: Promise<House>): Promise<void> {
  window = createWindow(path.join(__dirname, '..', 'preload', 'preload.js'));
  window.on('close', (event) => {
    if (mayClose) return;
    event.preventDefault();
    app.quit();
  });
  window.on('closed', () => {
    window = null;
  });
  connectBridge(window, ORIGIN, async (...call) => (await furnished).dispatch(...call));
  lookAfter(window, (reason) => void furnished.then((house) => house.lock(reason)));
  await loadPage(window);
}

/** A page that is gone takes nothing with it: the book is locked, and whoever signs in goes on where they were. */
function lookAfter(shown: BrowserWindow, lock: (reason: 'page') => void): void {
  watchPage(shown, {
    renew(why) {
      logger()({ operation: 'page', ms: 0, code: why });
      lock('page');
      loadPage(shown).catch(report);
    },
    giveUp() {
      logger()({ operation: 'page', ms: 0, code: 'given-up' });
      lock('page');
      dialog.showErrorBox(
        '熟客的画面一再出问题 · The window keeps failing',
        '保存过的都在客户簿里，客户簿已锁好。熟客现在关掉，请重新打开；还是这样，请重启电脑再打开。\n\nWhat was saved is in the book, and the book is locked. Shuke closes now; open it again. If it goes on, restart the PC first.',
      );
      app.quit();
    },
  });
}

function showWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}

/** Not a stack on the screen, which may quote what somebody typed, but a reference that is also in the log. */
function report(error: unknown): void {
  const reference = Math.random().toString(36).slice(2, 8).toUpperCase();
  logger()({ operation: 'main', ms: 0, code: 'unexpected', reference, error });
  dialog.showErrorBox(
    '熟客遇到了没料到的问题 · Something unexpected happened',
    `已经保存的都在客户簿里。请关掉重新打开；如果还是这样，请记下：${reference}。\n\nWhat was saved is in the book. Close the app and open it again; if it happens again, note: ${reference}.`,
  );
}

function logger(): ReturnType<typeof createLog> {
  return createLog(path.join(app.getPath('userData'), 'logs', 'main.log'));
}

function giveUp(error: unknown): void {
  const reason = error instanceof Error ? error.name : 'unknown';
  dialog.showErrorBox(
    '熟客没有打开 · Shuke did not start',
    `客户簿没有被改动。请重新打开；如果还是这样，请记下：${reason}。\n\nYour book was not touched. Please start again; if it happens again, note: ${reason}.`,
  );
  app.exit(1);
}
