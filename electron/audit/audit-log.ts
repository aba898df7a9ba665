// The audit log while the book is open: the only place that writes entries, and that keeps the mirror of the chain's end.

import type { AuditBreak } from '../../shared/audit/contract';
import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { entryOfAct, type Acted } from './acted';
import { chainStart, macOf } from './chain';
import { bookUid, findHead, findMac, insertRow, lastLock, type Head } from './log-store';
import { readMirror, writeMirror } from './mirror';
import { breakOfMirror } from './mirror-check';
import type { NewEntry } from './new-entry';
import { WaitingReads } from './waiting';

export interface AuditLogParts {
  /** Where the mirror lies: beside the book. */
  readonly folder: string;
  readonly now: () => IsoInstant;
  /** A thread is writing to the book: nothing is written from here until it has let go. */
  readonly held: () => boolean;
  readonly log: (operation: string, error: unknown) => void;
}

interface Open {
  readonly db: Db;
  readonly key: Buffer;
  readonly start: string;
  /** What the mirror must hold: as it was read at the opening, or as this app wrote it since. */
  mirrored: Head | null;
  /** Reads written inside somebody's transaction, until it is certain that it was committed. */
  unsure: { readonly entries: NewEntry[]; readonly head: Head } | null;
}

export class AuditLog {
  readonly #reads = new WaitingReads();
  #open: Open | null = null;
  #timer: NodeJS.Timeout | null = null;
  #waitingSince = 0;

  constructor(private readonly parts: AuditLogParts) {}

  /** Copies the key. What does not fit the mirror becomes an entry of its own: the mirror is about to be written anew, the entry stays. */
  open(db: Db, key: Buffer): void {
    this.close();
    const own = Buffer.from(key);
    this.#open = { db, key: own, start: chainStart(own, bookUid(db)), mirrored: null, unsure: null };
    this.#compare(this.#open);
  }

  /** Inside the running transaction; gives the entry's number. What was read before comes before it. */
  append(entry: NewEntry): number {
    const open = this.#opened();
    if (!open.db.$client.inTransaction) throw new Error('an entry of the audit log is written inside a transaction');
    this.#writeReads(open);
    return write(open, entry);
  }

  /** The entry of a committed act, inside its transaction. */
  acted(db: Db, acted: Acted): number {
    return this.append(entryOfAct(db, acted));
  }

