// npm run dev: the app with live reload.

import { findElectron } from './electron.mjs';
import { main, run } from './run.mjs';
import { isRoot } from './system.mjs';

main(async () => {
  const electron = await findElectron();
  return run('electron-vite', ['dev', '--watch', ...(isRoot ? ['--noSandbox'] : [])], { env: electron.env });
});
