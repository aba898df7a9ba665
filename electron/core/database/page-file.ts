// An encrypted file page by page, without SQLite: which stops at the first page of a table that it cannot believe.

import { closeSync, fstatSync, openSync } from 'node:fs';
import { decryptPage, isAuthentic, macKeyOf, PAGE_BYTES, readPage } from './pages';

/** SQLite keeps its locks at 1 GiB and never writes the page there. */
const LOCK_PAGE = 2 ** 30 / PAGE_BYTES + 1;

export class PageFile {
  /** How many whole pages there are. */
  readonly count: number;
  readonly #handle: number;
  readonly #key: Buffer;
  readonly #macKey: Buffer;

  /** The key stays the caller's. */
  constructor(file: string, key: Buffer, salt: Buffer) {
    this.#handle = openSync(file, 'r');
    this.count = Math.floor(fstatSync(this.#handle).size / PAGE_BYTES);
    this.#key = key;
    this.#macKey = macKeyOf(key, salt);
  }

  /** What SQLite sees of a page; undefined where it was not written under this key, or has changed since. The salt stands before page 1. */
  page(number: number): Buffer | undefined {
    if (number < 1 || number > this.count || number === LOCK_PAGE) return undefined;
    const sealed = readPage(this.#handle, number);
    return isAuthentic(sealed, number, this.#macKey) ? decryptPage(sealed, number, this.#key) : undefined;
  }

  /** Whether a page is as it was written. A page that never was is empty, and nothing lies on it. */
  isSound(number: number): boolean {
    if (number === LOCK_PAGE) return true;
    const sealed = readPage(this.#handle, number);
    return isAuthentic(sealed, number, this.#macKey) || sealed.every((byte) => byte === 0);
  }

  close(): void {
    closeSync(this.#handle);
    this.#macKey.fill(0);
  }
}
