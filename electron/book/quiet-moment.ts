// Does something once nothing has been written for a moment: moving the log into the book file, because a damaged log loses its tail in silence.

const QUIET_MS = 1500;

export class QuietMoment {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly work: () => unknown) {}

  soon(): void {
    this.stop();
    // Never a reason to keep the app running.
    this.timer = setTimeout(this.work, QUIET_MS).unref();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
