// What is to be paid: subtotal, discount as people say it, the sum; less than nothing is given back.

import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cents } from '../../shared/core/money';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Num } from '../core/ui/parts';
import { nextPayment } from './payments';
import type { VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

export function Sum({ form }: { readonly form: VisitForm }) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const { subtotal, off, amount, values } = form;
  const { can } = useRights();
  if (!can('money.see')) return null;
  const back = amount !== null && amount < 0;
  return (
    <div className={classes.sum}>
      <div className={classes.sumLine}>
        <span>{t('sum.subtotal')}</span>
        {off > 0 && <span className={classes.hint}>{t('sum.lineDiscounts', { amount: format.money(off) })}</span>}
        <Num>{format.money(subtotal)}</Num>
      </div>
      {can('money.change') ? <Discount form={form} /> : <p className={classes.hint}>{t('sum.fixed')}</p>}
      <div className={classes.sumLine}>
        <span>{t(back ? 'sum.back' : 'sum.total')}</span>
        {values.payments.length === 0 && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => form.change({ payments: twoWays(form) })}>
            {t('split.start')}
          </Button>
        )}
        <Num className={classes.toPay ?? ''}>{amount === null ? '' : format.money(cents(Math.abs(amount)))}</Num>
      </div>
    </div>
  );
}

function Discount({ form }: { readonly form: VisitForm }) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const { subtotal, off, amount, values } = form;
  const whole = amount === null ? 0 : subtotal - off - amount;
  return (
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
      {whole !== 0 && <Num>{whole > 0 ? `−${format.money(cents(whole))}` : `+${format.money(cents(-whole))}`}</Num>}
    </div>
  );
}

/** The way that stands there, and another one. */
function twoWays({ values }: VisitForm) {
  const first = values.payment ?? nextPayment([]);
  return [first, nextPayment([first])].map((payment) => ({ payment, amount: '' }));
}
