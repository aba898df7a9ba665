// The shipped SQLite binary needs Node-API 10. An older Electron gets one compiled from the same package's sources, kept in the cache.

import fs from 'node:fs/promises';
import path from 'node:path';

import { cached, fetchPackage } from './cache.mjs';
import { must, root } from './run.mjs';
import { provide } from './system.mjs';

// Node-API's four C headers are all the build needs: no node-gyp, no Python, no download from nodejs.org.
const headers = {
  spec: 'node-api-headers@1.9.0',
  integrity: 'sha512-2oNILP4jXwRB4ywnYKjVk1YyJ96n2D4EOVJO6S3oYZ5PtbJrw3Yt9TpAuX3nBLMuzn74rnfGQrv13pS9vC+YiA==',
};
const library = path.join(root, 'node_modules', 'better-sqlite3');

/** The path of better_sqlite3.node for Node-API 8, compiled at the first call (about a minute). */
export async function oldSqliteBinding() {
  const { version } = JSON.parse(await fs.readFile(path.join(library, 'package.json'), 'utf8'));
  const folder = await cached(`sqlite-${version}-node-api-8-${process.platform}-${process.arch}-1`, async (draft) => {
    await provide('compiler');
    console.log('Compiling SQLite for this older Electron (about a minute, once) …');
    await compile(draft);
  });
  return path.join(folder, 'better_sqlite3.node');
}

async function compile(folder) {
  const include = path.join(await fetchPackage(headers, folder), 'include');
  const sqlite = path.join(library, 'deps', 'sqlite3');
  const [core, addon] = [path.join(folder, 'sqlite3.o'), path.join(folder, 'addon.o')];
  await Promise.all([
    must('g++', [
      '-x',
      'c',
      '-std=c99',
      '-w',
      '-O3',
      '-fPIC',
      '-DNDEBUG',
      ...(await sqliteOptions()),
      '-c',
      path.join(sqlite, 'sqlite3.c'),
      '-o',
      core,
    ]),
    must('g++', [
      ...['-std=c++20', '-O3', '-fPIC', '-fvisibility=hidden', '-fvisibility-inlines-hidden', '-DNDEBUG'],
      ...['-DNAPI_VERSION=8', '-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
      ...['-DNODE_GYP_MODULE_NAME=better_sqlite3', '-DBUILDING_NODE_EXTENSION'],
      ...[include, path.join(root, 'node_modules', 'node-addon-api'), sqlite, path.join(library, 'src')].map((each) => `-I${each}`),
      ...['-c', path.join(root, 'scripts', 'node-api-8.cpp'), '-o', addon],
    ]),
  ]);
  const output = path.join(folder, 'better_sqlite3.node');
  await must('g++', ['-shared', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', core, addon, '-ldl', '-o', output]);
  await Promise.all([fs.rm(core), fs.rm(addon), fs.rm(path.dirname(include), { recursive: true })]);
}

/** The same compile-time options as the shipped binary has, read from the package's own list. */
async function sqliteOptions() {
  const list = await fs.readFile(path.join(library, 'deps', 'defines.gypi'), 'utf8');
  const options = [...list.matchAll(/'([A-Z][A-Z0-9_]+(?:=[^']*)?)'/g)].map(([, option]) => `-D${option}`);
  if (options.length < 20)
    throw new Error("SQLite's compile-time options could not be read: not building a different SQLite than the one we ship.");
  return options;
}
