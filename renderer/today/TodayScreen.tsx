// Today 今日: what is due and can be done in place, who should be back, whose birthday comes, who was opened last.

import { useTranslation } from 'react-i18next';
import type { TodayPage } from '../../shared/today/contract';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Money } from '../core/ui/Masked';
import { Page } from '../core/ui/Page';
import { Figure, Figures, Num } from '../core/ui/parts';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { ReviewNotice } from '../people/ReviewNotice';
import { PrintButton } from '../printing/PrintButton';
import { DrillNotice } from '../restore/DrillReminder';
import { Board } from './Board';
import { FirstDay } from './FirstDay';
import classes from './Today.module.css';
import { TodayAside } from './TodayAside';

export function TodayScreen() {
  const { t } = useTranslation('today');
  const { can } = useRights();
  const { data, error, refetch } = useQuery('today.page', null);
  if (error) {
    return (
      <Page title={t('title')}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title={t('title')}>
        <LoadingRows rows={8} height={44} />
      </Page>
    );
  }
  return (
    <Page title={t('title')} lead={<DayLine page={data} />} aside={data.anyClients ? <TodayFigures page={data} /> : undefined}>
      <ReviewNotice />
      <DrillNotice />
      {data.anyClients ? (
        <div className={classes.room}>
          <div className={classes.columns}>
            {can('follow-ups.see') ? <Board /> : <div />}
            <TodayAside page={data} />
          </div>
        </div>
      ) : (
        <FirstDay />
      )}
    </Page>
  );
}

function DayLine({ page: { today } }: { readonly page: TodayPage }) {
  const format = useFormat();
  return (
    <span className={classes.day}>
      <Num>{format.fullDay(today)}</Num>
      <span className={classes.dot} aria-hidden="true" />
      {format.lunar(today)}
      <PrintButton what={{ of: 'day' }} />
    </span>
  );
}

function TodayFigures({ page: { figures } }: { readonly page: TodayPage }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { level } = useRights();
  return (
    <Figures>
      <Figure label={t('figures.visitsToday')} value={format.count(figures.visitsToday)} />
      <Figure label={t('figures.visitsMonth')} value={format.count(figures.visitsMonth)} />
      <Figure label={t('figures.newMonth')} value={figures.newMonth === null ? '–' : format.count(figures.newMonth)} />
      {level('money') !== 'none' && <Figure label={t('figures.takenMonth')} value={<Money amount={figures.takenMonthCents} />} />}
    </Figures>
  );
}
