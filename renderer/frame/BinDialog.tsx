// The bin: what was deleted in the last 30 days, by whom, how long it can still come back, and bringing it back.

import { Button, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deleted } from '../../shared/history/contract';
import { addDays, todayAt } from '../../shared/core/date';
import { useToday } from '../core/clock';
import { useCommand, useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import { bin } from './bin-store';
import classes from './Frame.module.css';

export function BinDialog() {
  const { t } = useTranslation(['frame', 'core']);
  const opened = bin.useOpen();
  // the next person begins without it
  useEffect(() => bin.close, []);
  return (
    <Modal
      opened={opened}
      onClose={bin.close}
      size={720}
      title={t('bin.title')}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}
    >
      <p className={classes.binLead}>{t('bin.lead')}</p>
      {opened && <Things />}
    </Modal>
  );
}

function Things() {
  const { t } = useTranslation('frame');
  const query = useQuery('history.deleted', null);
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <LoadingRows rows={4} height={52} />;
  if (query.data.length === 0) return <EmptyState title={t('bin.emptyTitle')}>{t('bin.empty')}</EmptyState>;
  return (
    <ul className={classes.bin} aria-label={t('bin.title')}>
      {query.data.map((thing) => (
        <Thing key={thing.actId} thing={thing} />
      ))}
    </ul>
  );
}

/** Some of them stay after the bin: visits that were struck out, alerts that were ended. */
const STAYS: ReadonlySet<Deleted['kind']> = new Set(['visit', 'preference']);

function Thing({ thing: { actId, kind, client, on, by, at, daysLeft } }: { readonly thing: Deleted }) {
  const { t } = useTranslation('frame');
  const format = useFormat();
  const today = useToday();
  const { name } = client;
  const what = t(`bin.kinds.${kind}`);
  const restore = useCommand('history.undo', { final: true, say: () => t('bin.restored', { name, what }) });
  return (
    <li className={classes.binRow}>
      <span className={classes.binWhat}>
        <span>
          <b>{name}</b> <span className={`num ${classes.binQuiet}`}>{client.number}</span>
        </span>
        <span className={classes.binQuiet}>{on === null ? what : t('bin.on', { what, day: format.day(on) })}</span>
      </span>
      <span className={classes.binWhat}>
        <span className={`num ${classes.binQuiet}`}>
          {t('bin.deleted', { by, day: format.shortDay(todayAt(new Date(at)), today), time: format.clock(at) })}
        </span>
        <span className={`num ${classes.binQuiet}`}>
          {t(STAYS.has(kind) ? 'bin.until' : 'bin.left', { count: daysLeft, day: format.shortDay(addDays(today, daysLeft), today) })}
        </span>
      </span>
      <Button
        variant="default"
        size="compact-sm"
        loading={restore.busy}
        aria-label={t('bin.restoreOf', { name, what })}
        onClick={() => void restore.run({ actId })}
      >
        {t('bin.restore')}
      </Button>
    </li>
  );
}
