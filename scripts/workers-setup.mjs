// Before tests in Node: the worker scripts are bundled as in the app, and SHUKE_WORKERS names their folder (set for tests only).

import fs from 'node:fs/promises';
import path from 'node:path';

import { bundleWorkers } from './bundle.mjs';
import { root } from './run.mjs';

// Inside the project, where the packages are found; one folder per run, because two runs may happen at the same time.
const folder = path.join(root, 'node_modules', '.cache', `shuke-workers-${process.pid}`);

export async function setup() {
  // one run may hold several projects that ask for them
  if (process.env.SHUKE_WORKERS === folder) return;
  process.env.SHUKE_WORKERS = folder;
  // A worker that cannot be built is the failure of its own tests, not of all the others.
  await bundleWorkers(folder).catch((error) => console.error(`The workers could not be bundled: ${error.message}`));
}

export async function teardown() {
  await fs.rm(folder, { recursive: true, force: true });
}
