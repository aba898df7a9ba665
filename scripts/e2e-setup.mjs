// Before the end-to-end ring: an Electron and a built app are there, and the tests know where.

import { build } from './build.mjs';
import { findElectron } from './electron.mjs';
import { provide } from './system.mjs';

export async function setup() {
  await provide('chromium');
  const electron = await findElectron();
  Object.assign(process.env, electron.env);
  await build();
}
