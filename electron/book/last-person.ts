// Who was here last, remembered on this PC: their tile comes first when the app is started again. Only an id; the names are on the lock screen for anybody to read.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { OpenBook } from '../core/dispatch-parts';
import { replaceFile } from '../core/durable-file';
import type { Companion } from './keeper';

/** Hears of everybody who comes in. */
export interface LastPerson extends Required<Companion> {
  read(): string | null;
}

const Stored = z.object({ accountId: z.string() });

/** `failed` hears of a file that could not be written: no reason to keep anybody out. */
export function lastPersonFile(file: string, failed: (error: unknown) => void): LastPerson {
  let last = readLast(file);
  function note({ session: { accountUid } }: OpenBook): void {
    if (accountUid === last) return;
    last = accountUid;
    try {
      replaceFile(file, JSON.stringify({ accountId: accountUid } satisfies z.infer<typeof Stored>));
    } catch (error) {
      failed(error);
    }
  }
  return { read: () => last, open: note, changed: note, close: () => undefined };
}

function readLast(file: string): string | null {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8'))).accountId;
  } catch {
    return null;
  }
}
