// From the global uid a request brings to the row id that joins use.

import { AppError, refuse, type RecordKind } from '../../../shared/errors';
import type { Db } from './database';
import { oneRow } from './rows';

const TABLES = {
  client: 'client',
  visit: 'visit',
  'follow-up': 'follow_up',
  preference: 'preference',
  tag: 'tag',
  tier: 'tier',
  staff: 'staff',
  service: 'service',
  import: 'import_batch',
} as const satisfies Partial<Record<RecordKind, string>>;

export type IdentifiedKind = keyof typeof TABLES;

/** Refuses a uid that names nothing. */
export function rowIdOf(db: Db, kind: IdentifiedKind, uid: string): number {
  const row = oneRow<{ id: number }>(db, `SELECT id FROM ${TABLES[kind]} WHERE uid = ?`, [uid]);
  if (!row) throw new AppError('record.not-found', { kind });
  return row.id;
}

/** As `rowIdOf`, and refuses a client in the bin: nothing new is written about them that nobody would see. */
export function rowIdOutOfBin(db: Db, uid: string): number {
  const row = oneRow<{ id: number; binned: number }>(db, 'SELECT id, deleted_at IS NOT NULL AS binned FROM client WHERE uid = ?', [uid]);
  if (!row) throw new AppError('record.not-found', { kind: 'client' });
  if (row.binned === 1) throw refuse('clients.in-bin');
  return row.id;
}

export function optionalRowId(db: Db, kind: IdentifiedKind, uid: string | null): number | null {
  return uid === null ? null : rowIdOf(db, kind, uid);
}
