// Whether the end of the chain and its mirror outside the book belong together.

import type { AuditBreak } from '../../shared/audit/contract';
import type { Head } from './log-store';
import type { FoundMirror } from './mirror';
import { shortFingerprint } from './chain';

export interface ChainEnd {
  readonly head: Head;
  /** What the running app last read or wrote there; null before that. */
  readonly expected: Head | null;
  /** The last entry of a locking: the mirror was written after it. 0 when it does not matter. */
  readonly lastLock: number;
  /** The fingerprint of an entry; of 0, what the chain starts from. */
  macAt(id: number): string | undefined;
}

/** The book may be ahead of its mirror, as after a power cut; never behind it, and never beside it. */
export function breakOfMirror(found: FoundMirror, { head, expected, lastLock, macAt }: ChainEnd): AuditBreak | null {
  const nothing = { after: null, before: null };
  // A book whose log begins now has no mirror yet.
  if (found === 'gone' && head.entries === 0 && expected === null) return null;
  if (typeof found === 'string')
    return { id: head.entries, kind: 'mirror', expected: expected && shortFingerprint(expected.mac), found: null, ...nothing };
  if (found.entries > head.entries)
    return { id: head.entries + 1, kind: 'cut-off', expected: String(found.entries), found: String(head.entries), ...nothing };
  const mac = macAt(found.entries);
  if (mac !== found.mac)
    return {
      id: found.entries,
      kind: 'changed',
      expected: shortFingerprint(found.mac),
      found: mac === undefined ? null : shortFingerprint(mac),
      ...nothing,
    };
  const least = Math.max(expected?.entries ?? 0, lastLock);
  if (found.entries < least)
    return { id: found.entries, kind: 'mirror', expected: String(least), found: String(found.entries), ...nothing };
  return null;
}
