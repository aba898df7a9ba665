// npm run package: makes the installers of this system. npm run package:dir: the unpacked app, with the Electron at hand, and a look inside it.

import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { config } from '../build/electron-builder.mjs';
import { build } from './build.mjs';
import { findElectron } from './electron.mjs';
import { checkPacked, hasFuse } from './packed.mjs';
import { collect, main, root } from './run.mjs';

main(async () => {
  await build();
  if (!process.argv.includes('--dir')) return pack(config, process.argv.slice(2));
  const electron = await findElectron();
  const problems = await (electron.standIn ? packWithStandIn(electron) : packFolder(electron.folder, electron.version, config));
  for (const problem of problems) console.error(`Packed wrongly: ${problem}`);
  return problems.length === 0 ? 0 : 1;
});

/** The stand-in is packed without its own small app, and without the fuses it is too old to have. */
async function packWithStandIn({ folder, executable, version }) {
  console.log('Packing with the stand-in Electron: to try the packing only, not to be given to anybody.');
  const copy = await fs.mkdtemp(path.join(os.tmpdir(), 'shuke-electron-'));
  try {
    await fs.cp(folder, copy, { recursive: true });
    await fs.rm(path.join(copy, 'resources', 'app'), { recursive: true });
    const fuses = Object.entries(config.electronFuses);
    const had = await Promise.all(fuses.map(([name]) => hasFuse(executable, name)));
    const missing = fuses.filter((_, index) => !had[index]).map(([name]) => name);
    if (missing.length > 0) console.log(`This Electron is too old for: ${missing.join(', ')}.`);
    return await packFolder(copy, version, { ...config, electronFuses: Object.fromEntries(fuses.filter((_, index) => had[index])) });
  } finally {
    await fs.rm(copy, { recursive: true, force: true });
  }
}

async function packFolder(electronDist, electronVersion, settings) {
  const code = await pack({ ...settings, electronDist, electronVersion }, ['--dir']);
  return code === 0 ? checkPacked(settings.electronFuses) : ['electron-builder failed'];
}

async function pack(settings, args) {
  const file = path.join(root, 'out', '.electron-builder.json');
  await fs.writeFile(file, JSON.stringify(settings));
  const { code, output } = await collect('electron-builder', ['--config', file, '--publish', 'never', ...args]);
  await fs.rm(file);
  // It lists every package of the development tree that occurs twice: thousands of characters that concern nobody.
  console.log(output.replaceAll(/^.*duplicate dependency references.*\n/gm, '').trimEnd());
  return code;
}
