// Once a day, when the book is open and nobody is at the PC, every page of it is checked. Damage closes the book at once: a page that cannot be believed
// must not be written to, and what was saved is still in the last backup and on the pages that are sound.

import { todayAt, type IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import type { Companion } from '../book/keeper';
import type { IdleClock } from '../book/idle-lock';
import { copyAside } from '../core/database/aside';
import type { Workers } from '../core/workers';
import type { Vault } from '../vault/vault';
import type { FullCheck, FullCheckOrder } from './full-check';
import { readHealth, writeHealth } from './health-file';

export interface DailyCheckParts {
  readonly folder: string;
  readonly idle: IdleClock;
  readonly workers: Workers;
  readonly vault: Pick<Vault, 'readerAccess'>;
  readonly now: () => IsoInstant;
  /** A thread is writing to the book: not now. */
  readonly busy: () => boolean;
  /** Closes the book without another write, and keeps it shut. */
  readonly damaged: (error: AppError) => void;
  readonly failed: (error: unknown) => void;
}

const LOOK_EVERY_MS = 30_000;
const QUIET_SECONDS = 60;

export class DailyCheck implements Companion {
  #stopLooking: (() => void) | null = null;
  #running: AbortController | null = null;

  constructor(private readonly parts: DailyCheckParts) {}

  open(): void {
    this.close();
    this.#stopLooking = this.parts.idle.every(LOOK_EVERY_MS, () => void this.#look());
  }

  close(): void {
    this.#stopLooking?.();
    this.#stopLooking = null;
    this.#running?.abort();
    this.#running = null;
  }

  async #look(): Promise<void> {
    if (this.#running || !this.#isTime()) return;
    const running = new AbortController();
    this.#running = running;
    try {
      this.#tell(await this.#check(running.signal), running);
    } catch (error) {
      if (!running.signal.aborted) this.parts.failed(error);
    } finally {
      if (this.#running === running) this.#running = null;
    }
  }

  #isTime(): boolean {
    const { idle, busy, folder, now } = this.parts;
    if (busy()) return false;
    const last = readHealth(folder);
    // Damage was found, and the book is open again: is it another one by now?
    if (last?.sound === false) return true;
    return idle.idleSeconds() >= QUIET_SECONDS && (last === null || dayOf(last.at) !== dayOf(now()));
  }

  #check(signal: AbortSignal): Promise<FullCheck> {
    const { file, key, salt, nativeBinding } = this.parts.vault.readerAccess();
    const moved = new Uint8Array(key);
    key.fill(0);
    const order: FullCheckOrder = { file, key: moved, salt: new Uint8Array(salt), nativeBinding };
    return this.parts.workers.run<FullCheck>('full-check', order, { signal, transfer: [moved.buffer], milliseconds: LONGEST_MS });
  }

  #tell({ found }: FullCheck, { signal }: AbortController): void {
    if (signal.aborted) return;
    const { folder, now, damaged, vault } = this.parts;
    writeHealth(folder, { at: now(), sound: found === null });
    if (found === null) return;
    const { file, key } = vault.readerAccess();
    key.fill(0);
    damaged(new AppError('book.damaged', { found, aside: copyAside(file) }));
  }
}

const LONGEST_MS = 3_600_000;

function dayOf(at: IsoInstant): string {
  return todayAt(new Date(at));
}
