// npm run bench: what the app costs beside the least it could cost, measured side by side; prints a table and writes bench.json.

import { build } from './build.mjs';
import { runTypeScript } from './bundle.mjs';
import { findElectron } from './electron.mjs';
import { main } from './run.mjs';
import { hasDisplay, onScreen, provide } from './system.mjs';

const args = process.argv.slice(2);
const only = args[args.indexOf('--only') + 1];
// Three keys need a window; the others run in plain Node and need nothing built.
const needsWindow = !args.includes('--only') || /start|memory|scroll/.test(only);

main(async () => {
  if (!needsWindow) return runTypeScript('tests/bench/bench.ts', { args });
  if (!hasDisplay()) await provide('screen');
  const electron = await findElectron();
  await build();
  return runTypeScript('tests/bench/bench.ts', { args, env: electron.env, around: onScreen });
});
