// What the machine itself has to offer (libraries, a screen): asked for, installed where we may, and named where we may not.

import { existsSync } from 'node:fs';
import path from 'node:path';

import { collect, run, succeeds } from './run.mjs';

const libraries = {
  'libgtk-3-0': 'libgtk-3.so.0',
  libnss3: 'libnss3.so',
  libasound2: 'libasound.so.2',
  libgbm1: 'libgbm.so.1',
  libxss1: 'libXss.so.1',
  libnotify4: 'libnotify.so.4',
};

const programs = { xvfb: 'Xvfb', xauth: 'xauth', chromium: 'chromium', 'g++': 'g++' };

/** What each purpose needs, by Debian's package names. */
const needs = {
  electron: Object.keys(libraries),
  screen: ['xvfb', 'xauth', 'fonts-noto-cjk'],
  chromium: ['chromium'],
  compiler: ['g++'],
};

export const isRoot = process.getuid?.() === 0;

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Puts a virtual screen around a command when there is no real one. */
export function onScreen(command, args) {
  if (hasDisplay()) return [command, args];
  return ['xvfb-run', ['-a', '-s', '-screen 0 1600x1200x24', command, ...args]];
}

/** Makes sure that the packages for these purposes are there: installs them as root on Debian or Ubuntu, else names the command. */
export async function provide(...purposes) {
  if (process.platform !== 'linux') return;
  const missing = await listMissing(purposes.flatMap((purpose) => needs[purpose]));
  if (missing.length === 0) return;
  if (!succeeds('apt-get', ['--version'])) {
    throw new Error(
      `This machine lacks: ${missing.join(', ')} (Debian's names). Please install them with your package manager and try again.`,
    );
  }
  const names = missing.map(nameHere);
  const command = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!isRoot) throw new Error(`Some system packages are missing. Please run this once, then try again:\n\n  sudo sh -c "${command}"\n`);
  console.log(`Installing missing system packages: ${names.join(' ')}`);
  const code = await run('sh', ['-c', command], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  if (code !== 0) throw new Error(`The packages could not be installed. The command was:\n\n  ${command}\n`);
}

async function listMissing(names) {
  const { output } = await collect('/sbin/ldconfig', ['-p']).catch(() => ({ output: '' }));
  return names.filter((name) => {
    if (name in libraries) return !output.includes(libraries[name]);
    if (name in programs) return !onPath(programs[name]);
    return !succeeds('sh', ['-c', 'fc-list :lang=zh | grep -q .']);
  });
}

function onPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
}

/** Newer Debian and Ubuntu releases call some libraries `…t64`. */
function nameHere(name) {
  return name in libraries && succeeds('apt-cache', ['show', `${name}t64`]) ? `${name}t64` : name;
}
