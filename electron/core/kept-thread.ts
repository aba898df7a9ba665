// A thread that stays when it has answered, so that what it has read need not be read again. Whoever keeps it ends it.

import type { Worker } from 'node:worker_threads';

export class KeptThread {
  #waiting: Worker | null = null;
  #ended = false;

  /** `data` is what each such thread is started with: a first one, and one after it that was stopped or died. */
  constructor(readonly data: unknown) {}

  /** The thread that waits for work, if one does; whoever takes it gives it back or ends it. */
  take(): Worker | null {
    const worker = this.#waiting;
    this.#waiting = null;
    worker?.off('error', this.#gone).off('exit', this.#gone).ref();
    return worker;
  }

  giveBack(worker: Worker): void {
    if (this.#ended || this.#waiting !== null) return void worker.terminate();
    this.#waiting = worker;
    worker.on('error', this.#gone).on('exit', this.#gone).unref();
  }

  /** What it holds is gone at once; one that is at work ends with its work. */
  end(): void {
    this.#ended = true;
    void this.take()?.terminate();
  }

  /** One that dies while it waits is missed by nobody: the next work starts another. */
  readonly #gone = (): void => {
    this.#waiting = null;
  };
}
