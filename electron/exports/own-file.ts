// A file that is made for somebody to take away: readable by this user only, and on the disk when it is said to be.

import { closeSync, fsyncSync, openSync } from 'node:fs';
import { writeFailure } from './write-failure';

// For this user only, like the book; it leaves the PC when the person sends it somewhere.
export const OWN_FILE = { mode: 0o600 } as const;

export function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } catch (error) {
    throw writeFailure(error);
  } finally {
    closeSync(handle);
  }
}
