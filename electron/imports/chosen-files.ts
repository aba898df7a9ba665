// Files a person has chosen or dropped: main keeps their bytes, the renderer gets a token. A path never leaves this process.

import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError, refuse } from '../../shared/errors';
import type { ChosenFile } from '../../shared/imports/contract';
import { LARGE_LIMITS, USUAL_LIMITS } from './reading/limits';

export interface HeldFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** How the person wants it read, remembered from the last reading. */
  encoding: 'utf-8' | 'gb18030' | null;
  large: boolean;
}

/** What a worker may use up on this file. */
export function allowanceFor({ large }: HeldFile): { readonly megabytes: number; readonly milliseconds: number } {
  return large ? { megabytes: 2048, milliseconds: 600_000 } : { megabytes: 512, milliseconds: 60_000 };
}

/** The last few files stay: going back one step must not mean choosing again. */
const KEPT = 3;

export class ChosenFiles {
  readonly #held = new Map<string, HeldFile>();

  async fromDisk(path: string): Promise<ChosenFile> {
    try {
      const { size } = await stat(path);
      if (size > LARGE_LIMITS.fileBytes) throw new AppError('file.too-large', { what: 'file', limit: LARGE_LIMITS.fileBytes });
      return this.hold(basename(path), await readFile(path));
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('file.unreadable', {}, { cause: error });
    }
  }

  dropped(fileName: string, bytes: Uint8Array): ChosenFile {
    if (bytes.length > USUAL_LIMITS.fileBytes) throw new AppError('file.too-large', { what: 'file', limit: USUAL_LIMITS.fileBytes });
    return this.hold(basename(fileName.replaceAll('\\', '/')), bytes);
  }

  hold(fileName: string, bytes: Uint8Array): ChosenFile {
    const token = randomUUID();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#held.set(token, { fileName, bytes, sha256, encoding: null, large: false });
    for (const old of [...this.#held.keys()].slice(0, -KEPT)) this.#held.delete(old);
    return { token, fileName, bytes: bytes.length };
  }

  get(token: string): HeldFile {
    const file = this.#held.get(token);
    if (!file) throw refuse('files.unknown-token');
    return file;
  }

  forget(token: string): void {
    this.#held.delete(token);
  }

  /** When the book is locked: the list of a shop's clients must not wait in memory. */
  clear(): void {
    this.#held.clear();
  }
}
