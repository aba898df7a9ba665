// npm run screens: opens the built app on the sample salon and leaves a picture of every page, light and dark, in docs/screens/.

import { build } from './build.mjs';
import { runTypeScript } from './bundle.mjs';
import { findElectron } from './electron.mjs';
import { main } from './run.mjs';
import { hasDisplay, onScreen, provide } from './system.mjs';

main(async () => {
  if (!hasDisplay()) await provide('screen');
  const electron = await findElectron();
  await build();
  return runTypeScript('tests/demo/screens.ts', { env: electron.env, around: onScreen });
});
