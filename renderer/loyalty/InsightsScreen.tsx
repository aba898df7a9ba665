// Insights 洞察: who is loyal, who comes back, who stays away, over a period and by the shop's own thresholds.

import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Period, type LoyaltyQuestion } from '../../shared/loyalty/contract';
import type { TierId } from '../../shared/ids';
import { useQuery } from '../core/data';
import { Page } from '../core/ui/Page';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { ExportButton } from '../exports/ExportButton';
import { PrintButton } from '../printing/PrintButton';
import { InsightFigures } from './InsightFigures';
import classes from './Insights.module.css';
import { LoyalList } from './LoyalList';
import { LoyaltyGrid, type Cell } from './LoyaltyGrid';
import { MonthBars } from './MonthBars';
import { NoVisits } from './NoVisits';

const LIST_STEP = 100;
const LIST_MOST = 5000;

export function InsightsScreen() {
  const { t } = useTranslation('loyalty');
  const { t: words } = useTranslation('exports');
  const [period, setPeriod] = useState<Period>('12-months');
  const [cell, setCell] = useState<Cell | null>(null);
  const [tierId, setTierId] = useState<TierId | null>(null);
  const [limit, setLimit] = useState(LIST_STEP);
  const question: LoyaltyQuestion = { period, cell, tierId, limit };
  const { data, error, refetch } = useQuery('loyalty.page', question, { keep: true });
  const rules = useQuery('settings.get', null).data?.loyalty;
  const aside = (
    <>
      <SegmentedControl
        aria-label={t('period')}
        data={Period.options.map((value) => ({ value, label: t(`periods.${value}`) }))}
        value={period}
        onChange={(value) => setPeriod(Period.parse(value))}
      />
      <PrintButton what={{ of: 'loyal', question }} />
      <ExportButton what={{ what: 'loyal', question }} named={words('named.loyal')} />
    </>
  );
  if (error) {
    return (
      <Page title={t('title')}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    );
  }
  if (!data || !rules) {
    return (
      <Page title={t('title')}>
        <LoadingRows rows={8} height={44} />
      </Page>
    );
  }
  if (data.grid.flat().every((count) => count === 0)) {
    return (
      <Page title={t('title')} aside={aside}>
        <NoVisits ever={period === 'all'} />
      </Page>
    );
  }
  return (
    <Page title={t('title')} count={t('loyal')} aside={aside}>
      <InsightFigures page={data} period={period} />
      <div className={classes.room}>
        <div className={classes.columns}>
          <div className={classes.pictures}>
            <LoyaltyGrid page={data} rules={rules} cell={cell} onCell={setCell} />
            <MonthBars page={data} />
          </div>
          <LoyalList
            page={data}
            rules={rules}
            period={period}
            cell={cell}
            clearCell={() => setCell(null)}
            tierId={tierId}
            setTierId={setTierId}
            showMore={() => setLimit(Math.min(limit + LIST_STEP, LIST_MOST))}
          />
        </div>
      </div>
    </Page>
  );
}
