// npm start: builds the app if needed and opens it; a machine without a screen gets the demo instead.

import { build } from './build.mjs';
import { findElectron } from './electron.mjs';
import { main, root, run } from './run.mjs';
import { hasDisplay } from './system.mjs';

main(async () => {
  if (!hasDisplay()) {
    console.log('There is no display here, so the app cannot be shown. Running the demo instead; it leaves screenshots in demo/.');
    return run('node', ['scripts/demo.mjs']);
  }
  const electron = await findElectron();
  await build();
  return run(electron.executable, [...electron.args, root, ...process.argv.slice(2)], { env: electron.env });
});
