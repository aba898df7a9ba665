// How often a client comes: 24 months as a strip of dots, and the same in a sentence.

import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { addDays, addMonths, daysBetween, type IsoDate } from '../../shared/core/date';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { Num } from '../core/ui/parts';
import { Strip } from '../core/ui/Strip';
import classes from './ClientScreen.module.css';

const WIDTH = 271;
const MONTHS = 24;

export function Rhythm({ client: { visitDays, rhythm, visits } }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const today = useToday();
  if (visits === 0) return null;
  const from = addMonths(today, -MONTHS);
  // the strip reaches as far as the day the client is expected, but not into a distant future
  const to = latest(today, rhythm && daysBetween(today, rhythm.expectedOn) < 120 ? rhythm.expectedOn : addDays(today, 14));
  return (
    <section>
      <div className={classes.sectionHead}>
        <h2>{t('rhythm.title')}</h2>
        <Num>{t('rhythm.count', { count: visitDays.length })}</Num>
      </div>
      <Strip
        days={visitDays}
        from={from}
        to={to}
        today={today}
        expectedOn={rhythm?.expectedOn ?? null}
        width={WIDTH}
        height={20}
        dot={7}
        label={t('rhythm.label', { count: visitDays.length })}
      />
      <Axis from={from} to={to} today={today} />
      <Sentence rhythm={rhythm} today={today} />
    </section>
  );
}

function Axis({ from, to, today }: { readonly from: IsoDate; readonly to: IsoDate; readonly today: IsoDate }) {
  const { t } = useTranslation('timeline');
  const middle = addMonths(today, -MONTHS / 2);
  const place = (day: IsoDate): string => `${(daysBetween(from, day) / Math.max(1, daysBetween(from, to))) * 100}%`;
  return (
    <div className={`num ${classes.axis}`} aria-hidden="true">
      <span>{month(from)}</span>
      <span style={{ left: place(middle) }}>{month(middle)}</span>
      <span data-today>{t('today')}</span>
    </div>
  );
}

function Sentence({ rhythm, today }: { readonly rhythm: ClientPage['rhythm']; readonly today: IsoDate }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  if (rhythm === null) return <p className={classes.small}>{t('rhythm.unknown')}</p>;
  const late = daysBetween(rhythm.expectedOn, today);
  const every = t('rhythm.every', { count: rhythm.days });
  const next = late > 0 ? t('rhythm.late', { count: late }) : t('rhythm.next', { day: format.shortDay(rhythm.expectedOn, today) });
  return <p className={classes.small}>{`${every}${t('rhythm.comma')}${next}`}</p>;
}

function latest(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}

function month(day: IsoDate): string {
  return `${day.slice(0, 4)}.${day.slice(5, 7)}`;
}
