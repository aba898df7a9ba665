// Reads that wait in memory to be written: what a person looks at again and again is one entry, and a phone typed digit by digit is one search.

import type { NewEntry } from './new-entry';

/** The same person, the same thing, the same client, within this: one entry. */
const SAME_MS = 5 * 60_000;
const MOST_REMEMBERED = 2000;

export class WaitingReads {
  #waiting: NewEntry[] = [];
  readonly #recent = new Map<string, number>();

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** False when there is nothing new to be told. */
  add(entry: NewEntry): boolean {
    const time = Date.parse(entry.at);
    const key = keyOf(entry);
    const before = this.#recent.get(key);
    // A clock that was set back must not hide anything.
    if (before !== undefined && time >= before && time - before < SAME_MS) return false;
    const last = this.#waiting.at(-1);
    const step = last && typedOn(last, entry);
    if (step === 'shorter') return false;
    if (step === 'longer') this.#waiting.pop();
    this.#waiting.push(entry);
    if (this.#recent.size >= MOST_REMEMBERED) this.#recent.clear();
    this.#recent.set(key, time);
    return true;
  }

  take(): NewEntry[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /** What was taken was not written after all. */
  putBack(entries: readonly NewEntry[]): void {
    this.#waiting = [...entries, ...this.#waiting];
  }

  clear(): void {
    this.#waiting = [];
    this.#recent.clear();
  }
}

function keyOf({ accountId, event, clientUid, details }: NewEntry): string {
  return JSON.stringify([accountId, event, clientUid ?? details]);
}

/** Whether a phone search is the one before with more or with fewer digits at its end, as far as the last four of each can tell. */
function typedOn(last: NewEntry, next: NewEntry): 'longer' | 'shorter' | undefined {
  if (next.event !== 'phone-search' || last.event !== next.event || last.accountId !== next.accountId) return undefined;
  const [before, after] = [searchOf(last), searchOf(next)];
  if (!before || !after) return undefined;
  const more = after.digits - before.digits;
  if (more > 0 && continues(before.lastFour, after.lastFour, more)) return 'longer';
  if (more < 0 && continues(after.lastFour, before.lastFour, -more)) return 'shorter';
  return undefined;
}

function continues(shorter: string, longer: string, more: number): boolean {
  return more < 4 && longer.startsWith(shorter.slice(more));
}

function searchOf({ details: { lastFour, digits } }: NewEntry): { readonly lastFour: string; readonly digits: number } | undefined {
  return typeof lastFour === 'string' && typeof digits === 'number' ? { lastFour, digits } : undefined;
}
