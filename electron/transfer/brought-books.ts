// The file of a whole book that was read and waits for a yes: its place, and what it was when it was looked at. Gone when the book is locked.

import { randomUUID } from 'node:crypto';
import { refuse } from '../../shared/errors';

interface BroughtBook {
  readonly file: string;
  readonly sha256: string;
}

export class BroughtBooks {
  #held: { readonly token: string; readonly book: BroughtBook } | null = null;

  hold(book: BroughtBook): string {
    const token = randomUUID();
    this.#held = { token, book };
    return token;
  }

  get(token: string): BroughtBook {
    if (this.#held?.token !== token) throw refuse('files.unknown-token');
    return this.#held.book;
  }

  clear(): void {
    this.#held = null;
  }
}
