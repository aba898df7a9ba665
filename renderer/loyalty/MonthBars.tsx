// Visits by month: neutral bars with the number on top, the running month outlined.

import { useTranslation } from 'react-i18next';
import { partsOf } from '../../shared/core/date';
import type { LoyaltyPage } from '../../shared/loyalty/contract';
import { useFormat } from '../core/format';
import { SectionTitle } from '../core/ui/parts';
import classes from './Insights.module.css';

const TALLEST = 72;

export function MonthBars({ page: { months, to } }: { readonly page: LoyaltyPage }) {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const most = Math.max(1, ...months.map(({ visits }) => visits));
  const { day } = partsOf(to);
  return (
    <section className={classes.months} aria-label={t('months.title')}>
      <SectionTitle aside={t('months.until', { month: format.monthOnly(to), day })}>{t('months.title')}</SectionTitle>
      <ol className={classes.bars}>
        {months.map(({ month, visits }, index) => (
          <li key={month} className={classes.barColumn}>
            <span className="visually-hidden">{t('months.sentence', { month: format.month(month), count: visits })}</span>
            <span className={`num ${classes.barValue}`} aria-hidden="true">
              {visits}
            </span>
            <span
              className={classes.bar}
              data-running={index === months.length - 1 || undefined}
              style={{ height: Math.max(2, Math.round((visits / most) * TALLEST)) }}
              aria-hidden="true"
            />
            <span className={`num ${classes.barMonth}`} aria-hidden="true">
              {format.monthOnly(month)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
