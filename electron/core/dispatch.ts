// Path + input + session → look up, allowed?, validate, transaction, run, mask, announce. Every request of the product goes through here.

import type { z } from 'zod';
import type { Contract, Envelope, Operation } from '../../shared/core/operation';
import { AppError, refuse, type ErrorBody } from '../../shared/errors';
import { allows, type Level } from '../../shared/permissions';
import type { Session } from './context';
import { failureOf } from './database/failures';
import type { DispatchParts } from './dispatch-parts';
import { masked, withoutPhones, type Sight, type Sights } from './masking';
import { announce, run, type AnyHandler, type RunningJob } from './run-operation';

export type Answer = Envelope<unknown, ErrorBody>;
export type Dispatch = (path: string, input: unknown, callId?: string) => Promise<Answer>;

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
    parts.log({ operation: known, ms: Math.round(performance.now() - started), code, ...more });
  try {
    const { operation, handler } = find(parts, path);
    known = path;
    let session = admit(parts, operation, path);
    const parsed = parse(operation.input, input);
    if (parts.gate.closed && writes(operation, path)) {
      await heldBack(parts, operation, parts.gate.whenOpen());
      session = admit(parts, operation, path);
    }
    const { value, act } = await run(parts, running, { path, operation, handler, session, input: parsed, callId });
    if (parts.checkOutputs) operation.output.parse(value);
    done('ok');
    return { ok: true, value: operation.unmasked ? value : masked(operation.output, value, sightsOf(session)), act };
  } catch (error) {
    const refusal = failureOf(error);
    if (refusal) {
      done(refusal.code, refusal.cause === undefined ? {} : { error: refusal.cause });
      const session = parts.book()?.session ?? null;
      if (refusal.code === 'session.not-allowed') tellRefusal(parts, known, refusal);
      return { ok: false, error: bodyOf(refusal, session) };
    }
    const reference = Math.random().toString(36).slice(2, 8).toUpperCase();
    done('unexpected', { reference, error });
    return { ok: false, error: { code: 'unexpected', details: { reference } } };
  }
}

/** While a thread writes to the book, whatever may write as well waits; what stops or locks does not. */
function writes({ kind, permission }: Operation, path: string): boolean {
  return kind !== 'query' && permission !== 'anyone' && !WITHOUT_WAITING.has(path);
}

/** Whoever saves is told that it waits; what the house writes by itself waits without a word. */
async function heldBack<C extends Contract>(
  { gate, publish }: DispatchParts<C>,
  { audited }: Operation,
  open: Promise<void>,
): Promise<void> {
  if (audited) publish({ type: 'held', waiting: (gate.waiting += 1) });
  await open;
  if (audited) publish({ type: 'held', waiting: (gate.waiting -= 1) });
}

const WITHOUT_WAITING = new Set(['book.lock']);

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

function admit<C extends Contract>(parts: DispatchParts<C>, operation: Operation, path: string): Session | null {
  const book = parts.book();
  if (operation.permission === 'anyone') return book?.session ?? null;
  if (!book) throw refuse('session.locked');
  const { session } = book;
  if (session.mustChoose && !BEFORE_CHOOSING.has(path)) throw refuse('session.choose-password');
  if (!allows(session.rights, operation.permission)) throw new AppError('session.not-allowed', { permission: operation.permission });
  parts.witness.used(book, operation.permission);
  return session;
}

/** All that a person with a start password may do before they have chosen their own. */
const BEFORE_CHOOSING = new Set(['book.chooseOwnPassword', 'book.lock']);

function sightsOf(session: Session | null): Sights {
  if (!session) return EVERYTHING;
  const { contact, money } = session.rights.levels;
  return { contact: sightOf(contact), money: sightOf(money) };
}

const EVERYTHING: Sights = { contact: 'full', money: 'full' };

function sightOf(level: Level): Sight {
  return level === 'none' || level === 'masked' ? level : 'full';
}

function tellRefusal<C extends Contract>(parts: DispatchParts<C>, operation: string, error: AppError): void {
  const book = parts.book();
  const { permission } = { permission: '', ...error.details };
  if (book) announce(parts, operation, [() => parts.witness.refused(book, operation, permission)]);
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.map(String).join('.').slice(0, 200), problem: issue.message.slice(0, 200) }));
  throw new AppError('bridge.bad-input', { issues });
}

function bodyOf(error: AppError, session: Session | null): ErrorBody {
  const { contact } = sightsOf(session);
  return { code: error.code, details: contact === 'full' ? error.details : withoutPhones(error.details) } as ErrorBody;
}
