// A new follow-up from anywhere: first the client, by name, pinyin or phone, then what is promised.

import { Button, Modal, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundClient } from '../../shared/clients/contract';
import { useQuery } from '../core/data';
import { Avatar } from '../core/ui/parts';
import { FollowUpForm } from './FollowUpForm';
import classes from './FollowUps.module.css';

export function FollowUpComposer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('followUps');
  const [client, setClient] = useState<FoundClient | null>(null);
  return (
    <Modal opened onClose={onClose} title={t('composer.title')} closeButtonProps={{ 'aria-label': t('phone.close') }}>
      {client === null ? (
        <ClientChoice onChoose={setClient} />
      ) : (
        <div className={classes.form}>
          <div className={classes.chosen}>
            <Avatar name={client.name} />
            <span className={classes.name}>{client.name}</span>
            <span className={`num ${classes.dayNote}`}>{client.number}</span>
            <Button variant="subtle" color="gray" size="compact-sm" ml="auto" onClick={() => setClient(null)}>
              {t('composer.other')}
            </Button>
          </div>
          <FollowUpForm clientId={client.id} clientName={client.name} onDone={onClose} />
        </div>
      )}
    </Modal>
  );
}

function ClientChoice({ onChoose }: { readonly onChoose: (client: FoundClient) => void }) {
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
  const rows = data?.rows ?? [];
  return (
    <Select
      label={t('composer.client')}
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
      <span className={classes.dayNote}>{client.pinyin}</span>
      <span className={`num ${classes.optionEnd}`}>{client.phone ?? client.number}</span>
    </span>
  );
}
