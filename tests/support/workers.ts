// The app's workers for tests that run outside of it: bundled once per test run from the same sources.

import { createWorkers, type Workers } from '../../electron/core/workers';

export function bundledWorkers(): Workers {
  const folder = process.env['SHUKE_WORKERS'];
  if (folder === undefined) throw new Error('SHUKE_WORKERS is not set: run this with vitest and the configuration of the project');
  return createWorkers(folder);
}
