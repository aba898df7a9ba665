// npm run demo: drives the built app through the front desk's day and leaves screenshots and the exported workbook in demo/.

import { build } from './build.mjs';
import { runTypeScript } from './bundle.mjs';
import { findElectron } from './electron.mjs';
import { main } from './run.mjs';
import { hasDisplay, onScreen, provide } from './system.mjs';

main(async () => {
  if (!hasDisplay()) await provide('screen');
  const electron = await findElectron();
  await build();
  return runTypeScript('tests/demo/demo.ts', { env: electron.env, args: process.argv.slice(2), around: onScreen });
});
