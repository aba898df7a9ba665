// The PC as far as it explains a fault: versions, language, screens, room. No name of a person, a PC, a folder or a network.

import { statfs } from 'node:fs/promises';
import os from 'node:os';
import { oneOf, version, type Fact } from './facts';

export interface Display {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

export interface Machine {
  readonly versions: { readonly app: string; readonly electron: string };
  readonly displays: () => readonly Display[];
  /** Where the book lies: its disk is what may be full. */
  readonly folder: string;
}

export async function machineFacts({ versions, displays, folder }: Machine): Promise<Fact[]> {
  return [
    ['shuke', version(versions.app)],
    ['electron', version(versions.electron)],
    ['chrome', version(process.versions['chrome'])],
    ['node', version(process.versions.node)],
    ['system', oneOf(SYSTEMS, process.platform)],
    ['system version', version(os.release())],
    ['processor', oneOf(PROCESSORS, process.arch)],
    ['processors', os.cpus().length],
    ['language', language()],
    ['time zone', timeZone()],
    ...displays().map(({ width, height, scale }, at): Fact => [
      `screen ${at + 1}`,
      `${int(width)} x ${int(height)}, ${int(scale * 100)} %`,
    ]),
    ['memory MiB', mebibytes(os.totalmem())],
    ['memory free MiB', mebibytes(os.freemem())],
    ['memory of shuke MiB', mebibytes(process.memoryUsage().rss)],
    ['running for minutes', int(process.uptime() / 60)],
    ...(await diskFacts(folder)),
  ];
}

const SYSTEMS = ['win32', 'linux', 'darwin'];
const PROCESSORS = ['x64', 'arm64', 'ia32', 'arm'];

async function diskFacts(folder: string): Promise<Fact[]> {
  try {
    const { bsize, blocks, bavail } = await statfs(folder);
    return [
      ['disk MiB', mebibytes(blocks * bsize)],
      ['disk free MiB', mebibytes(bavail * bsize)],
    ];
  } catch {
    // A stick that was pulled out is among the things this is for.
    return [['disk', 'cannot be reached']];
  }
}

function language(): string {
  const found = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?/.exec(Intl.DateTimeFormat().resolvedOptions().locale);
  return found?.[0] ?? 'other';
}

function timeZone(): string {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  return oneOf(['UTC', ...Intl.supportedValuesOf('timeZone')], zone);
}

function mebibytes(bytes: number): number {
  return int(bytes / 2 ** 20);
}

function int(value: number): number {
  return Math.round(value);
}
