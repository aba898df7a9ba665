// What seldom differs from the visit itself: who did this line, and what was taken off it alone.

import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cents } from '../../shared/core/money';
import type { VisitOffer } from '../../shared/visits/contract';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Num } from '../core/ui/parts';
import { discountOf } from './lines';
import { StaffChoice } from './StaffChoice';
import type { VisitForm } from './useVisitForm';
import type { ItemValue } from './visit-values';
import classes from './VisitPanel.module.css';

export interface ItemDetailsProps {
  readonly item: ItemValue;
  readonly form: VisitForm;
  readonly staff: VisitOffer['staff'];
}

export function ItemDetails({ item, form, staff }: ItemDetailsProps) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const { can } = useRights();
  const { key, name } = item;
  const off = discountOf(item);
  return (
    <>
      {staff.length > 0 && (
        <StaffChoice
          label={t('item.staff', { name })}
          staff={staff}
          value={item.staffId ?? form.values.staffId}
          // whoever stands on the visit need not stand on the line
          onChange={(id) => form.changeItem(key, { staffId: id === form.values.staffId ? null : id })}
        />
      )}
      {can('money.change') && (
        <div className={classes.lineOff}>
          <TextInput
            w={96}
            size="xs"
            aria-label={t('item.discount', { name })}
            placeholder={t('sum.placeholder')}
            value={item.discount}
            error={off === null}
            onChange={(event) => form.changeItem(key, { discount: event.currentTarget.value })}
          />
          <span className={classes.hint}>{t('item.discountHint')}</span>
          {off !== null && off > 0 && <Num>{`−${format.money(cents(off))}`}</Num>}
        </div>
      )}
    </>
  );
}
