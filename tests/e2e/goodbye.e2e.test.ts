// Closing the window backs up what was changed, in the real app; with nothing changed it closes at once.

import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHeader } from '../../electron/backups/backup-file';
import { aDraft } from '../support/build';
import { launchApp, type RunningApp } from '../support/electron';
import { callPage, createBookIn, signInTo } from '../support/page-calls';

let userData: string;
let running: RunningApp;
beforeEach(async () => {
  userData = await mkdtemp(path.join(os.tmpdir(), 'shuke-e2e-'));
  running = await launchApp({ userData });
});
afterEach(async () => {
  await running.close();
  await rm(userData, { recursive: true, force: true });
});

async function closeWindow(): Promise<void> {
  const exited = new Promise((resolve) => running.app.process().once('exit', resolve));
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await exited;
}

function backups(): { kind: string; clients: number }[] {
  const folder = path.join(userData, 'book', 'backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => {
    const { kind, counts } = readHeader(path.join(folder, name));
    return { kind, clients: counts.clients };
  });
}

test('closing the window makes a backup of what was changed, and none when nothing was', async () => {
  await createBookIn(running.page);
  await callPage(running.page, 'clients.create', aDraft({ name: '林若溪' }));
  await closeWindow();
  expect(backups()).toEqual([{ kind: 'quit', clients: 1 }]);
  running = await launchApp({ userData });
  await signInTo(running.page);
  await closeWindow();
  expect(backups()).toHaveLength(1);
});
