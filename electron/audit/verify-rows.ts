// Goes along the whole chain and names the first thing that is not as the app wrote it: entry, journal or mirror.

import { z } from 'zod';
import { AuditBreak } from '../../shared/audit/contract';
import { IsoInstant } from '../../shared/core/date';
import { firstSoundAfter, nameBreak } from './break';
import { macOf, shortFingerprint, type ChainRow } from './chain';
import type { Changes, Head } from './log-store';
import type { FoundMirror } from './mirror';
import { breakOfMirror } from './mirror-check';

export interface ChainRules {
  readonly key: Buffer;
  readonly start: string;
  readonly mirror: FoundMirror;
  /** What the running app last read or wrote in the mirror. */
  readonly mirrored: Head | null;
  /** What the journal holds of an act now; of acts that were not digested, the number of rows alone is asked. */
  changesOf(actId: number, digested: boolean): Changes | Pick<Changes, 'rows'>;
  /** Digests of acts that an erasure took something out of; the entries they stand in are part of the chain. */
  readonly vouchedAnew?: ReadonlyMap<number, string>;
}

export interface Checked {
  readonly entries: number;
  readonly broken: AuditBreak | null;
}

/** The rows by their numbers. */
export function verifyRows(rows: Iterable<ChainRow>, rules: ChainRules): Checked {
  const walk = new Walk(rules);
  const left: ChainRow[] = [];
  for (const row of rows) {
    if (left.length > 0 || !walk.follow(row)) left.push(row);
  }
  const [first, ...others] = left;
  const entries = walk.entries + walk.strays.length + left.length;
  return { entries, broken: first ? walk.breakAt([first, ...others]) : walk.ending() };
}

class Walk {
  entries = 0;
  /** Numbers the app never gives. */
  readonly strays: ChainRow[] = [];
  #mac: string;
  #at: string | null = null;
  #mirrorMac: string | undefined;
  #lastLock = 0;
  #journal: AuditBreak | null = null;
  #scar: AuditBreak | null = null;

  constructor(private readonly rules: ChainRules) {
    this.#mac = rules.start;
    if (typeof rules.mirror === 'object' && rules.mirror.entries === 0) this.#mirrorMac = rules.start;
  }

  /** False where the chain does not hold. */
  follow(row: ChainRow): boolean {
    const { key, mirror } = this.rules;
    if (row.id < 1) return this.strays.push(row) > 0;
    if (row.id !== this.entries + 1 || macOf(key, this.#mac, row) !== row.mac) return false;
    // One journal that was altered is enough; the chain is gone along to its end all the same.
    if (!this.#journal) this.#journal = this.#journalBreak(row);
    else if (this.#journal.before === null) this.#journal = { ...this.#journal, before: instantOf(row.at) };
    if (row.event === 'locked') this.#lastLock = row.id;
    else if (row.event === 'verified') this.#scar = scarAfter(this.#scar, row);
    this.entries = row.id;
    this.#mac = row.mac;
    this.#at = row.at;
    if (typeof mirror === 'object' && mirror.entries === row.id) this.#mirrorMac = row.mac;
    return true;
  }

  breakAt(rest: readonly [ChainRow, ...ChainRow[]]): AuditBreak {
    if (this.#journal) return this.#journal;
    const { key, mirror } = this.rules;
    const named = nameBreak({ key, mirror, previous: this.#mac, next: this.entries + 1, rest });
    return { ...named, after: instantOf(this.#at), before: instantOf(firstSoundAfter(key, rest)) };
  }

  /** Every entry holds: what remains is what is outside of them. */
  ending(): AuditBreak | null {
    if (this.#journal) return this.#journal;
    const [stray] = this.strays;
    if (stray) return { id: stray.id, kind: 'extra', expected: null, found: shortFingerprint(stray.mac), after: null, before: null };
    return this.#mirrorBreak() ?? this.#scar;
  }

  #mirrorBreak(): AuditBreak | null {
    const { mirror, mirrored } = this.rules;
    const head = { entries: this.entries, mac: this.#mac };
    const broken = breakOfMirror(mirror, { head, expected: mirrored, lastLock: this.#lastLock, macAt: () => this.#mirrorMac });
    return broken && { ...broken, after: instantOf(this.#at) };
  }

  #journalBreak(row: ChainRow): AuditBreak | null {
    if (row.act_id === null) return null;
    const told = Vouched.safeParse(JSON.parse(row.details)).data;
    if (!told) return null;
    const now = { digest: undefined, ...this.rules.changesOf(row.act_id, told.changes !== undefined) };
    const same = now.rows === told.rows;
    const changes = told.changes && (this.rules.vouchedAnew?.get(row.act_id) ?? told.changes);
    if (same && now.digest === changes) return null;
    const [expected, found] = same ? [changes, now.digest] : [String(told.rows), String(now.rows)];
    const short = (text: string | null | undefined) => (text && text.length > 20 ? shortFingerprint(text) : (text ?? null));
    return { id: row.id, kind: 'journal', expected: short(expected), found: short(found), after: instantOf(this.#at), before: null };
  }
}

const Vouched = z.object({ rows: z.int(), changes: z.string().optional() });
const Told = z.object({ way: z.string().optional(), broken: AuditBreak.nullable().default(null) });

/**
 * What the app itself found wrong with the mirror, before it wrote that anew, stands in the chain. A cut-off end is never mended;
 * a mirror that was gone or older is settled once a check has told of it.
 */
function scarAfter(scar: AuditBreak | null, row: ChainRow): AuditBreak | null {
  const told = Told.safeParse(JSON.parse(row.details)).data;
  if (told?.way === 'mirror') return scar?.kind === 'cut-off' || scar?.kind === 'changed' ? scar : told.broken;
  return scar?.kind === 'mirror' ? null : scar;
}

function instantOf(at: string | null): IsoInstant | null {
  return IsoInstant.safeParse(at).data ?? null;
}
