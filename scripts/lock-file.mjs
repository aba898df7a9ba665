// Is package-lock.json enough for `npm ci` on any machine? With --mend, adds what npm leaves out when it writes the file.

import fs from 'node:fs/promises';
import path from 'node:path';

import { collect, main, root } from './run.mjs';

const file = path.join(root, 'package-lock.json');
// It ships binaries and sources; npm 10, which comes with Node 20, would compile the sources (and fail) unless this is said here.
const prebuilt = 'node_modules/better-sqlite3';

main(async () => {
  const lock = JSON.parse(await fs.readFile(file, 'utf8'));
  if (process.argv.includes('--mend')) return mend(lock);
  const problems = [...listMissingPlatforms(lock.packages), ...(await dryRun())];
  if (lock.packages[prebuilt].gypfile !== false)
    problems.push(`${prebuilt} would be compiled by npm 10: run node scripts/lock-file.mjs --mend`);
  for (const problem of problems) console.log(problem);
  return problems.length === 0 ? 0 : 1;
});

async function mend(lock) {
  lock.packages[prebuilt].gypfile = false;
  await fs.writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
}

/** Some tools publish one package per platform; npm has been seen to leave those of other platforms out of the lock. */
function listMissingPlatforms(packages) {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesFor(place, name).some((candidate) => candidate in packages))
      .map((name) => `${place} may need ${name}, which is not in the lock`),
  );
}

function placesFor(place, name) {
  const parts = place.split('/node_modules/');
  const nested = parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/node_modules/${name}`);
  return [`node_modules/${name}`, ...nested];
}

async function dryRun() {
  const { code, output } = await collect('npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund']);
  return code === 0 ? [] : [output];
}
