// Path + input + session → look up, allowed?, validate, transaction, run, announce. Every request of the product goes through here.

import type { z } from 'zod';
import { isoInstant, todayAt } from '../../shared/core/date';
import type { Contract, Envelope, Operation } from '../../shared/core/operation';
import { AppError, refuse, type ErrorBody } from '../../shared/errors';
import type { AppEvent } from '../../shared/events';
import type { Context, CommandContext, JobContext, Services, Session } from './context';
import type { Db } from './database/database';
import { failureOf } from './database/failures';
import { beginAct, endAct, type RunningAct } from './database/journal';

export interface OpenBook {
  readonly db: Db;
  readonly session: Session;
}

export interface DispatchParts<C extends Contract> {
  readonly contract: C;
  readonly services: Services<C>;
  readonly now: () => Date;
  /** The open book, or null while it is closed. */
  readonly book: () => OpenBook | null;
  readonly allows: (session: Session, permission: string) => boolean;
  readonly publish: (event: AppEvent) => void;
  /** After a committed act: which tables it touched. */
  readonly committed: (db: Db, act: RunningAct, tables: readonly string[]) => void;
  readonly log: (line: { operation: string; ms: number; code: string; reference?: string; error?: unknown }) => void;
  /** Answers are checked against the contract too: in tests, where a wrong one must be noticed. */
  readonly checkOutputs?: boolean;
}

export type Answer = Envelope<unknown, ErrorBody>;
export type Dispatch = (path: string, input: unknown, callId?: string) => Promise<Answer>;

type AnyHandler = (input: unknown, context: unknown) => unknown;

export interface Dispatcher {
  readonly dispatch: Dispatch;
  cancel(callId: string): void;
  /** Stops every running job; used when the book is locked. */
  cancelAll(): void;
}

export function createDispatcher<C extends Contract>(parts: DispatchParts<C>): Dispatcher {
  const running = new Set<RunningJob>();
  return {
    dispatch: (path, input, callId) => answer(parts, running, path, input, callId),
    cancel: (callId) => running.forEach((job) => job.callId === callId && job.controller.abort()),
    cancelAll: () => running.forEach((job) => job.controller.abort()),
  };
}

/** Also without a call id: a lock must reach every job, or it would go on in the book of whoever unlocks next. */
interface RunningJob {
  readonly callId: string | undefined;
  readonly controller: AbortController;
}

async function answer<C extends Contract>(
  parts: DispatchParts<C>,
  running: Set<RunningJob>,
  path: string,
  input: unknown,
  callId: string | undefined,
): Promise<Answer> {
  const started = performance.now();
  let known = 'unknown';
  const done = (code: string, more: { reference?: string; error?: unknown } = {}) =>
    parts.log({ operation: known, ms: performance.now() - started, code, ...more });
  try {
    const { operation, handler } = find(parts, path);
    known = path;
    const session = admit(parts, operation);
    const parsed = parse(operation.input, input);
    const { value, act } = await run(parts, running, { path, operation, handler, session, input: parsed, callId });
    if (parts.checkOutputs) operation.output.parse(value);
    done('ok');
    return { ok: true, value, act };
  } catch (error) {
    const refusal = failureOf(error);
    if (refusal) {
      done(refusal.code);
      return { ok: false, error: bodyOf(refusal) };
    }
    const reference = Math.random().toString(36).slice(2, 8).toUpperCase();
    done('unexpected', { reference, error });
    return { ok: false, error: { code: 'unexpected', details: { reference } } };
  }
}

interface Call {
  readonly path: string;
  readonly operation: Operation;
  readonly handler: AnyHandler;
  readonly session: Session | null;
  readonly input: unknown;
  readonly callId: string | undefined;
}

