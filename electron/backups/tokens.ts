// Names for backup files that may be sent to the page: paths stay in main.

import { randomUUID } from 'node:crypto';

export class BackupTokens {
  readonly #files = new Map<string, string>();
  readonly #tokens = new Map<string, string>();

  /** The same file always has the same token. */
  register(file: string): string {
    const known = this.#tokens.get(file);
    if (known !== undefined) return known;
    const token = randomUUID();
    this.#tokens.set(file, token);
    this.#files.set(token, file);
    return token;
  }

  fileOf(token: string): string | undefined {
    return this.#files.get(token);
  }
}
