// From the global uid a request brings to the row id that joins use.
// Not for clients and what hangs on them: whether those exist depends on who asks (clients/own.ts).

import { AppError, type RecordKind } from '../../../shared/errors';
import type { Db } from './database';
import { oneRow } from './rows';

const TABLES = {
  tag: 'tag',
  tier: 'tier',
  staff: 'staff',
  service: 'service',
  product: 'product',
  import: 'import_batch',
} as const satisfies Partial<Record<RecordKind, string>>;

export type IdentifiedKind = keyof typeof TABLES;

/** Refuses a uid that names nothing. */
export function rowIdOf(db: Db, kind: IdentifiedKind, uid: string): number {
  const row = oneRow<{ id: number }>(db, `SELECT id FROM ${TABLES[kind]} WHERE uid = ?`, [uid]);
  if (!row) throw new AppError('record.not-found', { kind });
  return row.id;
}

export function optionalRowId(db: Db, kind: IdentifiedKind, uid: string | null): number | null {
  return uid === null ? null : rowIdOf(db, kind, uid);
}
