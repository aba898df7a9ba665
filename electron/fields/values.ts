// Writes what somebody filled in: checked by kind, and nothing the owner insists on left out.

import type { ClientDraft } from '../../shared/clients/contract';
import { AppError } from '../../shared/errors';
import { missingOf } from '../../shared/fields/required';
import { readFieldValue } from '../../shared/fields/value';
import type { CommandContext } from '../core/context';
import { may, sentBack } from '../core/demand';
import { fieldsInUse, requiredFields, type FieldInUse } from './service';
import { deleteValue, listValues, saveValue } from './store';

/** Call before anything of the client is written; `clientId` is null for a new one. Gives back what writes the values. */
export function checkedFields(context: CommandContext, clientId: number | null, draft: ClientDraft): (clientId: number) => void {
  const { db, now } = context;
  const fields = fieldsInUse(db);
  const stored = new Map(clientId === null ? [] : listValues(db, [clientId]).map((row) => [row.field_id, row.value]));
  const sent = new Map(draft.fields.map(({ id, value }) => [id, value]));
  const changes = fields.flatMap((field) => {
    const typed = sent.get(field.id);
    if (typed === undefined) return [];
    const before = stored.get(field.rowId) ?? null;
    return [{ field, value: read(field, sentBack(context, typed, before), before) }];
  });
  const after = new Map(stored);
  for (const { field, value } of changes) after.set(field.rowId, value ?? '');
  refuseMissing(context, draft, fields, after);
  return (id) => {
    for (const { field, value } of changes)
      if (value === null) deleteValue(db, id, field.rowId);
      else saveValue(db, id, field.rowId, value, now);
  };
}

function read(field: FieldInUse, typed: string | null, stored: string | null): string | null {
  const reading = readFieldValue(field, typed, stored);
  if (!reading.ok) throw new AppError('fields.value-wrong', { id: field.id, name: field.name, problem: reading.problem });
  return reading.value;
}

function refuseMissing(
  context: CommandContext,
  draft: ClientDraft,
  fields: readonly FieldInUse[],
  values: ReadonlyMap<number, string>,
): void {
  const right = { contact: may(context, 'contact', 'change'), health: may(context, 'health', 'change') };
  const standard = missingOf(requiredFields(context.db), draft, right);
  const own = fields.filter(({ required, rowId }) => required && (values.get(rowId) ?? '') === '').map(({ id }) => id);
  const missing = [...standard, ...own];
  if (missing.length > 0) throw new AppError('fields.missing', { fields: missing });
}
