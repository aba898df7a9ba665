// The log vouches for acts by digests of what they changed. Where an erasure takes something out of them, it vouches anew for what is left.

import { z } from 'zod';
import type { Db } from '../core/database/database';
import { digestOfChanges, findToldOfAct, listErasures } from './log-store';

/** Act → digest, as it stands in the entry of an erasure. */
export type Vouches = Readonly<Record<string, string>>;

/** What the entries of erasures vouch for, the last of them where several do. */
export function vouchedAnew(db: Db): ReadonlyMap<number, string> {
  const vouched = new Map<number, string>();
  for (const details of listErasures(db))
    for (const [act, digest] of Object.entries(Erased.parse(JSON.parse(details)).vouches)) vouched.set(Number(act), digest);
  return vouched;
}

/**
 * Makes a change to what these acts left in the journal, and says what they must look like from now on.
 * An act that was already not as the log has it is left out: tampering is not made good by an erasure.
 */
export function vouchingAnew(db: Db, acts: readonly number[], change: () => void): Vouches {
  const before = vouchedAnew(db);
  const sound = acts.filter((act) => {
    const told = before.get(act) ?? toldOf(db, act);
    return told !== undefined && told === digestOfChanges(db, act).digest;
  });
  change();
  return Object.fromEntries(sound.map((act) => [String(act), digestOfChanges(db, act).digest]));
}

/** Undefined where the act was known by its number of rows only, and where the log does not know it. */
function toldOf(db: Db, act: number): string | undefined {
  const details = findToldOfAct(db, act);
  return details === undefined ? undefined : Told.parse(JSON.parse(details)).changes;
}

const Erased = z.object({ vouches: z.record(z.string(), z.string()).default({}) });
const Told = z.object({ changes: z.string().optional() });
