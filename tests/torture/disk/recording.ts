// A child at work whose disk is written down: afterwards every moment of it can be the one at which the power failed.

import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder, removeFolder } from '../../support/book-file';
import { startChild } from '../../support/child';
import { below, type Random } from '../random';
import { readDiskLog, type DiskStep } from './log';
import { CutDisk } from './replay';
import { watching } from './shim';

export interface Recording {
  /** Everything it said. */
  readonly lines: readonly string[];
  /** The power fails at a moment by chance: what is left of the folder then, and what had been said before. Removed after the look. */
  cut<T>(random: Random, look: (folder: string, said: readonly string[]) => T | Promise<T>): Promise<T>;
  remove(): void;
}

const script = (name: string) => join(import.meta.dirname, '..', 'child', `${name}.ts`);

/** Runs the child on a copy of `original`; `inputFor` tells it where that is. */
export async function recordChild(name: string, original: string, inputFor: (folder: string) => unknown): Promise<Recording> {
  const parent = aFolder();
  const [before, during, log] = [join(parent, 'before'), join(parent, 'during'), join(parent, 'disk.log')];
  for (const folder of [before, during]) cpSync(original, folder, { recursive: true });
  const child = startChild(script(name), inputFor(during), watching({ folder: during, log }));
  await child.ended();
  const steps = readDiskLog(log).map((step) => moved(step, during, before));
  let cuts = 0;
  return {
    lines: child.lines,
    async cut(random, look) {
      const disk = new CutDisk(before);
      const moment = steps.slice(0, aMoment(steps, random));
      for (const step of moment) disk.take(step);
      const after = join(parent, `after-${(cuts += 1)}`);
      mkdirSync(after);
      disk.cut(random, after);
      try {
        return await look(after, moment.flatMap(saidIn));
      } finally {
        removeFolder(after);
      }
    },
    remove: () => removeFolder(parent),
  };
}

// Half of them where it matters: around what was flushed, named or said. A long copy would hide these among its writes.
function aMoment(steps: readonly DiskStep[], random: Random): number {
  const turns = steps.flatMap(({ kind }, at) => (kind === 'write' || kind === 'truncate' ? [] : [at]));
  const turn = turns[below(random, turns.length)];
  if (turn === undefined || random() < 0.5) return below(random, steps.length + 1);
  return Math.min(steps.length, turn + below(random, 3));
}

function saidIn(step: DiskStep): string[] {
  return step.kind === 'said' ? step.text.trim().split('\n') : [];
}

function moved(step: DiskStep, from: string, to: string): DiskStep {
  if (step.kind === 'said') return step;
  const path = step.path.replace(from, to);
  return step.kind === 'rename' ? { ...step, path, to: step.to.replace(from, to) } : { ...step, path };
}
