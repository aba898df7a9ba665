// npm run dev: the built app, rebuilt at every change: a change of the interface reloads the page, one of the main process restarts the app.
// There is no development server: the page always comes over the app's own protocol, under the security policy that ships.

import { _electron } from '@playwright/test';
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';

import { findElectron } from './electron.mjs';
import { main, root } from './run.mjs';
import { isRoot } from './system.mjs';

const settleMs = 100;
let running;
let timer;
let waiting = new Set();

main(async () => {
  const electron = await findElectron();
  // The electron package and the app itself read these.
  Object.assign(process.env, electron.env);
  const { config } = await resolveConfig({ root }, 'build', 'development');
  await Promise.all(['main', 'preload', 'renderer'].map((part) => watch(part, config[part])));
  await launch();
});

/** Resolves when the part was built for the first time. */
async function watch(part, config) {
  const watcher = await build({ ...config, logLevel: 'warn', build: { ...config.build, minify: false, sourcemap: 'inline', watch: {} } });
  return new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') console.error(`${part}: ${event.error.message}`);
      if (event.code !== 'END') return;
      resolve();
      if (running) changed(part);
    });
  });
}

/** One saved file can concern several parts: they are taken together. */
function changed(part) {
  waiting.add(part);
  clearTimeout(timer);
  timer = setTimeout(() => {
    const parts = waiting;
    waiting = new Set();
    const work = parts.size === 1 && parts.has('renderer') ? reload() : restart();
    work.catch((error) => console.error(error.message));
  }, settleMs);
}

async function launch() {
  running = await _electron.launch({ args: [root, ...process.argv.slice(2)], cwd: root, chromiumSandbox: !isRoot });
  const opened = running;
  opened.process().stderr.pipe(process.stderr);
  const page = await opened.firstWindow();
  page.on('console', (message) => console.log(`page: ${message.text()}`));
  // Closing the window ends the development run, a restart does not.
  opened.process().once('exit', () => opened === running && process.exit());
}

async function reload() {
  console.log('Reloading the page …');
  const [page] = running.windows();
  await page?.reload();
}

async function restart() {
  console.log('Restarting the app …');
  const old = running;
  running = undefined;
  await old.close();
  await launch();
}
