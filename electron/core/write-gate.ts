// Lets a thread write to the book for a while: nothing else writes meanwhile, and a lock ends it at once. One word of shared memory tells both sides where it stands.

import { refuse } from '../../shared/errors';

/** Nothing was begun yet · the thread is in its transaction · it has let go: committed, rolled back or never begun. */
const [IDLE, WRITING, DONE] = [0, 1, 2];
const [STATE, WISH] = [0, 1];
const STOP = 1;

/** The longest that a lock waits for a thread to roll back, or to come to the end of its commit. */
const LONGEST_WAIT_MS = 5000;

export class WriteGate {
  #words: Int32Array | null = null;
  #opening: Promise<void> = Promise.resolve();
  /** What people want to save meanwhile. */
  waiting = 0;

  get closed(): boolean {
    return this.#words !== null;
  }

  /** Resolves when whoever writes has let go. */
  async whenOpen(): Promise<void> {
    while (this.#words !== null) await this.#opening;
  }

  /** Closed for as long as the work runs. The work hands the memory to its thread, which keeps to `ThreadTurn`. */
  async through<T>(work: (memory: SharedArrayBuffer) => Promise<T>): Promise<T> {
    if (this.#words !== null) throw refuse('book.busy');
    const memory = new SharedArrayBuffer(8);
    this.#words = new Int32Array(memory);
    const done = work(memory);
    this.#opening = done.then(
      () => this.#open(),
      () => this.#open(),
    );
    return done.finally(() => this.#open());
  }

  /** Does not return before nothing of the thread's transaction is left to come. */
  interrupt(): void {
    const words = this.#words;
    if (words === null) return;
    Atomics.store(words, WISH, STOP);
    if (Atomics.compareExchange(words, STATE, IDLE, DONE) === WRITING) Atomics.wait(words, STATE, WRITING, LONGEST_WAIT_MS);
  }

  #open(): void {
    this.#words = null;
  }
}

/** The thread's side. */
export class ThreadTurn {
  readonly #words: Int32Array;

  constructor(memory: SharedArrayBuffer) {
    this.#words = new Int32Array(memory);
  }

  /** Refuses when it was stopped before it began. */
  begin(): void {
    if (Atomics.compareExchange(this.#words, STATE, IDLE, WRITING) !== IDLE) throw refuse('bridge.cancelled');
  }

  /** To be called every row: refuses as soon as main wants it to stop. */
  goOn(): void {
    if (Atomics.load(this.#words, WISH) === STOP) throw refuse('bridge.cancelled');
  }

  end(): void {
    Atomics.store(this.#words, STATE, DONE);
    Atomics.notify(this.#words, STATE);
  }
}
