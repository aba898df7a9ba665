// Reads that wait a moment to be written: what repeats is one entry, and a phone typed digit by digit is one search.

import type { NewEntry } from './audit-log';

/** The same page, refetched after every change of the book, was looked at once. */
const SAME_LOOK_MS = 5 * 60 * 1000;

export class PendingReads {
  private waiting: NewEntry[] = [];
  private readonly seen = new Map<string, number>();

  /** False when it is one of those that were told of already. */
  add(entry: NewEntry): boolean {
    if (entry.event === 'phone-search') return this.addSearch(entry);
    const key = `${entry.accountId} ${entry.event} ${entry.clientUid}`;
    const at = Date.parse(entry.at);
    const before = this.seen.get(key);
    if (before !== undefined && at - before < SAME_LOOK_MS && at >= before) return false;
    this.seen.set(key, at);
    this.waiting.push(entry);
    return true;
  }

  take(): readonly NewEntry[] {
    const taken = this.waiting;
    this.waiting = [];
    return taken;
  }

  /** What could not be written goes back to the front. */
  putBack(entries: readonly NewEntry[]): void {
    this.waiting = [...entries, ...this.waiting];
  }

  clear(): void {
    this.waiting = [];
    this.seen.clear();
  }

  private addSearch(entry: NewEntry): boolean {
    const last = this.waiting.at(-1);
    if (last?.event === 'phone-search' && last.accountId === entry.accountId) this.waiting.pop();
    this.waiting.push(entry);
    return true;
  }
}
