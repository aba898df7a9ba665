// What a service gets to work with: the open book, the clock, and who is asking.

import type { IsoDate, IsoInstant } from '../../shared/core/date';
import type { AuditEventName, AuditFacts } from '../../shared/audit-events';
import type { Rights } from '../../shared/permissions';
import type { Contract, Operation, OutputOf, ParsedInputOf } from '../../shared/core/operation';
import type { Db } from './database/database';
import type { RunningAct } from './database/journal';
import type { Sealer } from './sealing';
import type { WorkerOptions } from './workers';

export interface Session {
  /** Row id of the account; stays inside the book. */
  readonly accountId: number;
  readonly accountUid: string;
  readonly name: string;
  /** A built-in role's key or the uid of one of the shop's own. */
  readonly role: string;
  readonly roleName: string | null;
  /** Row id and uid of the staff record this account belongs to. */
  readonly staffId: number | null;
  readonly staffUid: string | null;
  readonly rights: Rights;
  /** Signed in with a start password: may only choose their own. */
  readonly mustChoose: boolean;
}

/** What the audit log says of this request beyond who, when and which operation. */
export interface Trail {
  /** About the act that is running: facts, and the client it is about. Never a phone, a health note or a password. */
  note(details: AuditFacts, about?: { readonly client?: string }): void;
  /** Something worth remembering was seen or looked for; written within a second. */
  read(event: AuditEventName, client: string | null, details?: AuditFacts): void;
}

/** For operations that also work while the book is closed. */
export interface ClosedContext {
  readonly now: IsoInstant;
  readonly today: IsoDate;
  readonly session: Session | null;
}

export interface Context {
  readonly db: Db;
  /** Opens and closes health texts; null while nobody who holds the key has signed in. */
  readonly health: Sealer | null;
  readonly trail: Trail;
  readonly now: IsoInstant;
  readonly today: IsoDate;
  readonly session: Session;
}

/** For commands that are journaled: the act they run in. */
export interface CommandContext extends Context {
  readonly act: RunningAct;
}

export interface ClosedJobContext extends ClosedContext {
  readonly signal: AbortSignal;
  progress(stage: string, done: number, total: number | null): void;
}

export interface JobContext extends ClosedJobContext {
  readonly session: Session;
  /** Reads at one moment; never keep the db beyond the function. */
  read<T>(reading: (context: Context) => T): T;
  /** One transaction, one act, announced when it has been committed. */
  write<T>(writing: (context: CommandContext) => T): { readonly value: T; readonly act: RunningAct };
  /** The same in a thread, for what would keep main from answering: the worker writes with `writeInThread`. Whoever else wants to write waits. */
  writeInThread<T>(worker: string, task: object, options?: WorkerOptions): Promise<{ readonly value: T; readonly act: RunningAct }>;
}

type ContextFor<Op extends Operation> = Op['kind'] extends 'job'
  ? Op['permission'] extends 'anyone'
    ? ClosedJobContext
    : JobContext
  : Op['permission'] extends 'anyone'
    ? ClosedContext
    : Op['kind'] extends 'command'
      ? Op['audited'] extends false
        ? Context
        : CommandContext
      : Context;

export type Handler<Op extends Operation> = (
  input: ParsedInputOf<Op>,
  context: ContextFor<Op>,
) => Op['kind'] extends 'job' ? Promise<OutputOf<Op>> : OutputOf<Op>;

/** What the compiler holds services.ts against: one handler for every operation of the contract. */
export type Services<C extends Contract> = { readonly [F in keyof C]: { readonly [V in keyof C[F]]: Handler<C[F][V]> } };
