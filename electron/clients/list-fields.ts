// What the rows of a list have in the shop's own fields: one statement for all of them.

import type { ClientRow, FoundClient } from '../../shared/clients/contract';
import type { Context } from '../core/context';
import { readable } from '../core/demand';
import { valuesOf } from '../fields/service';

export type RowWithFields = ClientRow & Pick<FoundClient, 'fields'>;

export function withFields(context: Pick<Context, 'db' | 'session'>, ids: readonly number[], rows: readonly ClientRow[]): RowWithFields[] {
  const values = valuesOf(context, ids);
  return rows.map((row) => ({
    ...row,
    fields: (values.get(row.id) ?? []).map(({ id, value }) => ({ id, value: readable(context, value) })),
  }));
}
