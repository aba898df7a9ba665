// Somebody changed the client while this form was open: says so, shows what is there now, and writes over nothing until one has decided.

import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { useCommand } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { useFields } from '../fields/useFields';
import { useFieldText } from '../fields/useFieldText';
import classes from './ClientForm.module.css';
import { formOf, withinRights } from './form-values';
import { differencesOf, type Difference } from './stale';
import type { ClientForm } from './useClientForm';

export interface StaleBoxProps {
  readonly form: ClientForm;
  /** As they are now. */
  readonly client: ClientPage;
  /** Erased for good meanwhile. */
  readonly gone: boolean;
}

export function StaleBox({ form, client, gone }: StaleBoxProps) {
  const { t } = useTranslation('clients');
  const { can } = useRights();
  const restore = useCommand('clients.restore', { say: () => t('said.restored', { name: client.name }) });
  const may = { contact: can('contact.change'), health: can('health.change') };
  const hidden = [
    ...(may.contact ? [] : (['phones', 'wechat', 'email', 'address'] as const)),
    ...(may.health ? [] : (['alerts'] as const)),
  ];
  const binned = client.deletedAt !== null;
  const differences = gone || binned ? [] : differencesOf(form.values, client, hidden);
  const state = gone ? 'gone' : binned ? 'binned' : client.archivedAt !== null ? 'archived' : 'changed';
  return (
    <div className={classes.stale} role="alert" id="client-stale">
      <p>
        <IconInfoCircle size={18} stroke={1.6} aria-hidden="true" />
        <b>{t(`stale.${state}`, { name: client.name })}</b>
      </p>
      {differences.length > 0 && (
        <ul>
          {differences.map((difference) => (
            <Row key={difference.kind === 'own' ? difference.id : difference.key} difference={difference} form={form} client={client} />
          ))}
        </ul>
      )}
      {!gone && !binned && (
        <div className={classes.staleActs}>
          <Button variant="default" size="compact-sm" onClick={() => form.change({ version: client.version })}>
            {t('stale.mine')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => form.change(withinRights(formOf(client), may))}>
            {t('stale.theirs')}
          </Button>
        </div>
      )}
      {binned && !gone && can('bin.change') && (
        <Button variant="default" size="compact-sm" loading={restore.busy} onClick={() => void restore.run({ id: client.id })}>
          {t('notice.restore')}
        </Button>
      )}
    </div>
  );
}

function Row({ difference, form, client }: { readonly difference: Difference } & Pick<StaleBoxProps, 'form' | 'client'>) {
  const { t } = useTranslation('clients');
  const { label, now } = useToldNow(difference, client);
  return (
    <li>
      <span>{label}</span>
      <span>{t('stale.now', { value: now === '' ? t('stale.nothing') : now })}</span>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={`${label} ${t('stale.take')}`}
        onClick={() => form.change(difference.take)}
      >
        {t('stale.take')}
      </Button>
    </li>
  );
}

/** The field and what stands in it in the book, in words. */
function useToldNow(difference: Difference, client: ClientPage): { readonly label: string; readonly now: string } {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const text = useFieldText();
  const own = useFields()?.own ?? [];
  if (difference.kind === 'own') {
    const field = own.find(({ id }) => id === difference.id);
    const value = client.fields.find(({ id }) => id === difference.id)?.value;
    return { label: field?.name ?? '', now: field && value !== undefined ? text(field, value) : '' };
  }
  const now = (): string => {
    switch (difference.key) {
      case 'gender':
        return client.gender === null ? '' : t(`gender.${client.gender}`);
      case 'phones':
        return format.list(client.phones.flatMap(({ shown }) => shown ?? []));
      case 'birthday':
        return client.birthday === null ? '' : format.birthday(client.birthday);
      case 'alerts':
        return format.list(formOf(client).alerts.map((alert) => alert.text));
      case 'tierId':
        return client.tier?.name ?? '';
      case 'staffId':
        return client.staff?.name ?? '';
      case 'tags':
        return format.list(client.tags.map(({ name }) => name));
      case 'firstSeenOn':
        return client.firstSeenOn === null ? '' : format.day(client.firstSeenOn);
      default:
        return client[difference.key] ?? '';
    }
  };
  return { label: t(`stale.fields.${difference.key}`), now: now() };
}
