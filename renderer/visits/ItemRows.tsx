// Quantity and price of what was chosen: open for what has no price yet or was typed by hand, the rest on request.

import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitOffer } from '../../shared/visits/contract';
import { useRights } from '../core/rights';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import type { VisitForm } from './useVisitForm';
import { PICKS } from './ServicePicks';
import { priceOf, quantityOf, type ItemValue } from './visit-values';
import classes from './VisitPanel.module.css';

export interface ItemRowsProps {
  readonly form: VisitForm;
  readonly offer: VisitOffer;
}

export function ItemRows({ form, offer }: ItemRowsProps) {
  const { t } = useTranslation('visits');
  const { items } = form.values;
  const [all, setAll] = useState(items.some((item) => item.quantity !== '1'));
  const picks = new Map(offer.services.slice(0, PICKS).map((service) => [String(service.id), service.priceCents]));
  const needsRow = (item: ItemValue): boolean => all || item.serviceId === null || (picks.get(item.serviceId) ?? null) === null;
  const shown = items.filter(needsRow);
  return (
    <>
      {shown.length > 0 && (
        <ul className={classes.rows}>
          {shown.map((item) => (
            <ItemRow key={item.key} item={item} form={form} />
          ))}
        </ul>
      )}
      {items.length > shown.length && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes.other}
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => setAll(true)}
        >
          {t('services.adjust')}
        </Button>
      )}
    </>
  );
}

function ItemRow({ item, form }: { readonly item: ItemValue; readonly form: VisitForm }) {
  const { t } = useTranslation('visits');
  const { can } = useRights();
  const { name, key } = item;
  // a row that opens by itself asks for the price
  const price = useFirstFocus<HTMLInputElement>(item.serviceId === null && item.price === '');
  const wrong = quantityOf(item) === null ? t('item.wrongQuantity') : priceOf(item) === null ? t('item.wrongPrice') : null;
  return (
    <li>
      <span className={classes.itemName}>{name}</span>
      {item.serviceId === null && can('settings.change') && (
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
      <ActionIcon size={28} aria-label={t('item.remove', { name })} onClick={() => form.removeItem(key)}>
        <IconX size={16} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      {wrong !== null && <p className={classes.error}>{wrong}</p>}
    </li>
  );
}
