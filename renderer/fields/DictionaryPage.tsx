// The field dictionary: every standard field and every one of the shop's own, what it means, how it is written and what it is for.

import { IconAlertCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Page } from '../core/ui/Page';
import { SectionTitle } from '../core/ui/parts';
import { ErrorState, LoadingRows } from '../core/ui/states';
import settings from '../settings/Settings.module.css';
import classes from './Fields.module.css';
import { STANDARD_FIELDS } from './standard';
import { useFields, type ShopFields } from './useFields';

export function DictionaryPage() {
  const { t } = useTranslation('fields');
  const { t: pages } = useTranslation('settings');
  const query = useQuery('fields.list', null);
  const fields = useFields();
  const without = fields?.own.filter(({ purpose }) => purpose === null).length ?? 0;
  return (
    <Page title={pages('pages.dictionary')} lead={t('dictionary.lead')}>
      {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows height={44} />}
      {fields && without > 0 && <NoPurpose count={without} />}
      {fields && fields.own.length > 0 && <OwnTable own={fields.own} />}
      {fields && <StandardTable required={fields.required} />}
    </Page>
  );
}

function NoPurpose({ count }: { readonly count: number }) {
  const { t } = useTranslation('fields');
  const { can } = useRights();
  return (
    <p className={classes.notice} role="note">
      <IconAlertCircle size={18} stroke={1.6} aria-hidden="true" />
      <span>{t('dictionary.noPurposeCount', { count })}</span>
      {can('settings.change') && (
        <Link to="/settings/$page" params={{ page: 'fields' }}>
          {t('dictionary.edit')}
        </Link>
      )}
    </p>
  );
}

function OwnTable({ own }: Pick<ShopFields, 'own'>) {
  const { t } = useTranslation('fields');
  const format = useFormat();
  return (
    <Entries title={t('dictionary.own')} count={own.length}>
      {own.map(({ id, name, kind, choices, purpose, required }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td>{choices.length > 0 ? format.list(choices) : t('dictionary.added')}</td>
          <td>{t(`kinds.${kind}`)}</td>
          <td>{t(`kindHints.${kind}`)}</td>
          <td>
            {purpose ?? (
              <span className={classes.missing}>
                <IconAlertCircle size={16} stroke={1.6} aria-hidden="true" />
                {t('dictionary.noPurpose')}
              </span>
            )}
          </td>
          <td>{t(required ? 'dictionary.yes' : 'dictionary.no')}</td>
        </tr>
      ))}
    </Entries>
  );
}

function StandardTable({ required }: Pick<ShopFields, 'required'>) {
  const { t } = useTranslation('fields');
  const must = (field: string): 'always' | 'yes' | 'no' => {
    if (field === 'name') return 'always';
    return required.some((one) => one === field) ? 'yes' : 'no';
  };
  return (
    <Entries title={t('dictionary.standard')} count={STANDARD_FIELDS.length}>
      {STANDARD_FIELDS.map(({ field, kind, format }) => (
        <tr key={field}>
          <th scope="row">{t(`fields.${field}`)}</th>
          <td>{t(`meanings.${field}`)}</td>
          <td>{t(`kinds.${kind}`)}</td>
          <td>{t(`formats.${format}`)}</td>
          <td>{t(`purposes.${field}`)}</td>
          <td>{t(`dictionary.${must(field)}`)}</td>
        </tr>
      ))}
    </Entries>
  );
}

function Entries({ title, count, children }: { readonly title: string; readonly count: number; readonly children: ReactNode }) {
  const { t } = useTranslation('fields');
  return (
    <section>
      <SectionTitle count={count}>{title}</SectionTitle>
      <table className={`${settings.table} ${classes.dictionary}`} aria-label={title}>
        <thead>
          <tr>
            <th style={{ width: 140 }}>{t('dictionary.field')}</th>
            <th>{t('dictionary.meaning')}</th>
            <th style={{ width: 72 }}>{t('dictionary.type')}</th>
            <th style={{ width: 140 }}>{t('dictionary.format')}</th>
            <th>{t('dictionary.purpose')}</th>
            <th style={{ width: 88 }}>{t('dictionary.must')}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
