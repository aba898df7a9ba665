// The thread's side of core/workers.ts: runs one piece of work and posts its answer or its refusal.

import { parentPort, workerData, type TransferListItem } from 'node:worker_threads';
import { AppError, type ErrorBody } from '../../shared/errors';
import type { WorkerMessage } from './workers';

export interface WorkerTools {
  progress(stage: string, done: number, total: number | null): void;
}

/** `transfer` names buffers of the answer that move instead of being copied. */
export function serveWorker<In, Out>(
  work: (input: In, tools: WorkerTools) => Promise<Out>,
  transfer: (value: Out) => readonly TransferListItem[] = () => [],
): void {
  // workerData is what this worker's own caller passed.
  answer(work(workerData as In, TOOLS), transfer);
}

/** For a thread that stays (core/kept-thread.ts): `begin` gets what it was started with, and what that returns does one piece of work after the other. */
export function serveKept<Data, In>(begin: (data: Data) => (input: In, tools: WorkerTools) => Promise<unknown>): void {
  // As above, and so is each message.
  const work = begin(workerData as Data);
  parentPort?.on('message', (input: In) => answer(work(input, TOOLS)));
}

const TOOLS: WorkerTools = { progress: (stage, done, total) => post({ type: 'progress', stage, done, total }) };

function answer<Out>(work: Promise<Out>, transfer: (value: Out) => readonly TransferListItem[] = () => []): void {
  work.then(
    (value) => post({ type: 'done', value }, transfer(value)),
    (error: unknown) => post(messageOf(error)),
  );
}

function post(message: WorkerMessage, moved: readonly TransferListItem[] = []): void {
  parentPort?.postMessage(message, [...moved]);
}

function messageOf(error: unknown): WorkerMessage {
  if (error instanceof AppError) return { type: 'refused', error: { code: error.code, details: error.details } as ErrorBody };
  if (!(error instanceof Error)) return { type: 'failed', message: 'unknown', code: undefined };
  // The code is what tells a full disk from a fault of ours; an Error's own fields would not survive the way back.
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { type: 'failed', message: error.stack ?? error.message, code };
}
