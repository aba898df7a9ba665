// One line of the visit: how many, for how much; who did it and what was taken off unfold below.

import { ActionIcon, Checkbox, TextInput } from '@mantine/core';
import { IconUserCog, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRights } from '../core/rights';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import { ItemDetails, type ItemDetailsProps } from './ItemDetails';
import { priceOf, problemOf, quantityOf, type LineProblem } from './lines';
import classes from './VisitPanel.module.css';

const WRONG = {
  quantity: 'item.wrongQuantity',
  price: 'item.wrongPrice',
  'too-large': 'item.tooLarge',
  discount: 'item.wrongDiscount',
} as const satisfies Record<LineProblem, string>;

export function ItemRow({ item, form, staff }: ItemDetailsProps) {
  const { t } = useTranslation('visits');
  const { can } = useRights();
  const { name, key } = item;
  const [opened, setOpened] = useState(item.staffId !== null || item.discount !== '');
  const details = useId();
  // a row that opens by itself asks for the price
  const price = useFirstFocus<HTMLInputElement>(item.serviceId === null && item.price === '');
  const problem = problemOf(item);
  return (
    <li>
      <span className={classes.itemName}>{name}</span>
      {item.serviceId === null && item.productId === null && can('settings.change') && (
        <Checkbox
          checked={item.keep}
          label={t('item.keep')}
          onChange={(event) => form.changeItem(key, { keep: event.currentTarget.checked })}
        />
      )}
      <TextInput
        w={56}
        size="xs"
        aria-label={t('item.quantity', { name })}
        inputMode="decimal"
        value={item.quantity}
        error={quantityOf(item) === null}
        onChange={(event) => form.changeItem(key, { quantity: event.currentTarget.value })}
      />
      {can('money.change') && (
        <TextInput
          w={96}
          size="xs"
          ref={price}
          aria-label={t('item.price', { name })}
          placeholder={t('item.pricePlaceholder')}
          inputMode="decimal"
          value={item.price}
          error={priceOf(item) === null}
          onChange={(event) => form.changeItem(key, { price: event.currentTarget.value })}
        />
      )}
      <ActionIcon
        size={28}
        aria-label={t('item.details', { name })}
        aria-expanded={opened}
        aria-controls={details}
        onClick={() => setOpened(!opened)}
      >
        <IconUserCog size={16} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon size={28} aria-label={t('item.remove', { name })} onClick={() => form.removeItem(key)}>
        <IconX size={16} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      {problem !== null && <p className={classes.error}>{t(WRONG[problem])}</p>}
      <div id={details} hidden={!opened} className={classes.itemDetails}>
        {opened && <ItemDetails item={item} form={form} staff={staff} />}
      </div>
    </li>
  );
}
