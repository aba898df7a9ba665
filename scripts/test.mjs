// npm test: runs the rings of tests and ends with one line, "N passed, N failed". npm run e2e: only the end-to-end ring.

import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { main, run } from './run.mjs';
import { onScreen, provide } from './system.mjs';

const rings = {
  rules: { title: 'rules, services and screens', projects: ['node', 'screen'], needsScreen: false },
  e2e: { title: 'end to end', projects: ['e2e'], needsScreen: true },
};

main(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const only = Object.hasOwn(rings, first ?? '') ? first : undefined;
  const filters = only === undefined && first !== undefined ? [first, ...rest] : rest;
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const ring of only === undefined ? Object.values(rings) : [rings[only]]) {
    const result = await runRing(ring, filters);
    for (const key of Object.keys(totals)) totals[key] += result[key];
  }
  if (totals.skipped > 0) console.log(`\n${totals.skipped} skipped`);
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
});

async function runRing(ring, filters) {
  console.log(`\n── ${ring.title} ──`);
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shuke-test-'));
  try {
    const report = path.join(folder, 'report.json');
    const projects = ring.projects.flatMap((project) => ['--project', project]);
    // A filter may well concern one ring only, so nothing found is no failure then.
    const lenient = filters.length > 0 ? ['--passWithNoTests'] : [];
    const args = ['run', ...projects, ...lenient, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters];
    if (ring.needsScreen) await provide('screen');
    const code = await run(...(ring.needsScreen ? onScreen('vitest', args) : ['vitest', args]));
    return count(code, await fs.readFile(report, 'utf8').catch(() => undefined));
  } catch (error) {
    console.error(`\nThis ring could not run: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** A file that does not even load, a report that is missing, or an error outside every test counts as one failure. */
function count(code, report) {
  const files = report === undefined ? [] : JSON.parse(report).testResults;
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const broken = files.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
  const failed = tests.filter((test) => test.status === 'failed').length + broken.length;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: tests.length - passed - (failed - broken.length) };
}
