// Before the end-to-end ring: an Electron and a built app are there, and the tests know where.

import path from 'node:path';

import { build } from './build.mjs';
import { findElectron } from './electron.mjs';
import { root } from './run.mjs';
import { provide } from './system.mjs';

export async function setup() {
  await provide('chromium');
  const electron = await findElectron();
  Object.assign(process.env, electron.env);
  await build();
  // Tests that build the house without a window use the very workers of the built app.
  process.env.SHUKE_WORKERS = path.join(root, 'out', 'main');
}
