// The chain of the audit log: each entry is sealed together with the one before it, under a key no reader of the book file alone has.

import { createHmac } from 'node:crypto';

/** A row of the table `audit`, word for word. */
export interface AuditRow {
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

/** What the first entry is chained to: the book itself, so that no other book's log can be put in its place. */
export function beginningOf(key: Buffer, bookUid: string): string {
  return createHmac('sha256', key).update(`shuke audit 1\n${bookUid}`).digest('hex');
}

/** HMAC-SHA256 (RFC 2104) over the previous fingerprint and every column but the fingerprint itself. */
export function macOf(key: Buffer, previous: string, row: Omit<AuditRow, 'mac'>): string {
  return createHmac('sha256', key).update(previous).update('\n').update(canonical(row)).digest('hex');
}

/** One text for one row, whatever it holds: JSON of the columns in a fixed order. */
function canonical(row: Omit<AuditRow, 'mac'>): string {
  return JSON.stringify([row.id, row.at, row.account_id, row.event, row.operation, row.client_uid, row.act_id, row.details]);
}
