// Files a person has chosen or dropped: main keeps their bytes, the renderer gets a token. A path never leaves this process.

import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AppError, refuse } from '../../shared/errors';
import type { ChosenFile } from '../../shared/imports/contract';
import { KeptThread } from '../core/kept-thread';
import { LARGE_LIMITS, USUAL_LIMITS } from './reading/limits';
import type { ListFile } from './tasks';

/** How the person wants it read is remembered from the last reading. */
export interface HeldFile extends ListFile {
  readonly fileName: string;
  readonly sha256: string;
}

/** What a worker may use up on this file. */
export function allowanceFor({ large }: HeldFile): { readonly megabytes: number; readonly milliseconds: number } {
  return large ? { megabytes: 2048, milliseconds: 600_000 } : { megabytes: 512, milliseconds: 60_000 };
}

/** The last few files stay: going back one step must not mean choosing again. */
const KEPT = 3;

export class ChosenFiles {
  readonly #held = new Map<string, HeldFile>();
  /** A file whose fingerprint was still being taken when the book was locked is not held. */
  #round = 0;
  /** The list that is being looked at: only that one stays read. */
  #read: { readonly file: HeldFile; readonly thread: KeptThread } | null = null;

  async fromDisk(path: string): Promise<ChosenFile> {
    try {
      const { size } = await stat(path);
      if (size > LARGE_LIMITS.fileBytes) throw new AppError('file.too-large', { what: 'file', limit: LARGE_LIMITS.fileBytes });
      return await this.#hold(basename(path), await readFile(path));
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('file.unreadable', {}, { cause: error });
    }
  }

  async dropped(fileName: string, bytes: Uint8Array): Promise<ChosenFile> {
    if (bytes.length > USUAL_LIMITS.fileBytes) throw new AppError('file.too-large', { what: 'file', limit: USUAL_LIMITS.fileBytes });
    return this.#hold(basename(fileName.replaceAll('\\', '/')), bytes);
  }

  get(token: string): HeldFile {
    const file = this.#held.get(token);
    if (!file) throw refuse('files.unknown-token');
    return file;
  }

  /** The same file, from now on to be read in this way. */
  readAs(token: string, { encoding, large }: Pick<HeldFile, 'encoding' | 'large'>): HeldFile {
    const file = this.get(token);
    if (file.encoding === encoding && file.large === large) return file;
    const changed = { ...file, encoding, large };
    this.#held.set(token, changed);
    return changed;
  }

  /** The thread this file is read in; it stays until another one is, or this one in another way. */
  threadOf(file: HeldFile): KeptThread {
    if (this.#read?.file === file) return this.#read.thread;
    this.#unread();
    const { bytes, encoding, large } = file;
    const data: ListFile = { bytes, encoding, large };
    const thread = new KeptThread(data);
    this.#read = { file, thread };
    return thread;
  }

  /** Its rows need not wait in memory any longer; its bytes stay. */
  putAside(file: HeldFile): void {
    if (this.#read?.file === file) this.#unread();
  }

  forget(token: string): void {
    const file = this.#held.get(token);
    if (file) this.putAside(file);
    this.#held.delete(token);
  }

  /** When the book is locked: the list of a shop's clients must not wait in memory. */
  clear(): void {
    this.#round += 1;
    this.#unread();
    this.#held.clear();
  }

  async #hold(fileName: string, bytes: Uint8Array): Promise<ChosenFile> {
    const token = randomUUID();
    const round = this.#round;
    const sha256 = await fingerprintOf(bytes);
    if (round !== this.#round) throw refuse('session.locked');
    this.#held.set(token, { fileName, bytes, sha256, encoding: null, large: false });
    for (const old of [...this.#held.keys()].slice(0, -KEPT)) this.forget(old);
    return { token, fileName, bytes: bytes.length };
  }

  #unread(): void {
    this.#read?.thread.end();
    this.#read = null;
  }
}

/** Bytes taken at once: some milliseconds, and then whoever waits for this process has their turn. */
const STEP = 4 * 1024 * 1024;

async function fingerprintOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += STEP) {
    hash.update(bytes.subarray(at, at + STEP));
    await setImmediate();
  }
  return hash.digest('hex');
}
