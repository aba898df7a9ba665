// Finds the Electron to run: the one that was named, the real one (downloaded as usual), or the stand-in for development.

import fs from 'node:fs/promises';
import path from 'node:path';

import { exists } from './cache.mjs';
import { collect, must, root } from './run.mjs';
import { oldSqliteBinding } from './sqlite-binding.mjs';
import { hasStandIn, standInFolder } from './stand-in.mjs';
import { isRoot, provide } from './system.mjs';

const packageFolder = path.join(root, 'node_modules', 'electron');
const probeMs = 15_000;
const downloadMs = 10 * 60_000;

/**
 * Gives the folder, the executable, the version, whether it is the stand-in, and the environment that makes the electron
 * package, electron-vite and the app itself use it. Says on the console which one it is.
 */
export async function findElectron() {
  await provide('electron');
  const { folder, kind } = await choose();
  const executable = await executableIn(folder);
  const versions = await askVersions(executable);
  console.log(`Electron ${versions.electron}: ${describe(kind)}`);
  return {
    folder,
    executable,
    version: versions.electron,
    standIn: kind === 'stand-in',
    args: isRoot ? ['--no-sandbox'] : [],
    env: {
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      ELECTRON_EXEC_PATH: executable,
      ...(Number(versions.napi) < 10 ? { SHUKE_SQLITE_BINDING: await oldSqliteBinding() } : {}),
    },
  };
}

async function choose() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return { folder: named, kind: 'named' };
  if ((await ownElectron()) || (await downloadOwn())) return { folder: path.join(packageFolder, 'dist'), kind: 'own' };
  if (!hasStandIn())
    throw new Error('Electron could not be downloaded, and there is no stand-in for this platform. Is the Internet reachable?');
  return { folder: await standInFolder(), kind: 'stand-in' };
}

function describe(kind) {
  if (kind === 'named') return 'the one ELECTRON_OVERRIDE_DIST_PATH names.';
  if (kind === 'own') return 'the one that ships with the app.';
  return 'an older stand-in, for development only, because the real one could not be downloaded.';
}

async function ownElectron() {
  return exists(path.join(packageFolder, 'path.txt'));
}

/** The package's own download, tried only when its server answers: a machine behind a wall should not wait for minutes. */
async function downloadOwn() {
  if (!(await serverAnswers())) return false;
  console.log('Downloading Electron …');
  const { code, output } = await collect('node', [path.join(packageFolder, 'install.js')], { timeout: downloadMs });
  if (code !== 0) console.log(`The download of Electron failed: ${output.trim().split('\n').at(0)}`);
  return code === 0 && (await ownElectron());
}

async function serverAnswers() {
  const usesMirror = Object.keys(process.env).some((name) => /electron_mirror$|^https?_proxy$/i.test(name));
  if (usesMirror) return true;
  const { version } = JSON.parse(await fs.readFile(path.join(packageFolder, 'package.json'), 'utf8'));
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  return fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function executableIn(folder) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const executable = path.join(folder, names[process.platform] ?? 'electron');
  if (!(await exists(executable))) throw new Error(`There is no Electron in ${folder}.`);
  return executable;
}

async function askVersions(executable) {
  const output = await must(executable, ['-p', 'JSON.stringify(process.versions)'], { env: { ELECTRON_RUN_AS_NODE: '1' } });
  return JSON.parse(output.slice(output.indexOf('{')));
}
