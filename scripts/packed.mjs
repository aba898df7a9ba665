// Looks at a packed app: are the fuses as we ship them, and does the archive hold what it should and nothing else.

import fs from 'node:fs/promises';
import path from 'node:path';

import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

import { root } from './run.mjs';

// How a fuse is written in the executable: the characters 0 and 1; anything else means that this Electron does not have it.
const fuseOff = 48;
const fuseOn = 49;

const builtFiles = ['out/main/main.js', 'out/preload/preload.js', 'out/renderer/index.html'];
const nativeModules = ['better-sqlite3', '@node-rs'];

/** Says what is wrong with the app that was packed for this system; nothing when it is right. */
export async function checkPacked(fuses) {
  const { executable, resources } = packedHere();
  return [...(await checkFuses(executable, fuses)), ...(await checkArchive(resources))];
}

export async function hasFuse(executable, name) {
  const state = await readFuse(executable, name);
  return state === fuseOn || state === fuseOff;
}

function packedHere() {
  const places = {
    linux: ['linux', 'shuke', 'resources'],
    win32: ['win', 'Shuke.exe', 'resources'],
    darwin: ['mac', 'Shuke.app', 'Shuke.app/Contents/Resources'],
  };
  const [system, executable, resources] = places[process.platform];
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  const folder = path.join(root, 'dist', `${system}${arch}${system === 'mac' ? '' : '-unpacked'}`);
  return { executable: path.join(folder, executable), resources: path.join(folder, resources) };
}

async function checkFuses(executable, fuses) {
  const problems = [];
  for (const [name, wanted] of Object.entries(fuses)) {
    const isOn = (await readFuse(executable, name)) === fuseOn;
    console.log(`  fuse ${name}: ${isOn ? 'on' : 'off'}`);
    if (isOn !== wanted) problems.push(`the fuse ${name} is the wrong way`);
  }
  return problems;
}

async function readFuse(executable, name) {
  const wire = await getCurrentFuseWire(executable);
  return wire[FuseV1Options[`${name[0].toUpperCase()}${name.slice(1)}`]];
}

/** The archive holds what was built and the native modules' own scripts; every binary lies beside it, unpacked. */
async function checkArchive(resources) {
  const files = listFiles((await readHeader(path.join(resources, 'app.asar'))).files, '');
  const has = (wanted) => files.some(({ file }) => file === wanted);
  const strays = files.filter(({ file }) => !/^(out|node_modules\/(better-sqlite3|@node-rs))\/|^package\.json$/.test(file));
  const binaries = files.filter(({ file }) => file.endsWith('.node'));
  console.log(`  archive: ${files.length} files; beside it: ${binaries.map(({ file }) => path.posix.basename(file)).join(', ')}`);
  return [
    ...strays.map(({ file }) => `${file} does not belong into the archive`),
    ...binaries.filter(({ unpacked }) => !unpacked).map(({ file }) => `${file} lies in the archive and cannot be loaded`),
    ...builtFiles.filter((file) => !has(file)).map((file) => `${file} is missing`),
    ...nativeModules.filter((name) => !binaries.some(({ file }) => file.includes(name))).map((name) => `${name} has no binary`),
  ];
}

/** An asar archive begins with four 32-bit lengths, the last one that of the JSON table of contents which follows. */
async function readHeader(archive) {
  const handle = await fs.open(archive);
  try {
    const { buffer: lengths } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    const size = lengths.readUInt32LE(12);
    const { buffer } = await handle.read(Buffer.alloc(size), 0, size, 16);
    return JSON.parse(buffer.toString());
  } finally {
    await handle.close();
  }
}

function listFiles(entries, folder) {
  return Object.entries(entries).flatMap(([name, entry]) => {
    const file = `${folder}${name}`;
    return entry.files === undefined ? [{ file, unpacked: entry.unpacked === true }] : listFiles(entry.files, `${file}/`);
  });
}
