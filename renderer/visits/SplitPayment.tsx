// Paid in more than one way: a row each; what is left empty takes the rest.

import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { cents } from '../../shared/core/money';
import { PAYMENTS } from '../../shared/visits/contract';
import { useFormat } from '../core/format';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import { nextPayment, settle, type TypedPayment } from './payments';
import { NOTHING_TO_PAY, plainAmount } from './visit-values';
import type { VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

export function SplitPayment({ form }: { readonly form: VisitForm }) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  const { payments } = form.values;
  const { amounts, missing } = settle(payments, form.amount ?? NOTHING_TO_PAY);
  const first = useFirstFocus<HTMLInputElement>(payments.every(({ amount }) => amount === ''));
  function changeAt(place: number, part: Partial<TypedPayment>): void {
    form.change({ payments: payments.map((one, index) => (index === place ? { ...one, ...part } : one)) });
  }
  function remove(place: number): void {
    const left = payments.filter((_, index) => index !== place);
    const [only, second] = left;
    // one way left is one way
    form.change(second ? { payments: left } : { payments: [], payment: only?.payment ?? null });
  }
  return (
    <fieldset className={classes.split} aria-label={t('payment')}>
      {payments.map(({ payment, amount }, place) => {
        const name = t(`payments.${payment}`);
        const known = amounts[place] ?? null;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a row is its place: the same way to pay may stand there twice
          <div key={place} className={classes.splitRow}>
            <Select
              size="xs"
              allowDeselect={false}
              aria-label={t('split.how', { place: place + 1 })}
              data={PAYMENTS.map((one) => ({ value: one, label: t(`payments.${one}`) }))}
              value={payment}
              onChange={(chosen) => changeAt(place, { payment: PAYMENTS.find((one) => one === chosen) ?? payment })}
            />
            <TextInput
              size="xs"
              ref={place === 0 ? first : null}
              aria-label={t('split.amount', { name })}
              inputMode="decimal"
              placeholder={known === null ? '' : plainAmount(known)}
              value={amount}
              error={known === null || (form.tried && missing !== 0)}
              onChange={(event) => changeAt(place, { amount: event.currentTarget.value })}
            />
            <ActionIcon size={28} aria-label={t('split.remove', { name })} onClick={() => remove(place)}>
              <IconX size={16} stroke={1.6} aria-hidden="true" />
            </ActionIcon>
          </div>
        );
      })}
      <div className={classes.splitFoot}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => form.change({ payments: [...payments, { payment: nextPayment(payments.map((one) => one.payment)), amount: '' }] })}
        >
          {t('split.more')}
        </Button>
        {missing !== 0 && (
          <output className={classes.error}>
            {t(missing > 0 ? 'split.missing' : 'split.over', { amount: format.money(cents(Math.abs(missing))) })}
          </output>
        )}
      </div>
    </fieldset>
  );
}