  /** Something was looked at or looked for: written within a second of quiet, and before the next entry in any case. */
  later(entry: NewEntry): void {
    this.#opened();
    if (this.#reads.add(entry)) this.#soon();
  }

  flush(): void {
    const open = this.#opened();
    this.#stop();
    if (!open.db.$client.inTransaction) this.#settleUnsure(open);
    if (this.#reads.isEmpty) return;
    open.db.$client.transaction(() => this.#writeReads(open)).immediate();
    if (!open.db.$client.inTransaction) this.#settleUnsure(open);
  }

  /** As `flush`, for who only reads: what cannot be written now waits on, and the log may be looked at all the same. */
  settle(): void {
    if (!this.#open) return;
    if (this.parts.held()) return this.#soon();
    try {
      this.flush();
    } catch (error) {
      this.parts.log('audit.flush', error);
    }
  }

  /** Never throws for a disk that is full or gone: the rows in the book are what counts. */
  mirror(): void {
    const open = this.#opened();
    try {
      this.#compare(open);
      const head = headOf(open);
      if (head.mac === open.mirrored?.mac) return;
      writeMirror(this.parts.folder, open.key, { ...head, at: this.parts.now() });
      open.mirrored = head;
    } catch (error) {
      this.parts.log('audit.mirror', error);
    }
  }

  /** Writes what waits, mirrors, and wipes the key whatever happens. */
  close(): void {
    const open = this.#open;
    if (!open) return;
    try {
      this.flush();
      this.mirror();
    } finally {
      this.#stop();
      this.#reads.clear();
      this.#open = null;
      open.key.fill(0);
    }
  }

  /** Writes nothing any more: the book cannot be believed. */
  abandon(): void {
    this.#stop();
    this.#reads.clear();
    this.#open?.key.fill(0);
    this.#open = null;
  }

  /** For the thread that checks the chain: a copy of the key, and what the mirror must be. Whoever takes it wipes it. */
  checkAccess(): { readonly key: Buffer; readonly start: string; readonly mirrored: Head | null } {
    const { key, start, mirrored } = this.#opened();
    return { key: Buffer.from(key), start, mirrored };
  }

  #opened(): Open {
    if (!this.#open) throw new Error('the audit log is closed');
    return this.#open;
  }

  /** Before the mirror is overwritten: whatever does not fit is written down, or it would be forgotten with it. */
  #compare(open: Open): void {
    const found = readMirror(this.parts.folder, open.key);
    const head = headOf(open);
    const broken = breakOfMirror(found, {
      head,
      expected: open.mirrored,
      lastLock: open.mirrored ? 0 : lastLock(open.db),
      macAt: (id) => (id === 0 ? open.start : findMac(open.db, id)),
    });
    if (broken) this.#tell(open, broken);
    if (broken || found === 'gone') this.#renew(open);
    else if (typeof found === 'object') open.mirrored = { entries: found.entries, mac: found.mac };
  }

  #tell(open: Open, broken: AuditBreak): void {
    const entry: NewEntry = {
      at: this.parts.now(),
      accountId: null,
      event: 'verified',
      operation: null,
      clientUid: null,
      actId: null,
      details: { way: 'mirror', entries: headOf(open).entries, broken },
    };
    open.db.$client.transaction(() => this.append(entry)).immediate();
  }

  #renew(open: Open): void {
    const head = headOf(open);
    try {
      writeMirror(this.parts.folder, open.key, { ...head, at: this.parts.now() });
      open.mirrored = head;
    } catch (error) {
      this.parts.log('audit.mirror', error);
    }
  }

  #writeReads(open: Open): void {
    // In somebody's transaction it is not certain yet that what was written will stay; if it went, it is written again.
    if (open.unsure && findMac(open.db, open.unsure.head.entries) !== open.unsure.head.mac) this.#takeUp(open);
    const entries = this.#reads.take();
    if (entries.length === 0) return;
    try {
      for (const entry of entries) write(open, entry);
    } catch (error) {
      this.#reads.putBack(entries);
      throw error;
    }
    open.unsure = { entries: [...(open.unsure?.entries ?? []), ...entries], head: headOf(open) };
    this.#soon();
  }

  /** Outside of any transaction: what stands in the book now is there for good. */
  #settleUnsure(open: Open): void {
    if (!open.unsure) return;
    if (findMac(open.db, open.unsure.head.entries) === open.unsure.head.mac) open.unsure = null;
    else this.#takeUp(open);
  }

  #takeUp(open: Open): void {
    this.#reads.putBack(open.unsure?.entries ?? []);
    open.unsure = null;
  }

  #soon(): void {
    if (this.#timer === null) this.#waitingSince = performance.now();
    else if (performance.now() - this.#waitingSince > LONGEST_WAIT_MS && !this.parts.held()) return;
    else clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), QUIET_MS).unref();
  }

  #stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

const QUIET_MS = 800;
/** Somebody who never stops looking is written down all the same. */
const LONGEST_WAIT_MS = 4000;

/** For a thread that writes an act of its own; `append` is for everybody else. Inside its transaction, like that one. */
export function appendEntry(db: Db, key: Buffer, entry: NewEntry): number {
  return write({ db, key, start: chainStart(key, bookUid(db)) }, entry);
}

function headOf({ db, start }: Pick<Open, 'db' | 'start'>): Head {
  return findHead(db) ?? { entries: 0, mac: start };
}

/** The end of the chain is read from the book each time: a transaction that was rolled back leaves nothing behind here. */
function write(open: Pick<Open, 'db' | 'key' | 'start'>, entry: NewEntry): number {
  const head = headOf(open);
  const row = {
    id: head.entries + 1,
    at: entry.at,
    account_id: entry.accountId,
    event: entry.event,
    operation: entry.operation,
    client_uid: entry.clientUid,
    act_id: entry.actId,
    details: JSON.stringify(entry.details),
  };
  insertRow(open.db, { ...row, mac: macOf(open.key, head.mac, row) });
  return row.id;
}
