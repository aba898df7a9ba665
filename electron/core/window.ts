// The one window of the app.

import { BrowserWindow, nativeTheme, session } from 'electron';
import path from 'node:path';
import { ORIGIN } from './protocol';

/** Not persistent: nothing of the page is ever written to disk. */
export const PARTITION = 'shuke';

export const TITLE = 'Shuke 熟客';

export function pageSession() {
  return session.fromPartition(PARTITION, { cache: false });
}

export function createWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1100,
    minHeight: 700,
    show: false,
    title: TITLE,
    backgroundColor: backgroundColor(),
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      session: pageSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      enableWebSQL: false,
      safeDialogs: true,
    },
  });
  // A client's name must not stand in the task bar.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  return window;
}

/** What stands there until the page is painted. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#191614' : '#FAF8F4';
}

export async function loadPage(window: BrowserWindow): Promise<void> {
  let closing = false;
  window.once('close', () => {
    closing = true;
  });
  await window.loadURL(`${ORIGIN}/`).catch((error: unknown) => {
    // Somebody closed it while it was still loading: that is no failure to start.
    if (!closing) throw error;
  });
}

export function pageFolder(mainFolder: string): string {
  return path.join(mainFolder, '..', 'renderer');
}
