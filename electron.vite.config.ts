// How the three parts are built into out/: the main process with its workers, the preload script, the renderer.

import { readdirSync } from 'node:fs';
import path from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import presetMantine from 'postcss-preset-mantine';

// The oldest runtime the app is tested on; the Electron that ships is newer.
const node = 'node18.15';
const chrome = 'chrome114';

// scripts/build.mjs builds beside out/ and moves the result there in one step, so that an app that is running keeps its files.
const out = path.resolve(process.env['SHUKE_BUILD_FOLDER'] ?? 'out');

export default defineConfig({
  main: {
    build: {
      target: node,
      outDir: path.join(out, 'main'),
      // Only the native modules, which are the only `dependencies`, stay outside the bundle.
      externalizeDeps: true,
      rolldownOptions: {
        input: { main: 'electron/main.ts', ...workers() },
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      outDir: path.join(out, 'preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    css: { postcss: { plugins: [presetMantine()] } },
    build: {
      target: chrome,
      // Half the text to read and to compile at every start: the page has no cache on disk to keep compiled code in.
      minify: true,
      outDir: path.join(out, 'renderer'),
      // Fonts and pictures as files: the page's security policy allows nothing inline.
      assetsInlineLimit: 0,
      // In one file: which rule wins must not hang on which screen was opened first.
      cssCodeSplit: false,
      rolldownOptions: {
        input: 'renderer/index.html',
        // What the first page needs in one file, what several later screens share in another, and each of those screens in its own.
        output: {
          codeSplitting: {
            groups: [
              { name: 'first', tags: ['$initial'], priority: 2 },
              { name: 'shared', minShareCount: 2, priority: 1 },
            ],
          },
        },
      },
    },
  },
});

/** Every electron/…/x.worker.ts becomes out/main/x.worker.js, beside main.js, where the main process starts it. */
function workers(): Record<string, string> {
  const files = readdirSync('electron', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.worker.ts'));
  return Object.fromEntries(files.map((file) => [path.basename(file, '.ts'), path.join('electron', file)]));
}
