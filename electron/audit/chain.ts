// The chain: each entry's fingerprint is made from the one before it and from every column of its own, under a key that is not in the book.

import { createHmac } from 'node:crypto';

/** A row of the table `audit` as it stands there, in the names of its columns. */
export interface ChainRow {
  readonly id: number;
  readonly at: string;
  readonly account_id: number | null;
  readonly event: string;
  readonly operation: string | null;
  readonly client_uid: string | null;
  readonly act_id: number | null;
  readonly details: string;
  readonly mac: string;
}

export type Unsigned = Omit<ChainRow, 'mac'>;

/** What the first entry hangs on: the entries of another book do not fit. */
export function chainStart(key: Buffer, bookUid: string): string {
  return createHmac('sha256', key).update(`audit of ${bookUid}`).digest('hex');
}

/** A fingerprint is always 64 characters and a row always begins with '[': nothing can slip from one into the other. */
export function macOf(key: Buffer, previous: string, row: Unsigned): string {
  return createHmac('sha256', key)
    .update(previous + canonical(row))
    .digest('hex');
}

/** For people to compare: the first and the last four. */
export function shortFingerprint(mac: string): string {
  return `${mac.slice(0, 4)}…${mac.slice(-4)}`;
}

function canonical({ id, at, account_id, event, operation, client_uid, act_id, details }: Unsigned): string {
  return JSON.stringify([id, at, account_id, event, operation, client_uid, act_id, details]);
}
