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
  if (!(error instanceof Error)) return { type: 'failed', message: 'unknown', code: undefined };
  // The code is what tells a full disk from a fault of ours; an Error's own fields would not survive the way back.
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { type: 'failed', message: error.stack ?? error.message, code };
}
