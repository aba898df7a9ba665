// The rings of tests: rules and services in Node, screens in jsdom, and the built app in a real Electron and a real Chromium.

import react from '@vitejs/plugin-react';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/bench/**', 'tests/torture/**'],
          globalSetup: ['scripts/workers-setup.mjs'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        css: { postcss: { plugins: [presetMantine()] } },
        test: {
          name: 'screen',
          environment: 'jsdom',
          include: ['tests/**/*.screen.test.tsx'],
          globalSetup: ['scripts/workers-setup.mjs'],
          setupFiles: ['tests/support/browser.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          globalSetup: ['scripts/e2e-setup.mjs'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
