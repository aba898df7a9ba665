// Quantity and price of what was chosen: open for what has no price yet or no number key, the rest on request.

import { Button } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitOffer } from '../../shared/visits/contract';
import { ItemRow } from './ItemRow';
import { PICKS } from './ServicePicks';
import type { VisitForm } from './useVisitForm';
import type { ItemValue } from './visit-values';
import classes from './VisitPanel.module.css';

export interface ItemRowsProps {
  readonly form: VisitForm;
  readonly offer: VisitOffer;
}

export function ItemRows({ form, offer }: ItemRowsProps) {
  const { t } = useTranslation('visits');
  const { items } = form.values;
  const [all, setAll] = useState(items.some((item) => item.quantity !== '1' || hasDetails(item)));
  const picks = new Map(offer.services.slice(0, PICKS).map((service) => [String(service.id), service.priceCents]));
  const twice = (item: ItemValue): boolean => items.some((one) => one !== item && one.serviceId === item.serviceId);
  const needsRow = (item: ItemValue): boolean =>
    all || item.serviceId === null || (picks.get(item.serviceId) ?? null) === null || hasDetails(item) || twice(item);
  const shown = items.filter(needsRow);
  return (
    <>
      {shown.length > 0 && (
        <ul className={classes.rows}>
          {shown.map((item) => (
            <ItemRow key={item.key} item={item} form={form} staff={offer.staff} />
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

function hasDetails({ staffId, discount }: ItemValue): boolean {
  return staffId !== null || discount !== '';
}
