// What is costly to make (an Electron, a compiled library) is made once and kept outside the repository, in the XDG cache.

import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { must } from './run.mjs';

/**
 * The folder `name` in the cache; `make` fills it when it is not there yet. It is filled beside its place and moved there in one
 * step, so that a run that is interrupted, or two at the same time, never leave a half-made folder behind.
 */
export async function cached(name, make) {
  const place = path.join(cacheFolder(), name);
  if (await exists(place)) return place;
  await fs.mkdir(cacheFolder(), { recursive: true });
  const draft = await fs.mkdtemp(path.join(cacheFolder(), '.making-'));
  try {
    await make(draft);
    await fs.rename(draft, place);
  } catch (error) {
    const madeByAnother = error.code === 'ENOTEMPTY' || error.code === 'EEXIST';
    if (!madeByAnother) throw error;
  } finally {
    await fs.rm(draft, { recursive: true, force: true });
  }
  return place;
}

/** Fetches one exact package through the npm client, checks its hash, and unpacks it into `folder`/package. */
export async function fetchPackage({ spec, integrity }, folder) {
  const printed = await must('npm', ['pack', spec, '--json', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: folder,
  });
  const tarball = path.join(folder, tarballName(printed, spec));
  const hash = createHash('sha512')
    .update(await fs.readFile(tarball))
    .digest('base64');
  if (`sha512-${hash}` !== integrity) throw new Error(`${spec} is not the package that was expected (its hash differs): not used.`);
  await unpack(tarball, folder);
  await fs.rm(tarball);
  return path.join(folder, 'package');
}

export async function unpack(tarball, folder) {
  await must('tar', ['-xzf', tarball, '-C', folder, '--no-same-owner', '--warning=no-unknown-keyword']);
}

export async function exists(file) {
  return fs.access(file).then(
    () => true,
    () => false,
  );
}

function cacheFolder() {
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  return path.join(base, 'shuke');
}

function tarballName(printed, spec) {
  const name = /"filename":\s*"([^"]+)"/.exec(printed)?.[1];
  if (name === undefined) throw new Error(`npm pack ${spec} named no file:\n${printed}`);
  return name.replace('@', '').replace('/', '-');
}
