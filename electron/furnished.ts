// The houses as they stand on this PC: with Electron's clock, dialogs and screens, and the lock of the PC itself.

import { app, nativeTheme, powerMonitor, screen, type BrowserWindow } from 'electron';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { appearanceFile } from './appearance/service';
import { electronDialogs } from './core/electron-dialogs';
import { sendEvent } from './core/ipc';
import { backgroundColor, TITLE } from './core/window';
import { createWorkers } from './core/workers';
import type { House, HouseParts } from './house';
import { buildHouses } from './houses';
import { createProtector } from './vault/protector';

export interface Plot {
  readonly window: () => BrowserWindow | null;
  /** Where the built workers lie. */
  readonly programFolder: string;
  readonly log: HouseParts['log'];
}

export async function furnish({ window, programFolder, log }: Plot): Promise<House> {
  followTheme(window());
  const folder = path.join(app.getPath('userData'), 'book');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const house = buildHouses({
    folder,
    appearanceFile: looksFile(),
    profile: app.getPath('userData'),
    systemLanguage: systemLanguage(),
    protector: await createProtector(),
    clock: { now: () => new Date(), uptimeSeconds: () => os.uptime() },
    idle: { idleSeconds: () => powerMonitor.getSystemIdleTime(), every: repeat },
    dialogs: electronDialogs(window),
    workers: createWorkers(programFolder),
    versions: { app: app.getVersion(), electron: process.versions.electron, sqlite: 'SQLCipher 4' },
    displays: () => screen.getAllDisplays().map(({ size, scaleFactor }) => ({ ...size, scale: scaleFactor })),
    publish(event) {
      if (event.type === 'appearance-changed') followTheme(window());
      sendEvent(window(), event);
    },
    entered: (inside) => window()?.setTitle(inside ? `${TITLE} · 示例店 Sample salon` : TITLE),
    log,
    // Development and tests on an older Electron bring their own build of the binding.
    nativeBinding: app.isPackaged ? undefined : process.env.SHUKE_SQLITE_BINDING,
  });
  lockWithThePc(house);
  return house;
}

function lockWithThePc(house: House): void {
  powerMonitor.on('suspend', () => house.lock('system'));
  powerMonitor.on('lock-screen', () => house.lock('system'));
}

function followTheme(window: BrowserWindow | null): void {
  const { theme } = appearanceFile(looksFile(), systemLanguage()).read();
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
  window?.setBackgroundColor(backgroundColor());
}

function looksFile(): string {
  return path.join(app.getPath('userData'), 'appearance.json');
}

function systemLanguage(): 'zh-CN' | 'en' {
  return app.getLocale().toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

function repeat(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds);
  return () => clearInterval(timer);
}
