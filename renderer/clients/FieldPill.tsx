// The filter by a field of the shop's own: a choice of it, or whether it is filled in.

import { useTranslation } from 'react-i18next';
import type { ClientField } from '../../shared/fields/contract';
import { useFields } from '../fields/useFields';
import { FilterPill, type FilterChoice } from './FilterPill';
import type { ListFilter } from './list-place';

type FieldFilter = NonNullable<ListFilter['field']>;

export interface FieldPillProps {
  readonly filter: ListFilter;
  readonly change: (change: Partial<ListFilter>) => void;
}

export function FieldPill({ filter, change }: FieldPillProps) {
  const { t } = useTranslation('clients');
  const { t: words } = useTranslation('fields');
  const own = useFields()?.own ?? [];
  if (own.length === 0) return null;
  const filters = own.flatMap((field) => optionsOf(field).map((option) => ({ field, option })));
  const named = (field: ClientField, { value }: FieldFilter): string => {
    if (value === null) return words('value.none');
    if (value === '') return words('value.any');
    return field.kind === 'yes-no' ? words(value === 'yes' ? 'value.yes' : 'value.no') : value;
  };
  const choices = filters.map(({ field, option }): FilterChoice<string | null> => ({
    value: keyOf(option),
    label: t('ownColumns.filter', { name: field.name, value: named(field, option) }),
  }));
  return (
    <FilterPill
      label={t('ownColumns.pill')}
      value={filter.field ? keyOf(filter.field) : null}
      none={null}
      choices={choices}
      choose={(key) => change({ field: filters.find(({ option }) => keyOf(option) === key)?.option ?? null })}
    />
  );
}

function optionsOf({ id, kind, choices }: ClientField): readonly FieldFilter[] {
  const values = kind === 'yes-no' ? ['yes', 'no'] : choices;
  return [...values.map((value) => ({ id, value })), ...(values.length === 0 ? [{ id, value: '' }] : []), { id, value: null }];
}

function keyOf({ id, value }: FieldFilter): string {
  return JSON.stringify([id, value]);
}