/** Own properties only: '__proto__.x' and 'constructor.y' are not operations. */
function find<C extends Contract>(parts: DispatchParts<C>, path: string): { operation: Operation; handler: AnyHandler } {
  const [feature, verb, ...rest] = typeof path === 'string' ? path.split('.') : [];
  const operations = feature !== undefined && Object.hasOwn(parts.contract, feature) ? parts.contract[feature] : undefined;
  const operation = operations && verb !== undefined && rest.length === 0 && Object.hasOwn(operations, verb) ? operations[verb] : undefined;
  if (!operation || feature === undefined || verb === undefined) throw refuse('bridge.unknown-operation');
  // The services were checked against the contract when they were put together; the path is only known at run time.
  const handler = (parts.services as Record<string, Record<string, AnyHandler>>)[feature]?.[verb];
  if (!handler) throw refuse('bridge.unknown-operation');
  return { operation, handler };
}

function admit<C extends Contract>(parts: DispatchParts<C>, operation: Operation): Session | null {
  const session = parts.book()?.session ?? null;
  if (operation.permission === 'anyone') return session;
  if (!session) throw refuse('session.locked');
  if (!parts.allows(session, operation.permission)) throw new AppError('session.not-allowed', { permission: operation.permission });
  return session;
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.map(String).join('.').slice(0, 200), problem: issue.message.slice(0, 200) }));
  throw new AppError('bridge.bad-input', { issues });
}

async function run<C extends Contract>(
  parts: DispatchParts<C>,
  running: Set<RunningJob>,
  call: Call,
): Promise<{ value: unknown; act: string | null }> {
  if (call.operation.kind === 'job') return { value: await runJob(parts, running, call), act: null };
  if (call.operation.kind === 'command') return runCommand(parts, call);
  return { value: call.handler(call.input, contextOf(parts, call.session)), act: null };
}

function runCommand<C extends Contract>(parts: DispatchParts<C>, call: Call): { value: unknown; act: string | null } {
  const { db } = bookOf(parts);
  if (!call.operation.audited)
    return { value: db.$client.transaction(() => call.handler(call.input, contextOf(parts, call.session))).immediate(), act: null };
  const { value, act, tables } = inAct(parts, call.path, (context) => call.handler(call.input, context));
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
      return reading(contextOf(parts, bookOf(parts).session));
    },
    write: (writing) => {
      refuseCancelled();
      return inAct(parts, call.path, writing);
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
  path: string,
  work: (context: CommandContext) => T,
): { value: T; act: RunningAct; tables: readonly string[] } {
  const { db, session } = bookOf(parts);
  const time = timeOf(parts);
  const done = db.$client
    .transaction(() => {
      const act = beginAct(db, time.now, session.accountId, path);
      const value = work({ db, session, ...time, act });
      return { value, act, tables: endAct(db, act) };
    })
    .immediate();
  if (done.tables.length > 0)
    announce(parts, path, [
      () => parts.committed(db, done.act, done.tables),
      () => parts.publish({ type: 'data-changed', tables: done.tables }),
    ]);
  return done;
}

/** What was committed stays: an answer that sounds as if it had not been written would have the person write it twice. */
function announce<C extends Contract>({ log }: DispatchParts<C>, operation: string, tellings: readonly (() => void)[]): void {
  for (const tell of tellings) {
    try {
      tell();
    } catch (error) {
      log({ operation, ms: 0, code: 'unexpected', error });
    }
  }
}

function contextOf<C extends Contract>(parts: DispatchParts<C>, session: Session | null): Context {
  const time = timeOf(parts);
  const book = parts.book();
  // Operations for anyone are typed to see no db; all others were admitted, so the book is open.
  return { ...time, session, ...(book ? { db: book.db } : {}) } as Context;
}

function bookOf<C extends Contract>(parts: DispatchParts<C>): OpenBook {
  const book = parts.book();
  if (!book) throw refuse('session.locked');
  return book;
}

function timeOf<C extends Contract>(parts: DispatchParts<C>) {
  const now = parts.now();
  return { now: isoInstant(now), today: todayAt(now) };
}

function bodyOf(error: AppError): ErrorBody {
  return { code: error.code, details: error.details } as ErrorBody;
}
