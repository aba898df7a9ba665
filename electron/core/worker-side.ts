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
  const post = (message: WorkerMessage, moved: readonly TransferListItem[] = []) => parentPort?.postMessage(message, [...moved]);
  const tools: WorkerTools = { progress: (stage, done, total) => post({ type: 'progress', stage, done, total }) };
  // workerData is what this worker's own caller passed.
  work(workerData as In, tools).then(
    (value) => post({ type: 'done', value }, transfer(value)),
    (error: unknown) => post(messageOf(error)),
  );
}

function messageOf(error: unknown): WorkerMessage {
  if (error instanceof AppError) return { type: 'refused', error: { code: error.code, details: error.details } as ErrorBody };
  return { type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : 'unknown' };
}
