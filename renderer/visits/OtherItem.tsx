// Any other service or product: found by name, or typed by hand.

import { Autocomplete, Button } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitOffer } from '../../shared/visits/contract';
import { useRights } from '../core/rights';
import { Kbd } from '../core/ui/Kbd';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import type { VisitForm } from './useVisitForm';
import { itemByHand, itemOfProduct, itemOfService } from './lines';
import classes from './VisitPanel.module.css';

export interface OtherItemProps {
  readonly offer: VisitOffer;
  readonly form: VisitForm;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
}

export function OtherItem({ offer, form, opened, onChange }: OtherItemProps) {
  const { t } = useTranslation('visits');
  const { can } = useRights();
  function take(name: string): void {
    const wanted = name.trim();
    if (wanted === '') return;
    const service = offer.services.find((one) => one.name === wanted);
    const product = offer.products.find((one) => one.name === wanted);
    // what is not on the list has no price, and who may not set one cannot record it
    if (!service && !product && !can('money.change')) return;
    onChange(false);
    if (service) form.add(itemOfService(service));
    else if (product) form.add(itemOfProduct(product));
    else form.add({ ...itemByHand(wanted), keep: can('settings.change') });
  }
  if (opened) return <Search offer={offer} take={take} close={() => onChange(false)} />;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      className={classes.other}
      leftSection={<IconPlus size={16} stroke={1.6} aria-hidden="true" />}
      rightSection={<Kbd keys="/" />}
      onClick={() => onChange(true)}
    >
      {t('services.other')}
    </Button>
  );
}

interface SearchProps {
  readonly offer: VisitOffer;
  readonly take: (name: string) => void;
  readonly close: () => void;
}

function Search({ offer, take, close }: SearchProps) {
  const { t } = useTranslation('visits');
  const [text, setText] = useState('');
  const services = new Set(offer.services.map(({ name }) => name));
  const products = new Set(offer.products.flatMap(({ name }) => (services.has(name) ? [] : [name])));
  const groups = [
    { group: t('services.title'), items: [...services] },
    { group: t('services.products'), items: [...products] },
  ].filter(({ items }) => items.length > 0);
  const met = new Set([...offer.services, ...offer.products].flatMap(({ name, conflict }) => (conflict ? [name] : [])));
  const field = useFirstFocus<HTMLInputElement>();
  return (
    <Autocomplete
      mt={8}
      ref={field}
      data-autofocus
      aria-label={t('services.otherLabel')}
      placeholder={t('services.otherPlaceholder')}
      value={text}
      maxLength={120}
      limit={8}
      data={groups}
      renderOption={({ option }) => <Option name={option.value} met={met.has(option.value)} />}
      onChange={setText}
      onOptionSubmit={take}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
        // an option that is highlighted is submitted by the list itself
        const picking = event.currentTarget.getAttribute('aria-activedescendant');
        if (event.key === 'Enter' && !picking) {
          event.preventDefault();
          take(text);
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        }
      }}
    />
  );
}

/** What something speaks against is marked before it is chosen; the words come with the choice. */
function Option({ name, met }: { readonly name: string; readonly met: boolean }) {
  const { t } = useTranslation('visits');
  return (
    <span className={classes.option}>
      {name}
      {met && (
        <span className={classes.met}>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
          {t('conflict.mark')}
        </span>
      )}
    </span>
  );
}
