// Writes the audit log: acts in their own transaction, reads a moment later, each entry chained to the one before it.

import type { AuditDetails, AuditEvent } from '../../shared/audit/contract';
import { eventOf } from '../../shared/audit/events';
import type { IsoInstant } from '../../shared/core/date';
import type { Session } from '../core/context';
import type { Db } from '../core/database/database';
import { failureOf } from '../core/database/failures';
import { touchedClients, type RunningAct } from '../core/database/journal';
import { beginningOf, macOf } from './chain';
import { mirrorFile, writeMirror } from './mirror';
import { PendingReads } from './pending';
import { bookUidOf, clientUidOf, countJournal, findHead, insertEntry, journalDigest, MOST_DIGESTED } from './store';

export interface NewEntry {
  readonly at: IsoInstant;
  readonly accountId: number | null;
  readonly event: AuditEvent;
  readonly operation: string | null;
  readonly clientUid: string | null;
  readonly actId: number | null;
  readonly details: AuditDetails;
}

/** An act as dispatch saw it end, still inside its transaction. */
export interface EndedAct {
  readonly act: RunningAct | null;
  readonly tables: readonly string[];
  readonly operation: string;
  readonly session: Session;
  readonly at: IsoInstant;
  readonly note: { readonly details: AuditDetails; readonly client: string | null } | null;
}

export interface AuditParts {
  /** Where the mirror of the head lies: beside the book. */
  readonly folder: string;
  readonly now: () => IsoInstant;
  readonly log: (operation: string, error: unknown) => void;
}

const QUIET_MS = 1000;

export class AuditLog {
  readonly #parts: AuditParts;
  readonly #pending = new PendingReads();
  #open: { readonly db: Db; readonly key: Buffer; readonly book: string } | null = null;
  #timer: NodeJS.Timeout | null = null;
  #mirrored = 0;

  constructor(parts: AuditParts) {
    this.#parts = parts;
  }

  /** Keeps a copy of the key until `close`. */
  open(db: Db, key: Buffer): void {
    this.#open = { db, key: Buffer.from(key), book: bookUidOf(db) };
    this.#pending.clear();
    this.#mirrored = 0;
  }

  /** Inside the running transaction; `flush` comes before it, so that order holds. Gives the entry's number. */
  append(entry: NewEntry): number {
    return this.#write(entry);
  }

  /** The entry of an act, or of a command that is told of although it changed no row. */
  acted(db: Db, ended: EndedAct): void {
    this.append({
      at: ended.at,
      accountId: ended.session.accountId,
      event: eventOf(ended.operation),
      operation: ended.operation,
      clientUid: ended.note?.client ?? (ended.act && onlyClient(db, ended.act.id)),
      actId: ended.act?.id ?? null,
      details: { ...(ended.act ? changesOf(db, ended.act.id, ended.tables) : {}), ...ended.note?.details },
    });
  }

  /** Something was seen or looked for: written within a second of quiet, and before the next act. */
  later(entry: NewEntry): void {
    if (!this.#open || !this.#pending.add(entry)) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flushQuietly(), QUIET_MS).unref();
  }

  /** Writes what waits, in a transaction of its own: one that is rolled back for another reason must not take it along. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const entries = this.#pending.take();
    if (!this.#open || entries.length === 0) return;
    try {
      this.#open.db.$client.transaction(() => entries.forEach((entry) => this.#write(entry))).immediate();
    } catch (error) {
      this.#pending.putBack(entries);
      throw error;
    }
  }

  /** Notes the head outside the book. What the book holds counts; a mirror that cannot be written is told to the log. */
  mirror(): void {
    const open = this.#open;
    const head = open && findHead(open.db);
    if (!open || !head || head.id === this.#mirrored) return;
    try {
      writeMirror(mirrorFile(this.#parts.folder), open.key, { book: open.book, entries: head.id, mac: head.mac, at: this.#parts.now() });
      this.#mirrored = head.id;
    } catch (error) {
      if (!failureOf(error)) throw error;
      this.#parts.log('audit.mirror', error);
    }
  }

  close(): void {
    try {
      this.flush();
      this.mirror();
    } finally {
      this.#open?.key.fill(0);
      this.#open = null;
      this.#pending.clear();
    }
  }

  #flushQuietly(): void {
    try {
      this.flush();
    } catch (error) {
      // Nobody waits here. The entries are kept and written with the next act.
      this.#parts.log('audit.flush', error);
    }
  }

  // The head is read in the transaction that writes: one that is rolled back leaves nothing behind that could be wrong.
  #write(entry: NewEntry): number {
    const open = this.#open;
    if (!open) throw new Error('the audit log is closed');
    const { db, key, book } = open;
    const head = findHead(db);
    const row = {
      id: (head?.id ?? 0) + 1,
      at: entry.at,
      account_id: entry.accountId,
      event: entry.event,
      operation: entry.operation,
      client_uid: entry.clientUid,
      act_id: entry.actId,
      details: JSON.stringify(entry.details),
    };
    insertEntry(db, { ...row, mac: macOf(key, head?.mac ?? beginningOf(key, book), row) });
    return row.id;
  }
}

/** The client an act is about, when it is one. */
function onlyClient(db: Db, actId: number): string | null {
  const ids = touchedClients(db, actId, 50);
  const [only] = ids ?? [];
  return ids?.length === 1 && only !== undefined ? clientUidOf(db, only) : null;
}

function changesOf(db: Db, actId: number, tables: readonly string[]): AuditDetails {
  const rows = countJournal(db, actId);
  return { rows, tables: [...tables], ...(rows <= MOST_DIGESTED ? { changes: journalDigest(db, actId) } : {}) };
}
