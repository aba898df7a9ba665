// Slows down guessing at the lock screen. A rule of the app, not of cryptography: who holds the files guesses against Argon2id and the pepper.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../shared/errors';
import { failureOf } from '../core/database/failures';
import { replaceFile } from '../core/durable-file';

/** Seconds to wait after the first, second … wrong try. */
export const WAITS = [0, 0, 0, 2, 5, 15, 60, 300, 900];

export interface VaultClock {
  now(): Date;
  /** Seconds since this PC was started: it runs on in sleep, and nobody can set it. */
  uptimeSeconds(): number;
}

export interface TryCount {
  readonly nextWaitSeconds: number;
  /** Wrong tries left until that wait begins; 0 when it has begun. */
  readonly triesBeforeWait: number;
}

export interface Throttle {
  waitSeconds(): number;
  refuseWhileWaiting(): void;
  /** Counts a try as wrong before it is made, so that pulling the plug is no way to get it back. */
  countTry(): TryCount;
  /** The try was right. */
  clear(): void;
}

/**
 * The wait is measured in uptime and never by the wall clock, so that setting the clock does not shorten it. Uptime smaller than the one stored
 * means that the PC was restarted in between: at least the time since then has passed, and no more is credited.
 */
export function createThrottle(file: string, clock: VaultClock): Throttle {
  let remembered: Tries = NONE;

  function current(): Tries {
    const stored = readTries(file, clock);
    return stored.failures >= remembered.failures ? stored : remembered;
  }
  function waitSeconds(): number {
    const { failures, uptime } = current();
    const up = clock.uptimeSeconds();
    const passed = up >= uptime ? up - uptime : up;
    return Math.ceil(Math.max(0, waitAfter(failures) - passed));
  }
  function countTry(): TryCount {
    remembered = { failures: current().failures + 1, uptime: clock.uptimeSeconds() };
    store(file, remembered);
    return describe(remembered.failures);
  }
  function clear(): void {
    remembered = NONE;
    rmSync(file, { force: true });
  }
  function refuseWhileWaiting(): void {
    const seconds = waitSeconds();
    if (seconds === 0) return;
    throw new AppError('keys.wait', { until: new Date(clock.now().getTime() + seconds * 1000).toISOString(), seconds });
  }
  return { waitSeconds, refuseWhileWaiting, countTry, clear };
}

const Tries = z.object({ failures: z.int().min(0), uptime: z.number().min(0) });
type Tries = z.infer<typeof Tries>;

const NONE: Tries = { failures: 0, uptime: 0 };
// A file that cannot be read was not written by us: a minute, which an honest owner can bear.
const FAILURES_WHEN_UNREADABLE = 7;

function readTries(file: string, clock: VaultClock): Tries {
  if (!existsSync(file)) return NONE;
  try {
    return Tries.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    const tries = { failures: FAILURES_WHEN_UNREADABLE, uptime: clock.uptimeSeconds() };
    store(file, tries);
    return tries;
  }
}

// On a full disk the count goes on in memory: otherwise nobody could open the book to make room.
function store(file: string, tries: Tries): void {
  try {
    replaceFile(file, JSON.stringify(tries));
  } catch (error) {
    if (failureOf(error)?.code !== 'book.disk-full') throw error;
  }
}

function waitAfter(failures: number): number {
  if (failures <= 0) return 0;
  return WAITS[Math.min(failures, WAITS.length) - 1] ?? 0;
}

function describe(failures: number): TryCount {
  const now = waitAfter(failures);
  if (now > 0) return { nextWaitSeconds: now, triesBeforeWait: 0 };
  const first = WAITS.findIndex((wait) => wait > 0);
  return { nextWaitSeconds: WAITS[first] ?? 0, triesBeforeWait: first + 1 - failures };
}
