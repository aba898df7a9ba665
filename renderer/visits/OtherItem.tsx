// Any other service or product: found by name, or typed by hand.

import { Autocomplete, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitOffer } from '../../shared/visits/contract';
import { useRights } from '../core/rights';
import { Kbd } from '../core/ui/Kbd';
import { useFirstFocus } from '../core/ui/useFirstFocus';
import type { VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

export interface OtherItemProps {
  /** Those without a number key. */
  readonly services: VisitOffer['services'];
  readonly form: VisitForm;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
}

export function OtherItem({ services, form, opened, onChange }: OtherItemProps) {
  const { t } = useTranslation('visits');
  const { can } = useRights();
  function take(name: string): void {
    const wanted = name.trim();
    if (wanted === '') return;
    const service = services.find((one) => one.name === wanted);
    // what is not on the list has no price, and who may not set one cannot record it
    if (!service && !can('money.change')) return;
    onChange(false);
    if (!service) {
      const item = { ...typedItem(wanted, form.values.items.length), keep: can('settings.change') };
      return form.change({ items: [...form.values.items, item] });
    }
    if (!form.values.items.some((item) => item.key === service.id)) form.toggle(service);
  }
  if (opened) return <Search services={services} take={take} close={() => onChange(false)} />;
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
  readonly services: VisitOffer['services'];
  readonly take: (name: string) => void;
  readonly close: () => void;
}

function Search({ services, take, close }: SearchProps) {
  const { t } = useTranslation('visits');
  const [text, setText] = useState('');
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
      data={[...new Set(services.map((service) => service.name))]}
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

function typedItem(name: string, place: number) {
  return { key: `typed-${place}-${name}`, serviceId: null, name, quantity: '1', price: '' };
}
