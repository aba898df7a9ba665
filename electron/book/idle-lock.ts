// Locks the book when nobody has touched the PC for a while.

export interface IdleClock {
  /** Seconds since the last key or mouse movement on this PC. */
  idleSeconds(): number;
  /** Calls again and again; returns how to stop. */
  every(milliseconds: number, work: () => void): () => void;
}

const LOOK_EVERY_MS = 5_000;

export class IdleLock {
  minutes: number | null = null;
  private stopLooking: (() => void) | null = null;

  constructor(
    private readonly clock: IdleClock,
    private readonly lock: () => void,
  ) {}

  start(minutes: number): void {
    this.stop();
    this.minutes = minutes;
    this.stopLooking = this.clock.every(LOOK_EVERY_MS, () => {
      if (this.clock.idleSeconds() >= minutes * 60) this.lock();
    });
  }

  stop(): void {
    this.stopLooking?.();
    this.stopLooking = null;
  }
}
