// What dispatch is put together from: the contract, the services, the open book, and who is told of what happened.

import type { AuditEventName, AuditFacts } from '../../shared/audit-events';
import type { Contract } from '../../shared/core/operation';
import type { AppEvent } from '../../shared/events';
import type { Services, Session } from './context';
import type { Db } from './database/database';
import type { RunningAct } from './database/journal';
import type { Sealer } from './sealing';
import type { ThreadWriter } from './thread-write';
import type { WriteGate } from './write-gate';

export interface OpenBook {
  readonly db: Db;
  readonly session: Session;
  readonly health: Sealer | null;
}

/** Where the audit log listens. */
export interface Witness {
  /** Inside the transaction of an act, or of a command that is always told of: its entry. */
  acted(book: OpenBook, done: { act: RunningAct | null; operation: string; tables: readonly string[]; note: Note | null }): void;
  refused(book: OpenBook, operation: string, permission: string): void;
  read(book: OpenBook, event: AuditEventName, client: string | null, details: AuditFacts): void;
  /** A right was used: what the permission review goes by. */
  used(book: OpenBook, permission: string): void;
}

export interface Note {
  readonly details: AuditFacts;
  readonly client: string | null;
}

export interface DispatchParts<C extends Contract> {
  readonly contract: C;
  readonly services: Services<C>;
  readonly now: () => Date;
  /** The open book, or null while it is closed. */
  readonly book: () => OpenBook | null;
  readonly witness: Witness;
  readonly publish: (event: AppEvent) => void;
  readonly gate: WriteGate;
  readonly writeInThread: ThreadWriter;
  /** After a committed act: which tables it touched. */
  readonly committed: (db: Db, act: RunningAct, tables: readonly string[]) => void;
  readonly log: (line: { operation: string; ms: number; code: string; reference?: string; error?: unknown }) => void;
  /** Answers are checked against the contract too: in tests, where a wrong one must be noticed. */
  readonly checkOutputs?: boolean;
}
