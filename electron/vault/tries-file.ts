// Wrong tries on disk, in two files of which the larger count holds: deleting or putting back one of them wins nothing.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { failureOf } from '../core/database/failures';
import { replaceFile } from '../core/durable-file';

const Count = z.object({ failures: z.int().min(0), uptime: z.number().min(0) });
type Count = z.infer<typeof Count>;

const FailedTry = z.object({ at: z.string(), accountId: z.string().nullable(), way: z.enum(['password', 'recovery', 'backup']) });
/** One wrong password, recovery key or backup password, as the audit log will tell it. */
export type FailedTry = Readonly<z.infer<typeof FailedTry>>;

const Tries = z.object({ counts: z.record(z.string(), Count), failures: z.array(FailedTry).readonly() });
export type Tries = Readonly<z.infer<typeof Tries>>;

export type TryFiles = readonly [file: string, other: string];

export const NO_TRIES: Tries = { counts: {}, failures: [] };
/** Among account ids, stands for the backup password. */
export const BACKUP_PASSWORD = 'backup';
/** Among account ids, stands for the recovery key. */
export const RECOVERY_KEY = 'recovery';

/** What the two files and this process know, whichever is more. */
export function readTries(files: TryFiles, remembered: Tries, uptime: number): Tries {
  return files.map((file) => readOne(file, uptime)).reduce(larger, remembered);
}

// On a full disk the count goes on in memory: otherwise nobody could open the book to make room.
export function storeTries(files: TryFiles, tries: Tries): void {
  for (const file of files) {
    if (Object.keys(tries.counts).length === 0 && tries.failures.length === 0) {
      rmSync(file, { force: true });
      continue;
    }
    try {
      replaceFile(file, JSON.stringify(tries));
    } catch (error) {
      if (failureOf(error)?.code !== 'book.disk-full') throw error;
    }
  }
}

// A file that cannot be read was not written by us: a minute, which an honest owner can bear.
const FAILURES_WHEN_UNREADABLE = 7;

function readOne(file: string, uptime: number): Tries {
  if (!existsSync(file)) return NO_TRIES;
  try {
    return Tries.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    const tries: Tries = { counts: { '': { failures: FAILURES_WHEN_UNREADABLE, uptime } }, failures: [] };
    storeTries([file, file], tries);
    return tries;
  }
}

function larger(one: Tries, other: Tries): Tries {
  const counts = { ...one.counts };
  for (const [key, count] of Object.entries(other.counts)) counts[key] = largerCount(counts[key], count);
  return { counts, failures: other.failures.length > one.failures.length ? other.failures : one.failures };
}

function largerCount(one: Count | undefined, other: Count): Count {
  if (one === undefined || other.failures > one.failures) return other;
  return one;
}
