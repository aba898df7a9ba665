// Three figures: the last backup and that it was opened, the next one, the size of each and the room left.

import { IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupsState } from '../../shared/backups/contract';
import { useFormat } from '../core/format';
import classes from './Backups.module.css';
import { useMoment } from './useBackups';

export function BackupFigures({ state }: { readonly state: BackupsState }) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const moment = useMoment();
  const { last, nextAt } = state;
  return (
    <div className={classes.figures}>
      <Figure label={t('figures.last')} value={last ? moment(last.at) : t('figures.none')}>
        {last && <IconShieldCheck size={16} stroke={1.6} className={classes.good} aria-hidden="true" />}
        {last ? t('figures.checked', { clients: format.count(last.counts.clients) }) : t('figures.noneHint')}
      </Figure>
      <Figure label={t('figures.next')} value={nextAt ? moment(nextAt) : t('figures.notYet')}>
        {t('figures.nextHint')}
      </Figure>
      <Figure label={t('figures.size')} value={last ? format.size(last.bytes) : t('figures.noSize')}>
        <Room state={state} />
      </Figure>
    </div>
  );
}

/** The folder that will be full first is the one to know of. */
function Room({ state: { folders, last } }: { readonly state: BackupsState }) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const known = folders.flatMap(({ freeBytes, own, name }) =>
    freeBytes === null ? [] : [{ free: freeBytes, name: own ? t('own') : name }],
  );
  const [tightest] = known.sort((a, b) => a.free - b.free);
  if (!tightest || !last) return t('figures.roomUnknown');
  const { free, name } = tightest;
  return t('figures.room', { name, free: format.size(free), copies: format.count(roundDown(Math.floor(free / Math.max(1, last.bytes)))) });
}

function Figure({ label, value, children }: { readonly label: string; readonly value: string; readonly children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <span className={classes.figureLabel}>{label}</span>
      <span className={`num ${classes.figureValue}`}>{value}</span>
      <span className={`num ${classes.figureHint}`}>{children}</span>
    </div>
  );
}

/** About that many: nobody counts on the last one. */
function roundDown(copies: number): number {
  const step = 10 ** Math.max(0, String(copies).length - 2);
  return Math.floor(copies / step) * step;
}
