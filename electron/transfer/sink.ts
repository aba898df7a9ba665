// A file that is written as it comes, in a thread, where waiting for the disk keeps nobody waiting; what the disk refuses is said in the words the screen has for it.

import { closeSync, openSync, writeSync } from 'node:fs';
import { flush, OWN_FILE } from '../exports/own-file';
import { writeFailure } from '../exports/write-failure';

export interface Sink {
  put(bytes: Uint8Array): void;
  /** On the disk for good. */
  finish(): void;
  close(): void;
}

export function openSink(target: string): Sink {
  const handle = orRefused(() => openSync(target, 'w', OWN_FILE.mode));
  return {
    put: (bytes) =>
      orRefused(() => {
        for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      }),
    finish: () => flush(target),
    close: () => closeSync(handle),
  };
}

function orRefused<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw writeFailure(error);
  }
}
