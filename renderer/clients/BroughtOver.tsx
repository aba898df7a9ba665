// Figures and remarks that came with an import: shown as they were, never added to what the book itself recorded.

import { useTranslation } from 'react-i18next';
import type { ClientPage } from '../../shared/clients/contract';
import { useFormat } from '../core/format';
import classes from './ClientScreen.module.css';

export function BroughtOver({ client: { broughtOver, remarks } }: { readonly client: ClientPage }) {
  const { t } = useTranslation('clients');
  const figures = useFigures(broughtOver);
  if (figures.length === 0 && remarks.length === 0) return null;
  return (
    <section>
      <div className={classes.sectionHead}>
        <h2>{t('brought.title')}</h2>
      </div>
      <dl className={`${classes.contact} ${classes.brought}`}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
        {remarks.map(({ column, original }) => (
          <div key={`${column} ${original}`}>
            <dt title={column}>{column}</dt>
            <dd>{original}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.small}>{t(remarks.length > 0 ? 'brought.remarks' : 'brought.note')}</p>
    </section>
  );
}

function useFigures(brought: ClientPage['broughtOver']): { label: string; value: string }[] {
  const { t } = useTranslation('clients');
  const format = useFormat();
  if (brought === null) return [];
  const { balanceCents, bonusCents, spentCents, visits, sessions, firstVisitOn, lastVisitOn } = brought;
  const lines = [
    { label: t('brought.balance'), value: balanceCents === null ? null : format.money(balanceCents) },
    { label: t('brought.bonus'), value: bonusCents === null ? null : format.money(bonusCents) },
    { label: t('brought.package'), value: brought.package },
    { label: t('brought.sessions'), value: sessions === null ? null : t('brought.times', { count: sessions }) },
    { label: t('brought.spent'), value: spentCents === null ? null : format.money(spentCents) },
    { label: t('brought.visits'), value: visits === null ? null : t('brought.times', { count: visits }) },
    { label: t('brought.first'), value: firstVisitOn === null ? null : format.day(firstVisitOn) },
    { label: t('brought.last'), value: lastVisitOn === null ? null : format.day(lastVisitOn) },
  ];
  return lines.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
}
