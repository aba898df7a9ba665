// Slows down guessing at the lock screen. A rule of the app, not of cryptography: who holds the files guesses against Argon2id and the pepper.

import { AppError } from '../../shared/errors';
import { BACKUP_PASSWORD, NO_TRIES, readTries, RECOVERY_KEY, storeTries, type FailedTry, type Tries, type TryFiles } from './tries-file';

/** Seconds to wait after the first, second … wrong try. */
export const WAITS = [0, 0, 0, 2, 5, 15, 60, 300, 900];

/** How many wrong tries are remembered for the audit log. */
export const MOST_FAILURES = 200;

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

/** Whose password is tried; null is the recovery key, BACKUP_PASSWORD the backup password. */
export type Tried = string | null;

export interface Throttle {
  waitSeconds(): number;
  refuseWhileWaiting(): void;
  /** Counts a try as wrong before it is made, so that pulling the plug is no way to get it back. */
  countTry(of: Tried): TryCount;
  /** That try was right: of this person no wrong try counts any more. Whoever knows one password gets no free guesses at another. */
  clear(of: Tried): void;
  /** The account got a new password in another way: of it no wrong try counts any more. */
  absolve(accountId: string): void;
  /** The wrong tries since the last `forgetFailures`, oldest first. They outlive `clear`. */
  failures(): readonly FailedTry[];
  /** Those that `failures` gave are written down elsewhere. */
  forgetFailures(): void;
}

/**
 * Each person's wrong tries are counted apart, but while one has to wait, everybody waits.
 * The wait is measured in uptime and never by the wall clock, so that setting the clock does not shorten it. Uptime smaller than the one stored
 * means that the PC was restarted in between: at least the time since then has passed, and no more is credited.
 */
export function createThrottle(files: TryFiles, clock: VaultClock): Throttle {
  // What this process knows is not forgotten when somebody deletes both files.
  let remembered: Tries = NO_TRIES;
  let given: readonly FailedTry[] = [];

  function current(): Tries {
    return readTries(files, remembered, clock.uptimeSeconds());
  }
  function keep(tries: Tries): void {
    remembered = tries;
    storeTries(files, tries);
  }
  function waitSeconds(): number {
    const up = clock.uptimeSeconds();
    const waits = Object.values(current().counts).map((count) => waitAfter(count.failures) - passedSince(count.uptime, up));
    return Math.ceil(Math.max(0, ...waits));
  }
  function refuseWhileWaiting(): void {
    const seconds = waitSeconds();
    if (seconds === 0) return;
    throw new AppError('keys.wait', { until: new Date(clock.now().getTime() + seconds * 1000).toISOString(), seconds });
  }
  function countTry(of: Tried): TryCount {
    const { counts, failures } = current();
    const failed: FailedTry = { at: clock.now().toISOString(), ...told(of) };
    const count = (counts[keyOf(of)]?.failures ?? 0) + 1;
    keep({
      counts: { ...counts, [keyOf(of)]: { failures: count, uptime: clock.uptimeSeconds() } },
      failures: [...failures, failed].slice(-MOST_FAILURES),
    });
    return describe(count);
  }
  function clear(of: Tried): void {
    const { counts, failures } = current();
    // The last one was the right one, which had been counted beforehand.
    keep({ counts: without(counts, keyOf(of)), failures: failures.slice(0, -1) });
  }
  function absolve(accountId: string): void {
    const { counts, failures } = current();
    keep({ counts: without(counts, accountId), failures });
  }
  function failures(): readonly FailedTry[] {
    given = current().failures;
    return given;
  }
  function forgetFailures(): void {
    const { counts, failures } = current();
    const known = new Set(given.map((failed) => JSON.stringify(failed)));
    given = [];
    keep({ counts, failures: failures.filter((failed) => !known.has(JSON.stringify(failed))) });
  }
  return { waitSeconds, refuseWhileWaiting, countTry, clear, absolve, failures, forgetFailures };
}

function told(of: Tried): Pick<FailedTry, 'accountId' | 'way'> {
  if (of === BACKUP_PASSWORD) return { accountId: null, way: 'backup' };
  return { accountId: of, way: of === null ? 'recovery' : 'password' };
}

function keyOf(of: Tried): string {
  return of ?? RECOVERY_KEY;
}

// Nor does what stood for a file that could not be read: its minute is over.
function without(counts: Tries['counts'], key: string): Tries['counts'] {
  return Object.fromEntries(Object.entries(counts).filter(([other]) => other !== key && other !== ''));
}

function passedSince(uptime: number, now: number): number {
  return now >= uptime ? now - uptime : now;
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
