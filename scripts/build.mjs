// Builds the app into out/ when something that goes into it is newer than what is there.

import fs from 'node:fs/promises';
import path from 'node:path';

import { root, run } from './run.mjs';

const sources = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const out = path.join(root, 'out');
const stamp = path.join(out, '.built');

export async function build() {
  const started = new Date();
  if (await isFresh()) return;
  const draft = path.join(root, `.out-${process.pid}`);
  try {
    const code = await run('electron-vite', ['build', '--logLevel', 'warn'], { env: { SHUKE_BUILD_FOLDER: draft } });
    if (code !== 0) throw new Error('The app could not be built.');
    await fs.writeFile(path.join(draft, '.built'), '');
    // What changed while the build ran is newer than this, and is built the next time.
    await fs.utimes(path.join(draft, '.built'), started, started);
    await fs.rm(out, { recursive: true, force: true });
    await fs.rename(draft, out);
  } finally {
    await fs.rm(draft, { recursive: true, force: true });
  }
}

async function isFresh() {
  const built = await fs.stat(stamp).catch(() => undefined);
  if (built === undefined) return false;
  const newest = await Promise.all(sources.map((source) => newestIn(path.join(root, source))));
  return Math.max(...newest) <= built.mtimeMs;
}

/** A folder's own time counts too: it changes when a file in it is deleted. */
async function newestIn(place) {
  const { mtimeMs } = await fs.stat(place);
  const entries = await fs.readdir(place, { withFileTypes: true, recursive: true }).catch(() => []);
  const times = await Promise.all(entries.map(async (entry) => (await fs.stat(path.join(entry.parentPath, entry.name))).mtimeMs));
  return Math.max(mtimeMs, ...times);
}
