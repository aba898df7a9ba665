// Heavy, pure work in a thread of its own: values in, values out, progress on the way, stopped when it is cancelled or takes too much.

import path from 'node:path';
import { Worker, type TransferListItem } from 'node:worker_threads';
import { AppError, refuse, type ErrorBody } from '../../shared/errors';
import { failureOf } from './database/failures';
import type { KeptThread } from './kept-thread';

export interface WorkerOptions {
  readonly signal?: AbortSignal;
  readonly transfer?: readonly TransferListItem[];
  readonly onProgress?: (stage: string, done: number, total: number | null) => void;
  /** Heap that a file is allowed; above it the work ends with file.too-large (memory). */
  readonly megabytes?: number;
  readonly milliseconds?: number;
  /** The thread waits there after its answer; it is started with what is kept, and asked by messages (`serveKept`). */
  readonly kept?: KeptThread;
}

export interface Workers {
  /** Runs `<name>.worker.js` once; what it answers has the shape its own file promises. */
  run<Out>(name: string, input: unknown, options?: WorkerOptions): Promise<Out>;
}

export type WorkerMessage =
  | { readonly type: 'progress'; readonly stage: string; readonly done: number; readonly total: number | null }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'refused'; readonly error: ErrorBody }
  | { readonly type: 'failed'; readonly message: string; readonly code: string | undefined };

export function createWorkers(folder: string): Workers {
  return {
    run: <Out>(name: string, input: unknown, options: WorkerOptions = {}) =>
      runOnce<Out>(path.join(folder, `${name}.worker.js`), input, options),
  };
}

function runOnce<Out>(file: string, input: unknown, options: WorkerOptions): Promise<Out> {
  const { signal, transfer = [], onProgress, megabytes, milliseconds = 600_000, kept } = options;
  return new Promise<Out>((resolve, reject) => {
    if (signal?.aborted) return reject(refuse('bridge.cancelled'));
    const worker = kept?.take() ?? start(file, input, options);
    const timer = setTimeout(
      () => finish(() => reject(new AppError('file.too-large', { what: 'time', limit: Math.round(milliseconds / 1000) }))),
      milliseconds,
    );
    const cancel = () => finish(() => reject(refuse('bridge.cancelled')));
    let finished = false;
    const finish = (settle: () => void, leave: typeof end = end) => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      leave(worker, settle);
    };
    const keep: typeof end = (_, settle) => {
      silence();
      kept?.giveBack(worker);
      settle();
    };
    signal?.addEventListener('abort', cancel);
    const silence = listen(worker, {
      message: (message) => {
        if (message.type === 'progress') onProgress?.(message.stage, message.done, message.total);
        // The worker's own file promises the shape of its answer.
        else if (message.type === 'done') finish(() => resolve(message.value as Out), kept ? keep : end);
        else if (message.type === 'refused') finish(() => reject(new AppError(message.error.code, message.error.details)));
        else finish(() => reject(Object.assign(new Error(message.message), message.code === undefined ? {} : { code: message.code })));
      },
      error: (error) => finish(() => reject(deathOf(error, megabytes))),
      exit: (code) => finish(() => reject(died(new Error(`the worker ended with ${code} and without an answer`)))),
    });
    if (kept) worker.postMessage(input, transfer);
  });
}

function start(file: string, input: unknown, { transfer = [], megabytes = USUAL_MEGABYTES, kept }: WorkerOptions): Worker {
  const given = kept ? { workerData: kept.data } : { workerData: input, transferList: [...transfer] };
  return new Worker(file, { ...given, resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
}

interface Hearing {
  message(message: WorkerMessage): void;
  error(error: unknown): void;
  exit(code: number): void;
}

/** Returns the way back to silence: a thread that is kept has other work to tell others of. */
function listen(worker: Worker, { message, error, exit }: Hearing): () => void {
  worker.on('message', message).on('error', error).on('exit', exit);
  // One by one: Node's own listeners hang on the same worker.
  return () => worker.off('message', message).off('error', error).off('exit', exit);
}

/** A thread in the middle of one long call, of SQLite or of a disk that does not answer, ends only after it: nobody waits for that. */
function end(worker: Worker, settle: () => void): void {
  const patience = setTimeout(settle, PATIENCE_MS);
  void worker
    .terminate()
    .catch(() => undefined)
    .then(() => {
      clearTimeout(patience);
      settle();
    });
}

const USUAL_MEGABYTES = 512;
/** Rows are made by the hundred thousand: with as little room as a thread has by itself, an export takes a fifth longer. */
const YOUNG_MEGABYTES = 64;
const PATIENCE_MS = 600;

/** What nothing in the thread caught. A full disk is still a full disk. */
function deathOf(error: unknown, megabytes: number | undefined): AppError {
  if (isOutOfMemory(error) && megabytes !== undefined) return new AppError('file.too-large', { what: 'memory', limit: megabytes });
  return failureOf(error) ?? died(error);
}

function died(cause: unknown): AppError {
  return new AppError('bridge.worker-died', {}, { cause });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
