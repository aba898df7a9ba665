// When the last review was, when the next is due, and how often it should be.

import { Select } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween, todayAt } from '../../shared/core/date';
import type { PermissionReview } from '../../shared/people/contract';
import { useToday } from '../core/clock';
import { useCommand } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { Num } from '../core/ui/parts';
import classes from './Review.module.css';

const MONTHS = [1, 2, 3, 4, 6, 12];

export function ReviewFacts({ review }: { readonly review: PermissionReview }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { can } = useRights();
  const { lastAt, lastBy, everyMonths } = review;
  const last = lastAt === null ? t('review.never') : t('review.lastBy', { day: format.day(todayAt(new Date(lastAt))), name: lastBy ?? '' });
  return (
    <dl className={classes.facts}>
      <Fact label={t('review.last')}>
        <Num>{last}</Num>
      </Fact>
      <Fact label={t('review.due')}>
        <Due review={review} />
      </Fact>
      <Fact label={t('review.every')}>
        {can('settings.change') ? <Every months={everyMonths} /> : <Num>{t('review.months', { count: everyMonths })}</Num>}
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Due({ review: { dueOn, overdue } }: { readonly review: PermissionReview }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const days = daysBetween(useToday(), dueOn);
  const when = days === 0 ? t('review.dueToday') : t(overdue ? 'review.overdue' : 'review.dueIn', { count: Math.abs(days) });
  return (
    <span className={classes.due} data-overdue={overdue || undefined}>
      {overdue && <IconAlertCircle size={16} stroke={1.7} aria-hidden="true" />}
      <Num>{format.day(dueOn)}</Num>
      <span className={`num ${classes.dueWhen}`}>{when}</span>
    </span>
  );
}

function Every({ months }: { readonly months: number }) {
  const { t } = useTranslation('people');
  const { t: tSettings } = useTranslation('settings');
  const save = useCommand('settings.change', { say: () => tSettings('saved') });
  return (
    <Select
      aria-label={t('review.every')}
      w={164}
      value={String(months)}
      data={[...new Set([...MONTHS, months])]
        .sort((a, b) => a - b)
        .map((every) => ({ value: String(every), label: t('review.months', { count: every }) }))}
      onChange={(chosen) => chosen !== null && void save.run({ reviewMonths: Number(chosen) })}
    />
  );
}
