// Power cuts, simulated: a real writer works while its disk is written down, and every moment of that can be the one at which the power failed.

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findDamage } from '../../electron/core/database/copy';
import { openBookFile } from '../../electron/core/database/open';
import { aBookFile, removeFolder, type BookFile } from '../support/book-file';
import { startChild } from '../support/child';
import { readDiskLog, type DiskStep } from './disk/log';
import { CutDisk } from './disk/replay';
import { watching } from './disk/shim';
import { countGroups } from './groups';
import { below, randomFrom, type Random } from './random';

export interface PowerResult {
  readonly cuts: number;
  readonly acknowledged: number;
  /** Cuts after which a row that had been acknowledged was missing. */
  readonly lost: number;
  /** Cuts after which a transaction was there in part. */
  readonly half: number;
  /** Cuts after which the book did not open or was not sound. */
  readonly shut: number;
}

const CUTS_EACH = 50;
const GROUPS = 40;

export async function cutPower(cuts: number, seed: number, synchronous: 'FULL' | 'NORMAL' = 'FULL'): Promise<PowerResult> {
  const random = randomFrom(seed);
  const count = { cuts: 0, acknowledged: 0, lost: 0, half: 0, shut: 0 };
  while (count.cuts < cuts) {
    const recorded = await aRecordedDay(synchronous, 3 + below(random, 20));
    try {
      const last = count.cuts + Math.min(CUTS_EACH, cuts - count.cuts);
      for (; count.cuts < last; count.cuts += 1) {
        const found = cutOnce(recorded, random);
        count.acknowledged += found.acknowledged;
        if (found.lost > 0) count.lost += 1;
        if (found.half > 0) count.half += 1;
        if (found.shut) count.shut += 1;
      }
    } finally {
      removeFolder(recorded.made.folder);
    }
  }
  return count;
}

interface RecordedDay {
  readonly made: BookFile;
  /** The folder as it was before the day. */
  readonly before: string;
  readonly steps: readonly DiskStep[];
}

async function aRecordedDay(synchronous: 'FULL' | 'NORMAL', emptyEvery: number): Promise<RecordedDay> {
  const made = aBookFile(150);
  const [before, shop, log] = ['before', 'shop', 'disk.log'].map((name) => join(made.folder, name)) as [string, string, string];
  for (const folder of [before, shop]) {
    mkdirSync(folder);
    cpSync(made.file, join(folder, 'book.db'));
  }
  const { key, salt } = made.options;
  const input = { file: join(shop, 'book.db'), key: key.toString('hex'), salt: salt.toString('hex'), from: 0, groups: GROUPS };
  const writer = startChild(script, { ...input, synchronous, emptyEvery }, watching({ folder: shop, log }));
  await writer.ended();
  if (writer.lines.at(-1) !== 'done') throw new Error(`the writer ended with: ${writer.lines.at(-1)}`);
  const steps = readDiskLog(log).map((step) => moved(step, shop, before));
  return { made, before, steps };
}

const script = join(import.meta.dirname, 'child', 'write-groups.ts');

function moved(step: DiskStep, from: string, to: string): DiskStep {
  if (step.kind === 'said') return step;
  const path = step.path.replace(from, to);
  return step.kind === 'rename' ? { ...step, path, to: step.to.replace(from, to) } : { ...step, path };
}

function cutOnce({ made, before, steps }: RecordedDay, random: Random) {
  const disk = new CutDisk(before);
  const acknowledged: number[] = [];
  for (const step of steps.slice(0, below(random, steps.length + 1))) {
    disk.take(step);
    if (step.kind === 'said')
      acknowledged.push(
        ...step.text
          .trim()
          .split('\n')
          .filter((word) => /^\d+$/.test(word))
          .map(Number),
      );
  }
  const after = join(made.folder, 'after');
  mkdirSync(after);
  try {
    disk.cut(random, after);
    const db = openBookFile(join(after, 'book.db'), made.options);
    try {
      return { acknowledged: acknowledged.length, shut: findDamage(db) !== undefined, ...countGroups(db, acknowledged) };
    } finally {
      db.close();
    }
  } catch {
    return { acknowledged: acknowledged.length, shut: true, lost: 0, half: 0 };
  } finally {
    rmSync(after, { recursive: true });
  }
}
