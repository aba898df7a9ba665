// Where the next one who comes in begins, said before the rooms behind the door are there.

export interface Beginning {
  /** Null: where the window was left. */
  readonly at: string | null;
  /** Nothing the last person had open, or was in the middle of, waits for the next one; their drafts are in the book. */
  readonly afresh: boolean;
}

const AS_LEFT: Beginning = { at: null, afresh: false };

export class Entrance {
  #next = AS_LEFT;

  anotherPerson(): void {
    this.#next = { at: '/', afresh: true };
  }

  newBook(at: string): void {
    this.#next = { at, afresh: false };
  }

  /** Once: whoever locks the book and comes back is where they were. */
  take(): Beginning {
    const next = this.#next;
    this.#next = AS_LEFT;
    return next;
  }
}
