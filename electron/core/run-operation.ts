// Runs one admitted operation: a query as it is, a command in one transaction, a job with its own reads and writes.

import { isoInstant, todayAt } from '../../shared/core/date';
import type { Contract, Operation } from '../../shared/core/operation';
import { refuse } from '../../shared/errors';
import type { CommandContext, Context, JobContext, Session, Trail } from './context';
import { beginAct, endAct, type RunningAct } from './database/journal';
import type { DispatchParts, Note, OpenBook } from './dispatch-parts';
import type { ThreadWritten } from './thread-write';
import type { WorkerOptions } from './workers';

export type AnyHandler = (input: unknown, context: unknown) => unknown;

/** Also without a call id: a lock must reach every job, or it would go on in the book of whoever unlocks next. */
export interface RunningJob {
  readonly callId: string | undefined;
  readonly controller: AbortController;
}

export interface Call {
  readonly path: string;
  readonly operation: Operation;
  readonly handler: AnyHandler;
  readonly session: Session | null;
  readonly input: unknown;
  readonly callId: string | undefined;
}

export async function run<C extends Contract>(
  parts: DispatchParts<C>,
  running: Set<RunningJob>,
  call: Call,
): Promise<{ value: unknown; act: string | null }> {
  if (call.operation.kind === 'job') return { value: await runJob(parts, running, call), act: null };
  if (call.operation.kind === 'command') return runCommand(parts, call);
  return { value: call.handler(call.input, contextOf(parts)), act: null };
}

function runCommand<C extends Contract>(parts: DispatchParts<C>, call: Call): { value: unknown; act: string | null } {
  const { db } = bookOf(parts, call.session);
  if (!call.operation.audited)
    return { value: db.$client.transaction(() => call.handler(call.input, contextOf(parts))).immediate(), act: null };
  const { value, act, tables } = inAct(parts, call, (context) => call.handler(call.input, context));
  return { value, act: tables.length > 0 ? act.uid : null };
}

async function runJob<C extends Contract>(parts: DispatchParts<C>, running: Set<RunningJob>, call: Call): Promise<unknown> {
  const controller = new AbortController();
  const { callId } = call;
  const job: RunningJob = { callId, controller };
  running.add(job);
  const refuseCancelled = () => {
    if (controller.signal.aborted) throw refuse('bridge.cancelled');
  };
  const context: Omit<JobContext, 'session'> & { session: Session | null } = {
    ...timeOf(parts),
    session: call.session,
    signal: controller.signal,
    progress: (stage, done, total) => {
      if (callId !== undefined) parts.publish({ type: 'job-progress', callId, stage, done, total });
    },
    read: (reading) => {
      refuseCancelled();
      const { db, session, health } = bookOf(parts, call.session);
      return reading({ ...timeOf(parts), db, session, health, trail: trailOf(parts, null) });
    },
    write: (writing) => {
      refuseCancelled();
      if (parts.gate.closed) throw refuse('book.busy');
      return inAct(parts, call, writing);
    },
    writeInThread: async (worker, task, options = {}) => {
      refuseCancelled();
      return inThread(parts, call, worker, task, { ...options, signal: controller.signal });
    },
  };
  try {
    return await call.handler(call.input, context);
  } catch (error) {
    refuseCancelled();
    throw error;
  } finally {
    running.delete(job);
  }
}

function inAct<C extends Contract, T>(
  parts: DispatchParts<C>,
  { path, operation, session: asker }: Call,
  work: (context: CommandContext) => T,
): { value: T; act: RunningAct; tables: readonly string[] } {
  const book = bookOf(parts, asker);
  const { db, session, health } = book;
  const time = timeOf(parts);
  const done = db.$client
    .transaction(() => {
      const act = beginAct(db, time.now, session.accountId, path);
      const noted: { note: Note | null } = { note: null };
      const value = work({ db, session, health, trail: trailOf(parts, noted), ...time, act });
      const tables = endAct(db, act);
      if (tables.length > 0 || operation.always || noted.note)
        parts.witness.acted(book, { act: tables.length > 0 ? act : null, operation: path, tables, note: noted.note });
      return { value, act, tables };
    })
    .immediate();
  if (done.tables.length > 0)
    announce(parts, path, [
      () => parts.committed(db, done.act, done.tables),
      () => parts.publish({ type: 'data-changed', tables: done.tables }),
    ]);
  return done;
}

async function inThread<C extends Contract, T>(
  parts: DispatchParts<C>,
  call: Call,
  worker: string,
  task: object,
  options: WorkerOptions,
): Promise<ThreadWritten<T>> {
  const { db, session } = bookOf(parts, call.session);
  const { now } = timeOf(parts);
  const done = await parts.writeInThread<T>(worker, task, { session, operation: call.path, now }, options);
  if (done.tables.length > 0)
    announce(parts, call.path, [
      () => parts.committed(db, done.act, done.tables),
      () => parts.publish({ type: 'data-changed', tables: done.tables }),
    ]);
  return done;
}

function trailOf<C extends Contract>(parts: DispatchParts<C>, noted: { note: Note | null } | null): Trail {
  return {
    note(details, about) {
      if (!noted) throw new Error('only what runs in an act leaves a note');
      noted.note = { details: { ...noted.note?.details, ...details }, client: about?.client ?? noted.note?.client ?? null };
    },
    read(event, client, details = {}) {
      const book = parts.book();
      if (book) parts.witness.read(book, event, client, details);
    },
  };
}

/** What was committed stays: an answer that sounds as if it had not been written would have the person write it twice. */
export function announce<C extends Contract>({ log }: DispatchParts<C>, operation: string, tellings: readonly (() => void)[]): void {
  for (const tell of tellings) {
    try {
      tell();
    } catch (error) {
      log({ operation, ms: 0, code: 'unexpected', error });
    }
  }
}

function contextOf<C extends Contract>(parts: DispatchParts<C>): Context {
  const book = parts.book();
  // Operations for anyone are typed to see no db; all others were admitted, so the book is open.
  return { ...timeOf(parts), session: null, trail: trailOf(parts, null), ...book } as Context;
}

/** Of a job that goes on after somebody else has taken over, nothing more is read or written. */
function bookOf<C extends Contract>(parts: DispatchParts<C>, asker: Session | null): OpenBook {
  const book = parts.book();
  if (!book || (asker && asker.accountId !== book.session.accountId)) throw refuse('session.locked');
  return book;
}

function timeOf<C extends Contract>(parts: DispatchParts<C>) {
  const now = parts.now();
  return { now: isoInstant(now), today: todayAt(now) };
}
