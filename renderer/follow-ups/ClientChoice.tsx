// One client of the book, found by name, pinyin or the end of a phone.

import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundClient } from '../../shared/clients/contract';
import { useQuery } from '../core/data';
import { AlertChips } from '../core/ui/Alerts';
import classes from './FollowUps.module.css';

export interface ClientChoiceProps {
  readonly label: string;
  /** Cannot be chosen. */
  readonly except?: string;
  readonly onChoose: (client: FoundClient) => void;
}

export function ClientChoice({ label, except, onChoose }: ClientChoiceProps) {
  const { t } = useTranslation('followUps');
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 80);
  const { data } = useQuery(
    'clients.list',
    {
      filter: { text: asked, tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' },
      sort: 'last-visit',
      descending: true,
      offset: 0,
      limit: 8,
    },
    { keep: true },
  );
  const rows = (data?.rows ?? []).filter(({ id }) => id !== except);
  return (
    <Select
      label={label}
      placeholder={t('composer.clientPlaceholder')}
      leftSection={<IconSearch size={16} stroke={1.7} aria-hidden="true" />}
      searchable
      data-autofocus
      searchValue={text}
      onSearchChange={setText}
      data={rows.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={null}
      nothingFoundMessage={data ? t('composer.nobodyFound') : undefined}
      renderOption={({ option }) => <Option client={rows.find(({ id }) => id === option.value)} />}
      onChange={(id) => {
        const chosen = rows.find((row) => row.id === id);
        if (chosen) onChoose(chosen);
      }}
    />
  );
}

function Option({ client }: { readonly client: FoundClient | undefined }) {
  if (!client) return null;
  return (
    <span className={classes.option}>
      <span className={classes.name}>{client.name}</span>
      <AlertChips kinds={client.alerts} />
      <span className={classes.dayNote}>{client.pinyin}</span>
      <span className={`num ${classes.optionEnd}`}>{client.phone ?? client.number}</span>
    </span>
  );
}
