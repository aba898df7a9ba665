// What the owner insists on and a client has not: said on their page, also of those who were written down before anybody insisted.

import type { FieldValue } from '../../shared/fields/contract';
import { isAsked } from '../../shared/fields/required';
import type { Context } from '../core/context';
import { may } from '../core/demand';
import { fieldsInUse, requiredFields } from '../fields/service';
import type { ClientRecord } from './store';

export interface Parts {
  readonly row: ClientRecord;
  readonly phones: number;
  readonly tags: number;
  readonly alerts: number;
  readonly fields: readonly FieldValue[];
}

/** Standard fields by name, the shop's own by id. For who may not know of a thing it is not missing. */
export function missingRequired(context: Context, { row, phones, tags, alerts, fields }: Parts): string[] {
  const sees = { contact: may(context, 'contact', 'masked'), health: may(context, 'health', 'masked') };
  const standard = requiredFields(context.db).filter((field) => {
    if (!isAsked(field, sees)) return false;
    if (field === 'phone') return phones === 0;
    if (field === 'tags') return tags === 0;
    if (field === 'alerts') return alerts === 0 && !row.askedNoAlerts;
    if (field === 'tier') return row.tierId === null;
    if (field === 'staff') return row.staffId === null;
    return (row[field] ?? '') === '';
  });
  const given = new Set(fields.map(({ id }) => id));
  const own = fieldsInUse(context.db).filter(({ required, id }) => required && !given.has(id));
  return [...standard, ...own.map(({ id }) => id)];
}
