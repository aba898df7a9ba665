// A disk that fails while a real writer works: full, broken, suddenly read-only, pulled out or slow. Each must be told by its own name, and nothing acknowledged may be lost.

import { join } from 'node:path';
import { findDamage } from '../../electron/core/database/copy';
import { openBookFile } from '../../electron/core/database/open';
import { aBookFile, addNotes, removeFolder } from '../support/book-file';
import { startChild } from '../support/child';
import { watching, type DiskFault } from './disk/shim';
import { countGroups } from './groups';
import { below, randomFrom, type Random } from './random';

export interface FaultResult {
  /** How often the writer was told so, by error code. */
  readonly told: Readonly<Record<string, number>>;
  /** Came through: the trouble came too late, or was only slowness. */
  readonly done: number;
  /** Ended without an error the product has a word for. */
  readonly unnamed: number;
  readonly lost: number;
  readonly half: number;
  /** Books that did not open, were not sound or could not be written to once the disk was well again. */
  readonly shut: number;
}

export type FaultKind = 'full' | 'io' | 'sync' | 'readonly' | 'gone' | 'slow';

const GROUPS = 25;

/** The trouble begins at a moment chosen by the seed. */
export async function failDisk(kind: FaultKind, runs: number, seed: number): Promise<FaultResult> {
  const random = randomFrom(seed);
  const told: Record<string, number> = {};
  const count = { done: 0, unnamed: 0, lost: 0, half: 0, shut: 0 };
  for (let run = 0; run < runs; run += 1) {
    const { lines, lost, half, shut } = await failOnce(beginning(kind, random));
    const last = lines.at(-1) ?? '';
    const code = /^refused ([a-z-]+\.[a-z-]+)$/.exec(last)?.[1];
    if (code) told[code] = (told[code] ?? 0) + 1;
    else if (last === 'done') count.done += 1;
    else count.unnamed += 1;
    count.lost += lost;
    count.half += half;
    if (shut) count.shut += 1;
  }
  return { told, ...count };
}

// Within what a run writes and asks of the disk.
function beginning(kind: FaultKind, random: Random): DiskFault {
  if (kind === 'slow') return `slow:${1 + below(random, 2)}`;
  if (kind === 'full') return `full:${below(random, 900_000)}`;
  return `${kind}:${below(random, kind === 'sync' ? 40 : 250)}`;
}

async function failOnce(fault: DiskFault) {
  const { folder, file, options } = aBookFile(150);
  try {
    const { key, salt } = options;
    const input = {
      file,
      key: key.toString('hex'),
      salt: salt.toString('hex'),
      from: 0,
      groups: GROUPS,
      synchronous: 'FULL',
      emptyEvery: 7,
    };
    const writer = startChild(join(import.meta.dirname, 'child', 'write-groups.ts'), input, watching({ folder, fault }));
    await writer.ended();
    const acknowledged = writer.lines.filter((line) => /^\d+$/.test(line)).map(Number);
    return { lines: writer.lines, ...afterwards(file, options, acknowledged) };
  } finally {
    removeFolder(folder);
  }
}

function afterwards(file: string, options: Parameters<typeof openBookFile>[1], acknowledged: readonly number[]) {
  try {
    const db = openBookFile(file, options);
    try {
      const found = { shut: findDamage(db) !== undefined, ...countGroups(db, acknowledged) };
      addNotes(db, 1);
      return found;
    } finally {
      db.close();
    }
  } catch {
    return { shut: true, lost: 0, half: 0 };
  }
}
