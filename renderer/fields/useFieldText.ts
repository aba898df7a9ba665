// The value of one of the shop's own fields as a person reads it.

import { useTranslation } from 'react-i18next';
import { isIsoDate } from '../../shared/core/date';
import type { ClientField } from '../../shared/fields/contract';
import { choicesOf } from '../../shared/fields/value';
import { useFormat } from '../core/format';

export function useFieldText(): (field: Pick<ClientField, 'kind'>, value: string) => string {
  const { t } = useTranslation('fields');
  const format = useFormat();
  return ({ kind }, value) => {
    if (kind === 'date') return isIsoDate(value) ? format.day(value) : value;
    if (kind === 'choices') return format.list(choicesOf(value));
    if (kind === 'yes-no') return t(value === 'yes' ? 'value.yes' : 'value.no');
    return value;
  };
}
