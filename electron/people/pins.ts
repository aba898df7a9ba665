// PINs: six digits for taking over while the book is open, and for agreeing as the second person. They open nothing that is closed.

import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { AppError, refuse } from '../../shared/errors';
import type { Db } from '../core/database/database';
import { oneRow, runSql } from '../core/database/rows';

export const PIN_TRIES = 5;

interface PinRow {
  readonly salt: string;
  readonly hash: string;
  readonly wrong: number;
}

/**
 * Wrong tries are counted in memory at once and written a moment later on their own: the command that was refused is rolled back,
 * and its count must not go with it.
 */
export class Pins {
  private readonly wrong = new Map<number, number>();
  private db: Db | null = null;

  open(db: Db): void {
    this.db = db;
    this.wrong.clear();
  }

  close(): void {
    this.settle();
    this.db = null;
  }

  has(db: Db, accountId: number): boolean {
    return findPin(db, accountId) !== undefined;
  }

  /** A PIN that still counts: set, and not used up by wrong tries. */
  usable(db: Db, accountId: number): boolean {
    const row = findPin(db, accountId);
    return row !== undefined && this.tries(row, accountId) < PIN_TRIES;
  }

  set(db: Db, accountId: number, pin: string | null, at: string): void {
    if (pin !== null && isWeak(pin)) throw refuse('people.pin-weak');
    this.wrong.delete(accountId);
    runSql(db, 'DELETE FROM account_pin WHERE account_id = ?', [accountId]);
    if (pin === null) return;
    const salt = randomBytes(16);
    runSql(db, 'INSERT INTO account_pin (account_id, salt, hash, set_at) VALUES (?, ?, ?, ?)', [
      accountId,
      salt.toString('base64'),
      derive(pin, salt).toString('base64'),
      at,
    ]);
  }

  /** Refuses a wrong one; after five it takes the password. */
  check(db: Db, accountId: number, pin: string): void {
    const row = findPin(db, accountId);
    if (!row) throw refuse('people.password-needed');
    const tries = this.tries(row, accountId) + 1;
    if (tries > PIN_TRIES) throw refuse('people.password-needed');
    // Counted before it is tried.
    this.count(accountId, tries);
    const hash = Buffer.from(row.hash, 'base64');
    const found = derive(pin, Buffer.from(row.salt, 'base64'));
    if (hash.length !== found.length || !timingSafeEqual(hash, found))
      throw new AppError('people.pin-wrong', { triesLeft: PIN_TRIES - tries });
    this.count(accountId, 0);
  }

  /** Somebody proved themselves with their password. */
  forgive(accountId: number): void {
    this.count(accountId, 0);
  }

  private tries(row: PinRow, accountId: number): number {
    return this.wrong.get(accountId) ?? row.wrong;
  }

  private count(accountId: number, wrong: number): void {
    this.wrong.set(accountId, wrong);
    setImmediate(() => this.settle());
  }

  private settle(): void {
    const { db } = this;
    if (!db || !db.$client.open || db.$client.inTransaction) return;
    for (const [accountId, wrong] of this.wrong)
      runSql(db, 'UPDATE account_pin SET wrong = ? WHERE account_id = ? AND wrong <> ?', [wrong, accountId, wrong]);
  }
}

/** What is tried first: one digit or one pair over and over, and counting up or down. */
function isWeak(pin: string): boolean {
  return /^(\d{1,3})\1+$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin);
}

function findPin(db: Db, accountId: number): PinRow | undefined {
  return oneRow(db, 'SELECT salt, hash, wrong FROM account_pin WHERE account_id = ?', [accountId]);
}

/** About 40 ms: six digits stand no long guessing, and the book that holds the verifier is encrypted itself. */
function derive(pin: string, salt: Buffer): Buffer {
  return scryptSync(pin, salt, 32, { N: 16_384, r: 8, p: 1 });
}
