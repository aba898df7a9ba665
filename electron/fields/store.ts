// Rows of the shop's own fields, and what clients have in them.

import { asc, eq } from 'drizzle-orm';
import type { IsoInstant } from '../../shared/core/date';
import type { FieldDraft } from '../../shared/fields/contract';
import { AppError } from '../../shared/errors';
import type { Db } from '../core/database/database';
import { keptQuery } from '../core/database/kept';
import { allRows, oneRow, runSql } from '../core/database/rows';
import { clientField } from '../core/database/schema';
import { newUid } from '../core/database/uid';

export type FieldRecord = typeof clientField.$inferSelect;

export interface StoredValue {
  readonly client_uid: string;
  readonly field_id: number;
  readonly kind: string;
  /** The field's. */
  readonly uid: string;
  readonly value: string;
}

const allFields = keptQuery((db) => db.select().from(clientField).orderBy(asc(clientField.sort), asc(clientField.id)).prepare());

/** In the shop's order, those that were removed last. */
export function listFields(db: Db): FieldRecord[] {
  const rows = allFields(db).all();
  return [...rows.filter(({ removedAt }) => removedAt === null), ...rows.filter(({ removedAt }) => removedAt !== null)];
}

export function getField(db: Db, uid: string): FieldRecord {
  const found = db.select().from(clientField).where(eq(clientField.uid, uid)).get();
  if (!found) throw new AppError('record.not-found', { kind: 'field' });
  return found;
}

export function insertField(db: Db, { choices, ...draft }: FieldDraft, now: IsoInstant): string {
  const uid = newUid(Date.parse(now));
  const sort = (oneRow<{ n: number | null }>(db, 'SELECT max(sort) AS n FROM client_field')?.n ?? 0) + 1;
  db.insert(clientField)
    .values({ ...draft, choices: JSON.stringify(choices), uid, sort })
    .run();
  return uid;
}

export function updateField(db: Db, id: number, values: Partial<Omit<FieldRecord, 'id' | 'uid'>>): void {
  db.update(clientField).set(values).where(eq(clientField.id, id)).run();
}

/** Of fields that are in use, in the shop's order; one statement for any number of clients. */
export function listValues(db: Db, clientIds: readonly number[]): StoredValue[] {
  return allRows<StoredValue>(
    db,
    `SELECT c.uid AS client_uid, v.field_id, f.uid, f.kind, v.value FROM client_field_value v
     JOIN client_field f ON f.id = v.field_id JOIN client c ON c.id = v.client_id
     WHERE v.client_id IN (SELECT value FROM json_each(?)) AND f.removed_at IS NULL ORDER BY v.client_id, f.sort, f.id`,
    [JSON.stringify(clientIds)],
  );
}

export function saveValue(db: Db, clientId: number, fieldId: number, value: string, now: IsoInstant): void {
  runSql(
    db,
    `INSERT INTO client_field_value (uid, client_id, field_id, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (client_id, field_id) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value`,
    [newUid(Date.parse(now)), clientId, fieldId, value],
  );
}

export function deleteValue(db: Db, clientId: number, fieldId: number): void {
  runSql(db, 'DELETE FROM client_field_value WHERE client_id = ? AND field_id = ?', [clientId, fieldId]);
}
