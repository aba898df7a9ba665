// A changed value of a client as people write it.

import { useTranslation } from 'react-i18next';
import { isBirthday } from '../../shared/core/birthday';
import { isIsoDate, todayAt } from '../../shared/core/date';
import type { FieldChange } from '../../shared/history/contract';
import { RelationKind } from '../../shared/relations/kinds';
import { useFormat } from '../core/format';

export interface ChangeWords {
  /** 微信 · 血型 · 过敏 */
  nameOf(change: FieldChange): string;
  valueOf(change: FieldChange, value: string | null): string;
}

export function useChangeWords(): ChangeWords {
  const { t } = useTranslation(['timeline', 'clients', 'relations']);
  const format = useFormat();
  function nameOf({ field, label }: FieldChange): string {
    if (field === 'field' || field === 'yesNoField') return label ?? t('change.fields.field');
    const kind = field === 'relation' ? RelationKind.safeParse(label).data : undefined;
    return kind ? t(`kinds.${kind}`, { ns: 'relations' }) : t(`change.fields.${field}`);
  }
  function valueOf({ field }: FieldChange, value: string | null): string {
    if (value === null) return t('change.nothing');
    if (field === 'gender' && (value === 'female' || value === 'male')) return t(`gender.${value}`, { ns: 'clients' });
    if (field === 'birthday' && isBirthday(value)) return format.birthday(value);
    if ((field === 'firstSeenOn' || field === 'field') && isIsoDate(value)) return format.day(value);
    if (field === 'archived' || field === 'deleted') return format.day(todayAt(new Date(value)));
    if (field === 'askedNoAlerts') return t('change.yes');
    if (field === 'yesNoField') return t(value === 'yes' ? 'change.yes' : 'change.no');
    return value;
  }
  return { nameOf, valueOf };
}
