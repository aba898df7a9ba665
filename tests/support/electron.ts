// Opens the built app in a real Electron, as a person would, with a profile folder of its own.

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Everything the app printed so far: to show when a test fails, and to scan for what must not be there. */
  readonly output: () => string;
  /** Quits the app; the profile folder goes too when it was made here. */
  readonly close: () => Promise<void>;
}

export interface LaunchOptions {
  /** The profile folder; without one a temporary folder is made. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

const root = path.resolve(__dirname, '../..');
const quitMs = 15_000;

export async function launchApp({ userData, env = {}, args = [] }: LaunchOptions = {}): Promise<RunningApp> {
  const folder = userData ?? (await mkdtemp(path.join(os.tmpdir(), 'shuke-e2e-')));
  const app = await _electron.launch({
    args: [root, `--user-data-dir=${folder}`, ...args],
    cwd: root,
    env: { ...definedEnvironment(), ...env },
  });
  const output = keepOutput(app);
  return {
    app,
    page: await app.firstWindow(),
    userData: folder,
    output,
    close: async () => {
      await quit(app);
      if (userData === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The next "open" dialog, and every one after it, answers with these files; none means the person cancelled. */
export async function answerOpenDialog(app: ElectronApplication, files: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths });
    },
    [...files],
  );
}

/** The next "save" dialog, and every one after it, answers with this file; undefined means the person cancelled. */
export async function answerSaveDialog(app: ElectronApplication, file: string | undefined): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === '', filePath });
  }, file ?? '');
}

/** Ends the app the hard way, as a power cut would. */
export async function killApp(app: ElectronApplication): Promise<void> {
  const process = app.process();
  if (process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  process.kill('SIGKILL');
  await gone;
}

export async function crashPage(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
}

/** What a script gives in the page that took the place of a crashed one, which the test's own page object knows nothing of; null until it is there. */
export async function inNewPage(app: ElectronApplication, script: string): Promise<unknown> {
  return app.evaluate(({ BrowserWindow }, code) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!page || page.isCrashed() || page.isLoading()) return null;
    // a page that is just dying never answers
    return Promise.race([page.executeJavaScript(code), new Promise((resolve) => setTimeout(() => resolve(null), 1000))]);
  }, script);
}

async function quit(app: ElectronApplication): Promise<void> {
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), quitMs).unref());
  const closed = app.close().then(() => 'closed' as const);
  if ((await Promise.race([closed, late])) === 'late') await killApp(app);
}

function keepOutput(app: ElectronApplication): () => string {
  const chunks: Buffer[] = [];
  app.process().stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  app.process().stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
