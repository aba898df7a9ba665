// Bundles TypeScript for plain Node the way the app itself is bundled, for programs that are no tests: the demo, the benchmark, the workers of tests.

import fs from 'node:fs/promises';
import path from 'node:path';

import { build } from 'vite';

import { root, run } from './run.mjs';

/** What stays outside of the app's own bundle, too. */
const NATIVE = ['better-sqlite3', '@node-rs/argon2'];
/** Tools, and the ExcelJS that the benchmark measures against: as their makers ship them. */
const TOOLS = ['@playwright/test', 'playwright-core', 'axe-core', 'exceljs'];

/** Bundles `entry` with every worker beside it, and runs it in Node 24. */
export async function runTypeScript(entry, { args = [], env = {}, around = (command, list) => [command, list] } = {}) {
  const name = path.basename(entry, '.ts');
  const folder = path.join(root, 'out', name);
  await bundle({ [name]: entry }, folder, { external: [...NATIVE, ...TOOLS], emptyOutDir: true });
  await bundle(await listWorkers(), folder, { external: NATIVE, emptyOutDir: false });
  return run(...around('node', [path.join(folder, `${name}.js`), ...args]), { env });
}

export async function bundleWorkers(folder) {
  const workers = await listWorkers();
  if (Object.keys(workers).length > 0) await bundle(workers, folder, { external: NATIVE, emptyOutDir: true });
}

async function bundle(input, outDir, { external, emptyOutDir }) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir,
      rolldownOptions: {
        input,
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}

async function listWorkers() {
  const files = await fs.readdir(path.join(root, 'electron'), { recursive: true });
  const workers = files.filter((file) => file.endsWith('.worker.ts'));
  return Object.fromEntries(workers.map((file) => [path.basename(file, '.ts'), path.join(root, 'electron', file)]));
}
