// After signing in: what was cut off in its middle, how it stands now, and what to do. Shown until it is acknowledged.

import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract';
import { useCommand, useQuery } from '../core/data';
import { useFormat } from '../core/format';
import classes from './Frame.module.css';

type Unfinished = Output<'jobs.unfinished'>[number];

export function UnfinishedNotice() {
  const { t } = useTranslation('frame');
  const format = useFormat();
  const { data, refetch } = useQuery('jobs.unfinished', null);
  const seen = useCommand('jobs.seen');
  if (!data || data.length === 0) return null;
  async function acknowledge(): Promise<void> {
    await seen.run(null);
    await refetch();
  }
  return (
    <section className={classes.unfinished} aria-label={t('unfinished.label')}>
      <IconAlertCircle size={18} stroke={1.7} aria-hidden="true" />
      <ul>
        {data.map((job) => (
          <li key={`${job.kind} ${job.at}`}>{t(`unfinished.${sentenceOf(job)}`, { at: format.moment(job.at) })}</li>
        ))}
      </ul>
      <Button variant="default" size="compact-sm" loading={seen.busy} onClick={() => void acknowledge()}>
        {t('unfinished.seen')}
      </Button>
    </section>
  );
}

function sentenceOf({ kind, done }: Unfinished) {
  return done && kind !== 'backup' ? (`${kind}Done` as const) : kind;
}
