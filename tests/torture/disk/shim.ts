// Compiles what stands between a child and its disk (shim.c), once per run, and tells a child to use it.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type DiskFault = `${'full' | 'io' | 'sync' | 'readonly' | 'gone' | 'slow'}:${number}`;

export interface DiskWatch {
  /** Only what lies in this folder is written down or fails. */
  readonly folder: string;
  readonly log?: string;
  readonly fault?: DiskFault;
}

/** Why no disk can be stood in for here; undefined when it can. */
export function whyNoShim(): string | undefined {
  if (process.platform !== 'linux') return 'the disk is stood in for with LD_PRELOAD, which only Linux has';
  return library() === undefined ? 'there is no C compiler (g++) here' : undefined;
}

/** The environment of a child whose disk is watched. */
export function watching({ folder, log, fault }: DiskWatch): Record<string, string> {
  const file = library();
  if (file === undefined) throw new Error('no C compiler');
  return {
    LD_PRELOAD: file,
    SHUKE_DISK_FOLDER: folder,
    ...(log === undefined ? {} : { SHUKE_DISK_LOG: log }),
    ...(fault === undefined ? {} : { SHUKE_DISK_FAULT: fault }),
  };
}

let compiled: { readonly file: string | undefined } | undefined;

function library(): string | undefined {
  compiled ??= { file: compile() };
  return compiled.file;
}

function compile(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-disk-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'shim.so');
  const source = join(import.meta.dirname, 'shim.c');
  const options = ['-x', 'c', '-std=gnu11', '-O2', '-fPIC', '-shared', '-o', file, source, '-lpthread'];
  const { error, status, stderr } = spawnSync('g++', options, { encoding: 'utf8' });
  if (error) return undefined;
  if (status !== 0) throw new Error(`shim.c does not compile:\n${stderr}`);
  return file;
}
