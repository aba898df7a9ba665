// Where an export goes: written beside its place under another name, moved there only when it is whole.

import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { replaceFailure } from './write-failure';

/** Where files went, by the token the screen was given: paths never leave main. */
export type Places = Map<string, string>;

export function withEnding(target: string, ending = '.xlsx'): string {
  return path.extname(target).toLowerCase() === ending ? target : `${target}${ending}`;
}

export function partBeside(target: string): string {
  return `${target}.part`;
}

/** The part has been flushed by who wrote it; after this the name lasts, too. Nothing here waits on the main thread. */
export async function putInPlace(target: string): Promise<void> {
  const replacing = existsSync(target);
  try {
    await rename(partBeside(target), target);
  } catch (error) {
    throw replaceFailure(error, replacing);
  }
  await flushFolder(path.dirname(target));
}

export async function removePart(target: string): Promise<void> {
  await rm(partBeside(target), { force: true });
}

/** Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
