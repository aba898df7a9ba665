// 越过提醒: services that met a health alert and were done all the same, for the owner to see and to tick off.

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictOverride } from '../../shared/visits/contract';
import { useCommand, useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import classes from './Audit.module.css';
import { Table } from './Table';

const PAGE = 100;

export function OverridesTab() {
  const { t } = useTranslation(['audit', 'core']);
  const format = useFormat();
  const [limit, setLimit] = useState(PAGE);
  const { data, error, refetch } = useQuery('visits.overrides', { limit }, { keep: true });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={6} height={44} />;
  if (data.total === 0)
    return (
      <EmptyState icon={IconAlertTriangle} title={t('overrides.empty')}>
        {t('overrides.emptyBody')}
      </EmptyState>
    );
  const heads = (['when', 'client', 'service', 'what', 'reason', 'by', 'state'] as const).map((head) => t(`overrides.${head}`));
  const rows = data.overrides.map((one) => ({
    key: one.id,
    cells: [
      format.moment(one.at),
      <Link key="client" to="/clients/$id" params={{ id: one.client.id }} className={classes.client}>
        {one.client.name}
      </Link>,
      one.service ?? one.product ?? t('overrides.noService'),
      one.what === null
        ? t('overrides.unreadable')
        : one.what.kind === 'patch-test'
          ? t(`overrides.untested.${one.what.standing}`)
          : t('overrides.meets', {
              kind: t(`alerts.${one.what.kind}`, { ns: 'core' }),
              text: one.what.text,
              ingredient: one.what.ingredient,
            }),
      one.reason ?? t('overrides.unreadable'),
      one.by,
      one.seen ? t('overrides.seen') : <See key="see" one={one} />,
    ],
  }));
  return (
    <div className={classes.scroll}>
      <p className={classes.lead}>{t('overrides.lead')}</p>
      <p className={`num ${classes.lead}`} aria-live="polite">
        {data.unseen === 0 ? t('overrides.allSeen') : t('overrides.unseen', { count: data.unseen })}
      </p>
      <Table heads={heads} rows={rows} />
      {data.total > data.overrides.length && (
        <Button variant="subtle" color="gray" size="compact-sm" mt={12} onClick={() => setLimit(limit + PAGE)}>
          {t('overrides.more')}
        </Button>
      )}
    </div>
  );
}

/** Beside the word of the tab; nothing when there is nothing new. */
export function UnseenOverrides() {
  const format = useFormat();
  const unseen = useQuery('visits.overrides', { limit: PAGE }).data?.unseen ?? 0;
  return unseen === 0 ? null : <span className={`num ${classes.quiet}`}>{format.count(unseen)}</span>;
}

function See({ one }: { readonly one: ConflictOverride }) {
  const { t } = useTranslation('audit');
  const { run, busy } = useCommand('visits.seenOverride');
  const label = t('overrides.seeOf', { name: one.client.name, service: one.service ?? one.product ?? t('overrides.noService') });
  return (
    <Button variant="default" size="compact-sm" loading={busy} aria-label={label} onClick={() => void run({ id: one.id })}>
      {t('overrides.see')}
    </Button>
  );
}
