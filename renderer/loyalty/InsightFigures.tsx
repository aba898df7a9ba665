// Three figures in a row, each with the period before, one plain sentence, and x of y.

import { useTranslation } from 'react-i18next';
import type { LoyaltyPage, Period } from '../../shared/loyalty/contract';
import { useFormat } from '../core/format';
import classes from './Insights.module.css';

interface FiguresProps {
  readonly page: LoyaltyPage;
  readonly period: Period;
}

export function InsightFigures({ page: { figures }, period }: FiguresProps) {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const { returned, secondVisit, late } = figures;
  const returnedPercent = percentOf(returned.part, returned.whole);
  return (
    <div className={classes.figures}>
      <BigFigure
        label={period === 'all' ? t('figures.returned.label_all') : t('figures.returned.label', { period: t(`periods.${period}`) })}
        value={returnedPercent === null ? null : `${returnedPercent}%`}
        before={returned.before === null ? null : `${Math.round(returned.before * 100)}%`}
        sentence={t('figures.returned.sentence', { percent: returnedPercent ?? 0 })}
        of={t('figures.returned.of', { part: format.count(returned.part), whole: format.count(returned.whole) })}
      />
      <BigFigure
        label={t('figures.secondVisit.label')}
        value={secondVisit.whole === 0 ? null : `${percentOf(secondVisit.part, secondVisit.whole) ?? 0}%`}
        before={secondVisit.before === null ? null : `${Math.round(secondVisit.before * 100)}%`}
        sentence={t('figures.secondVisit.sentence')}
        of={t('figures.secondVisit.of', { part: format.count(secondVisit.part), whole: format.count(secondVisit.whole) })}
      />
      <BigFigure
        label={t('figures.late.label')}
        value={late.whole === 0 ? null : t('figures.late.value', { count: late.part })}
        before={late.before === null ? null : t('figures.late.value', { count: late.before })}
        sentence={t('figures.late.sentence', { money: format.money(late.spentCents) })}
        of={t('figures.late.of', { whole: format.count(late.whole) })}
      />
    </div>
  );
}

interface BigFigureProps {
  readonly label: string;
  readonly value: string | null;
  readonly before: string | null;
  readonly sentence: string;
  readonly of: string;
}

function BigFigure({ label, value, before, sentence, of }: BigFigureProps) {
  const { t } = useTranslation('loyalty');
  return (
    <div className={classes.figure}>
      <div className={classes.figureLabel}>{label}</div>
      {value === null ? (
        <div className={classes.figureNone}>{t('figures.none')}</div>
      ) : (
        <div className={classes.figureLine}>
          <span className={`num ${classes.figureValue}`}>{value}</span>
          {before !== null && <span className={`num ${classes.figureBefore}`}>{t('before', { value: before })}</span>}
        </div>
      )}
      <div className={classes.figureSentence}>{value === null ? t('figures.noneSentence') : sentence}</div>
      {value !== null && <div className={classes.figureOf}>{of}</div>}
    </div>
  );
}

function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}
