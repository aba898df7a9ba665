// What passes between main and a thread that writes one act in somebody's name.

import type { IsoInstant } from '../../shared/core/date';
import type { Session } from './context';
import type { RunningAct } from './database/journal';
import type { WorkerOptions } from './workers';

/** What a thread needs to write in somebody's name. The keys are its own copies and are wiped. */
export interface WriteOrder {
  readonly file: string;
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly nativeBinding: string | undefined;
  readonly healthKey: Uint8Array | null;
  readonly photosKey: Uint8Array | null;
  readonly auditKey: Uint8Array;
  readonly session: Session;
  readonly operation: string;
  readonly now: IsoInstant;
  readonly memory: SharedArrayBuffer;
}

export interface ThreadWritten<T> {
  readonly value: T;
  readonly act: RunningAct;
  readonly tables: readonly string[];
}

/** Runs a worker that writes. Main's part: hand it the keys, keep everybody else from writing, end it when the book is locked. */
export type ThreadWriter = <T>(
  worker: string,
  task: object,
  call: Pick<WriteOrder, 'session' | 'operation' | 'now'>,
  options: WorkerOptions,
) => Promise<ThreadWritten<T>>;
