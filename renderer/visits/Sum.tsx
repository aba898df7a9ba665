// What is to be paid: subtotal, discount as people say it, the sum.

import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cents } from '../../shared/core/money';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Num } from '../core/ui/parts';
import type { VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

export function Sum({ form }: { readonly form: VisitForm }) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const { subtotal, amount, values } = form;
  const { can } = useRights();
  const off = amount === null ? 0 : subtotal - amount;
  if (!can('money.see')) return null;
  return (
    <div className={classes.sum}>
      <div className={classes.sumLine}>
        <span>{t('sum.subtotal')}</span>
        <Num>{format.money(subtotal)}</Num>
      </div>
      {can('money.change') ? (
        <div className={classes.sumLine}>
          <label htmlFor="visit-discount">{t('sum.discount')}</label>
          <TextInput
            id="visit-discount"
            w={96}
            size="xs"
            placeholder={t('sum.placeholder')}
            value={values.discount}
            error={amount === null}
            aria-describedby="visit-discount-hint"
            onChange={(event) => form.change({ discount: event.currentTarget.value })}
          />
          <span id="visit-discount-hint" className={amount === null ? classes.error : classes.hint}>
            {t(amount === null ? 'sum.wrong' : 'sum.hint')}
          </span>
          {off !== 0 && <Num>{off > 0 ? `−${format.money(cents(off))}` : `+${format.money(cents(-off))}`}</Num>}
        </div>
      ) : (
        <p className={classes.hint}>{t('sum.fixed')}</p>
      )}
      <div className={classes.sumLine}>
        <span>{t('sum.total')}</span>
        <Num className={classes.toPay ?? ''}>{amount === null ? '' : format.money(amount)}</Num>
      </div>
    </div>
  );
}
