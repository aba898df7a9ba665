// npm run torture: the proofs of the tests, many more times; prints a table and writes torture.json. What it can be told stands in tests/torture/main.ts.

import { main, run } from './run.mjs';
import { setup, teardown } from './workers-setup.mjs';

const flags = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];

main(async () => {
  await setup();
  try {
    return await run('node', [...flags, '--import', './tests/support/typescript.mjs', 'tests/torture/main.ts', ...process.argv.slice(2)]);
  } finally {
    await teardown();
  }
});
