// npm run bench: what the app costs beside the least it could cost, measured side by side; prints a table and writes bench.json.

import { runTypeScript } from './bundle.mjs';
import { main } from './run.mjs';

main(() => runTypeScript('tests/bench/bench.ts', { args: process.argv.slice(2) }));
