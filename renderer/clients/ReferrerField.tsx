// Who sent them: somebody of the book, who then stands in the tree of who sent whom, or a name that is typed.

import { ActionIcon, Button, Group, TextInput, Tooltip } from '@mantine/core';
import { IconUserSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { ClientChoice } from '../follow-ups/ClientChoice';
import classes from './ClientForm.module.css';
import { FieldLabel } from './FormSection';
import type { ClientForm } from './useClientForm';

export function ReferrerField({ form }: { readonly form: ClientForm }) {
  const { t } = useTranslation('clients');
  const [searching, setSearching] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const { values, change, isNew } = form;
  const label = (
    <FieldLabel form={form} field="referrer">
      {t('form.referrer')}
    </FieldLabel>
  );
  if (values.referredBy !== null)
    return <Chosen id={values.referredBy} name={name} label={t('form.referrer')} drop={() => change({ referredBy: null })} />;
  if (searching)
    return (
      <div>
        <ClientChoice
          label={t('form.referrer')}
          onChoose={(chosen) => {
            setSearching(false);
            setName(chosen.name);
            change({ referredBy: chosen.id, referrer: '' });
          }}
        />
        <Button variant="subtle" color="gray" size="compact-sm" mt={4} onClick={() => setSearching(false)}>
          {t('form.referrerTyped')}
        </Button>
      </div>
    );
  return (
    <TextInput
      id="client-referrer"
      label={label}
      value={values.referrer}
      error={form.error('client-referrer')}
      rightSection={
        isNew && (
          <Tooltip label={t('form.referrerFind')}>
            <ActionIcon size={28} aria-label={t('form.referrerFind')} onClick={() => setSearching(true)}>
              <IconUserSearch size={16} stroke={1.6} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )
      }
      onChange={(event) => change({ referrer: event.currentTarget.value })}
    />
  );
}

interface ChosenProps {
  readonly id: string;
  /** As it was chosen; null when the form goes on where it was left. */
  readonly name: string | null;
  readonly label: string;
  readonly drop: () => void;
}

function Chosen({ id, name: known, label, drop }: ChosenProps) {
  const { t } = useTranslation('clients');
  const asked = useQuery('clients.get', { id }, { enabled: known === null });
  const name = known ?? (asked.error?.code === 'record.not-found' ? t('form.referrerGone') : (asked.data?.name ?? ''));
  const remove = t('form.referrerDrop', { name });
  return (
    <fieldset className={classes.chosenBox}>
      <legend className={classes.chosenLabel}>{label}</legend>
      <Group gap={4} wrap="nowrap" className={classes.chosen ?? ''}>
        <span className={classes.chosenName}>{name}</span>
        <Tooltip label={remove}>
          <ActionIcon size={28} aria-label={remove} onClick={drop}>
            <IconX size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </Group>
    </fieldset>
  );
}
