// Watches the page: one that dies or hangs is ended and shown anew; one that dies again and again is given up.

import type { BrowserWindow } from 'electron';

export interface PageCare {
  /** Milliseconds that no clock change touches. */
  readonly uptime: () => number;
  /** Runs the work later; returns how to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
  /** Ends a page that answers nobody. */
  readonly end: () => void;
  /** Shuts what was open and shows the page anew. `why` is one of a few words, never anything of the page's. */
  readonly renew: (why: string) => void;
  readonly giveUp: () => void;
}

/** Some 15 s of silence have passed when the system first calls a page unresponsive. */
const HANGS_FOR_MS = 10_000;
const MOST_DEATHS = 3;
const WITHIN_MS = 60_000;

export class PageWatch {
  #deaths: readonly number[] = [];
  #callOff: (() => void) | null = null;
  #hung = false;

  constructor(private readonly care: PageCare) {}

  hangs(): void {
    this.#callOff ??= this.care.after(HANGS_FOR_MS, () => {
      this.#hung = true;
      this.care.end();
    });
  }

  answers(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  died(reason: string): void {
    this.answers();
    const now = this.care.uptime();
    this.#deaths = [...this.#deaths.filter((at) => now - at < WITHIN_MS), now];
    const why = this.#hung ? 'hung' : reason;
    this.#hung = false;
    if (this.#deaths.length > MOST_DEATHS) this.care.giveUp();
    else this.care.renew(why);
  }
}

export function watchPage(window: BrowserWindow, care: Omit<PageCare, 'uptime' | 'after' | 'end'>): void {
  const watch = new PageWatch({
    ...care,
    uptime: () => performance.now(),
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    end: () => window.webContents.forcefullyCrashRenderer(),
  });
  window.on('unresponsive', () => watch.hangs());
  window.on('responsive', () => watch.answers());
  window.on('closed', () => watch.answers());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // Not before the event is over: a page cannot be loaded from within it.
    if (reason !== 'clean-exit') setImmediate(() => window.isDestroyed() || watch.died(reason));
  });
}
